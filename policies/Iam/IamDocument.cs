using Policies.Workloads;
using Policies.Workloads.Definitions;

namespace Policies.Iam;

/// <summary>A policy document that a resource carries.</summary>
/// <param name="Path">The property that holds it.</param>
/// <param name="IsUnknown">Whether it is not known before deployment.</param>
/// <param name="Statements">Its statements.</param>
/// <param name="Fault">What makes it unreadable, in words that follow its path.</param>
internal sealed record IamDocument(PropertyPath Path, bool IsUnknown, ImmutableArray<Statement> Statements, string? Fault)
{
    /// <summary>Reads a document, which is JSON text or an object.</summary>
    public static IamDocument Read(PropertyPath path, PropertyValue value)
    {
        var (document, fault) = value.Kind == PropertyKind.String ? DefinitionText.Parse(value) : (value, null);
        var at = (document.IsSecret ? path.Hidden() : path).Member("Statement");
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var list = document["Statement"u8];

        // IAM writes a single statement without brackets.
        if (list.Kind is PropertyKind.Object or PropertyKind.Unknown)
        {
            statements.Add(new(at, list));
        }

        foreach (var item in list.Items)
        {
            statements.Add(new(at.Element(statements.Count), item));
        }

        return new(path, value.IsUnknown, value.IsUnknown ? [] : statements.ToImmutable(), fault);
    }
}
