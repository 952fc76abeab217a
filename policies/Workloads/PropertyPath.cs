using System.Globalization;

namespace Policies.Workloads;

/// <summary>Where a value stands, as people write it: definition.States["Train on spot"].Parameters.ResourceConfig.</summary>
/// <remarks>Inside of a secret every step stays hidden: the names of states are part of a secret definition.</remarks>
internal readonly record struct PropertyPath
{
    private readonly string? text;

    private PropertyPath(string text, bool isHidden) => (this.text, IsHidden) = (text, isHidden);

    /// <summary>The resource itself.</summary>
    public static PropertyPath Root => default;

    /// <summary>Whether the path ends where a secret begins.</summary>
    public bool IsHidden { get; }

    public static PropertyPath Of(string property) => new(property, isHidden: false);

    /// <summary>This path, without any step that follows.</summary>
    public PropertyPath Hidden() => new(text ?? "", isHidden: true);

    /// <summary>A member of an object.</summary>
    public PropertyPath Member(string name) => Step(string.IsNullOrEmpty(text) ? name : $"{text}.{name}");

    /// <summary>A member whose name somebody chose: bare where that can be read, quoted otherwise.</summary>
    public PropertyPath Named(string name) => name.Length > 0 && name.All(IsOfWord) ? Member(name) : Quoted(name);

    public PropertyPath Quoted(string name) => Step($"{text}[\"{name}\"]");

    public PropertyPath Element(int index) => Step(string.Create(CultureInfo.InvariantCulture, $"{text}[{index}]"));

    /// <summary>The steps from another path on, where this one leads through it.</summary>
    public string Below(PropertyPath outer) =>
        outer.text is { Length: > 0 } start && ToString().StartsWith($"{start}.", StringComparison.Ordinal)
            ? ToString()[(start.Length + 1)..]
            : ToString();

    public override string ToString() => text ?? "";

    private PropertyPath Step(string longer) => IsHidden ? this : new(longer, isHidden: false);

    private static bool IsOfWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';
}
