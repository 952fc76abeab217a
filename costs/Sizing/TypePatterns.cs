using System.IO.Enumeration;

namespace Costs.Sizing;

/// <summary>Instance types as a setting lists them, * standing for any characters: ml.g5.*.</summary>
public sealed record TypePatterns(ImmutableArray<string> Patterns)
{
    public static TypePatterns None { get; } = new([]);

    public bool IsEmpty => Patterns.IsEmpty;

    public static TypePatterns From(PropertyValue setting)
    {
        var patterns = ImmutableArray.CreateBuilder<string>();
        foreach (var item in setting.Items)
        {
            patterns.Add(item.AsString()!);
        }

        return new(patterns.ToImmutable());
    }

    /// <summary>Those that are types themselves.</summary>
    public IEnumerable<string> Exact => Patterns.Where(pattern => pattern.AsSpan().IndexOfAny('*', '?') < 0);

    public bool Include(string type) =>
        Patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, type, ignoreCase: false));

    public TypePatterns And(TypePatterns others) => new([.. Patterns, .. others.Patterns]);

    /// <summary>Whether a list has nothing against a type: where it names none, it leaves that to others.</summary>
    public bool Allow(string type) => IsEmpty || Include(type);

    public override string ToString() => string.Join(", ", Patterns);
}
