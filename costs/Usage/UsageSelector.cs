using System.IO.Enumeration;
using Costs.Plan;

namespace Costs.Usage;

/// <summary>Which resources an entry of the usage is for.</summary>
internal sealed record UsageSelector(string Text)
{
    private readonly UsageSelectorKind kind = KindOf(Text);

    /// <summary>Whether it is a type token, and thus a default for all resources of that type.</summary>
    public bool IsType => kind == UsageSelectorKind.Type;

    public bool IsPattern => kind == UsageSelectorKind.Pattern;

    /// <summary>
    /// How closely it fits a resource, the best being 0; null where it does not: its own name or URN, the name of a
    /// component around it from inside out, a pattern from the longest to the shortest, its type.
    /// </summary>
    public int? Distance(PlannedResource resource, IReadOnlyList<string> ancestorNames) => kind switch
    {
        UsageSelectorKind.Name when resource.Name == Text => 0,
        UsageSelectorKind.Name when IndexOf(ancestorNames, Text) is >= 0 and var depth => Math.Min(depth + 1, 999),
        UsageSelectorKind.Urn when resource.Urn == Text => 0,
        UsageSelectorKind.Pattern when Matches(resource.Name) || Matches(resource.Urn) => 10_000 - Math.Min(Text.Length, 9000),
        UsageSelectorKind.Type when resource.Type == Text => 100_000,
        _ => null,
    };

    private static UsageSelectorKind KindOf(string text) => text switch
    {
        _ when text.AsSpan().ContainsAny('*', '?') => UsageSelectorKind.Pattern,
        _ when text.StartsWith("urn:", StringComparison.Ordinal) => UsageSelectorKind.Urn,
        _ when text.Contains(':', StringComparison.Ordinal) => UsageSelectorKind.Type,
        _ => UsageSelectorKind.Name,
    };

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (names[index] == name)
            {
                return index;
            }
        }

        return -1;
    }

    private bool Matches(string text) => FileSystemName.MatchesSimpleExpression(Text, text, ignoreCase: false);
}

internal enum UsageSelectorKind
{
    Name,
    Urn,
    Pattern,
    Type,
}
