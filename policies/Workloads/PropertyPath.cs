using System.Globalization;

namespace Policies.Workloads;

/// <summary>Where a value stands, as people write it: definition.States["Train on spot"].Parameters.ResourceConfig.</summary>
/// <remarks>Inside of a secret every step stays hidden: the names of the states of a secret definition are part of the secret.</remarks>
internal readonly record struct PropertyPath
{
    private readonly string? text;
    private readonly bool isHidden;

    private PropertyPath(string text, bool isHidden) => (this.text, this.isHidden) = (text, isHidden);

    /// <summary>The resource itself.</summary>
    public static PropertyPath Root => default;

    public static PropertyPath Of(string property) => new(property, isHidden: false);

    /// <summary>This path, without any step that follows.</summary>
    public PropertyPath Hidden() => new(text ?? "", isHidden: true);

    /// <summary>A member of an object.</summary>
    public PropertyPath Member(string name) => isHidden ? this : new(string.IsNullOrEmpty(text) ? name : $"{text}.{name}", isHidden: false);

    /// <summary>An element of a list, or of an object whose keys are names: bare where that can be read, quoted otherwise.</summary>
    public PropertyPath Named(string name) => IsWord(name) ? Member(name) : Quoted(name);

    public PropertyPath Quoted(string name) => isHidden ? this : new($"{text}[\"{name}\"]", isHidden: false);

    public PropertyPath Element(int index) =>
        isHidden ? this : new(string.Create(CultureInfo.InvariantCulture, $"{text}[{index}]"), isHidden: false);

    public override string ToString() => text ?? "";

    private static bool IsWord(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
