using System.Collections.Frozen;
using Policies.Workloads;
using Policies.Workloads.Definitions;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.Iam;
using Native = ResourceViews.AwsNative.Iam;

namespace Policies.Iam;

/// <summary>Where policy documents stand, and policies of AWS itself are attached.</summary>
internal static class IamDocuments
{
    private static readonly FrozenDictionary<string, Func<PropertyValue, IamReading>> Readers = Table(
    [
        .. Of<Aws.PolicyProps>(view => [Setting(view.PolicyDocument)], Aws.PolicyProps.ResourceTypes),

        // Users and groups carry the same as roles, in the same words.
        .. Of<Aws.RolePolicyProps>(
            view => [Setting(view.Policy)],
            [.. Aws.RolePolicyProps.ResourceTypes, "aws:iam/userPolicy:UserPolicy", "aws:iam/groupPolicy:GroupPolicy"]),
        .. Of<Aws.RoleProps>(
            view => new([.. Each(view.InlinePolicies, (policy, at) => Setting(policy.Policy, at)).Select(Text)], Attached(view.ManagedPolicyArns, PathOf(view.ManagedPolicyArns))),
            Aws.RoleProps.ResourceTypes),
        .. Of<Aws.RolePolicyAttachmentProps>(
            view => new([], [Setting(view.PolicyArn)]),
            [
                .. Aws.RolePolicyAttachmentProps.ResourceTypes,
                "aws:iam/userPolicyAttachment:UserPolicyAttachment",
                "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
                "aws:iam/policyAttachment:PolicyAttachment",
            ]),
        .. Of<Native.ManagedPolicyProps>(
            view => new([(PathOf(view.PolicyDocument), view.PolicyDocument)], []), Native.ManagedPolicyProps.ResourceTypes),
        .. Of<Native.RolePolicyProps>(
            view => new([(PathOf(view.PolicyDocument), view.PolicyDocument)], []),
            [.. Native.RolePolicyProps.ResourceTypes, "aws-native:iam:UserPolicy", "aws-native:iam:GroupPolicy"]),
        .. Of<Native.RoleProps>(
            view => new(
                [.. Each(view.Policies, (policy, at) => (PathOf(policy.PolicyDocument, at), policy.PolicyDocument))],
                Attached(view.ManagedPolicyArns, PathOf(view.ManagedPolicyArns))),
            [.. Native.RoleProps.ResourceTypes, "aws-native:iam:User", "aws-native:iam:Group"]),
    ]);

    public static IReadOnlyCollection<string> Types => Readers.Keys;

    /// <summary>The documents that a resource carries, and what it attaches.</summary>
    public static IamReading In(PolicyResource resource) =>
        Readers.TryGetValue(resource.Type, out var read) ? read(resource.InputsValue) : IamReading.Empty;

    private static IEnumerable<KeyValuePair<string, Func<PropertyValue, IamReading>>> Of<TView>(
        Func<TView, ImmutableArray<Setting<string>>> read, IReadOnlyCollection<string> types)
        where TView : struct, IResourceView<TView> => Of<TView>(view => new([.. read(view).Select(Text)], []), types);

    private static IEnumerable<KeyValuePair<string, Func<PropertyValue, IamReading>>> Of<TView>(
        Func<TView, IamReading> read, IReadOnlyCollection<string> types)
        where TView : struct, IResourceView<TView> => types.Select(type =>
            KeyValuePair.Create<string, Func<PropertyValue, IamReading>>(type, inputs => read(TView.From(inputs))));

    private static (PropertyPath, PropertyValue) Text(Setting<string> setting) => (setting.Path, setting.Known.ToProperty());

    private static ImmutableArray<Setting<string>> Attached(KnownList<string> arns, PropertyPath path)
    {
        var found = ImmutableArray.CreateBuilder<Setting<string>>();
        foreach (var arn in arns)
        {
            found.Add(new(path.Element(found.Count), arn));
        }

        return arns.IsUnknown ? [new(path, Known<string>.Unknown)] : found.ToImmutable();
    }

    private static FrozenDictionary<string, Func<PropertyValue, IamReading>> Table(
        IEnumerable<KeyValuePair<string, Func<PropertyValue, IamReading>>> entries) => entries.ToFrozenDictionary();
}

/// <summary>What gives permissions in one resource.</summary>
/// <param name="Documents">Policy documents, as JSON text or as an object.</param>
/// <param name="Attached">ARNs of policies that are attached.</param>
internal sealed record IamReading(
    ImmutableArray<(PropertyPath Path, PropertyValue Value)> Documents, ImmutableArray<Setting<string>> Attached)
{
    public static IamReading Empty { get; } = new([], []);

    /// <summary>The statements of a document; or what is wrong with it; neither where it is not known before deployment.</summary>
    public static (ImmutableArray<Statement> Statements, string? Fault) Read(PropertyPath path, PropertyValue value)
    {
        var (document, fault) = value.Kind == PropertyKind.String ? DefinitionText.Parse(value) : (value, null);
        var at = (document.IsSecret ? path.Hidden() : path).Member("Statement");
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var list = document["Statement"u8];
        if (list.Kind == PropertyKind.Object)
        {
            statements.Add(new(at, list));
        }

        foreach (var item in list.Items)
        {
            statements.Add(new(at.Element(statements.Count), item));
        }

        return (statements.ToImmutable(), fault);
    }
}
