using System.Globalization;
using System.Text;

namespace Policies.Workloads;

/// <summary>Where a value stands, as people write it: definition.States["Train on spot"].Parameters.ResourceConfig.</summary>
/// <remarks>
/// Inside of a secret every step stays hidden: the names of states are part of a secret definition. Of thousands of values that are read
/// a message shows a few, so that a path is written only when it is asked for.
/// </remarks>
internal readonly struct PropertyPath : IEquatable<PropertyPath>
{
    private readonly Step? last;

    private PropertyPath(Step? last, bool isHidden) => (this.last, IsHidden) = (last, isHidden);

    /// <summary>The resource itself.</summary>
    public static PropertyPath Root => default;

    /// <summary>Whether the path ends where a secret begins.</summary>
    public bool IsHidden { get; }

    /// <summary>The input of the resource that the path leads through; empty for the resource itself.</summary>
    public string Input
    {
        get
        {
            var first = last;
            while (first?.Before is { } before)
            {
                first = before;
            }

            var text = first?.ToString() ?? "";
            var end = text.AsSpan().IndexOfAny('.', '[');
            return end < 0 ? text : text[..end];
        }
    }

    public static PropertyPath Of(string property) => Root.Member(property);

    /// <summary>This path, without any step that follows.</summary>
    public PropertyPath Hidden() => new(last, isHidden: true);

    /// <summary>A member of an object.</summary>
    public PropertyPath Member(string name) => Then(StepKind.Member, name);

    /// <summary>What a C# expression reads from a view: job.ResourceConfig.InstanceType leads to resourceConfig.instanceType.</summary>
    public PropertyPath Read(string expression) =>
        expression.Contains('.', StringComparison.Ordinal) ? Then(StepKind.Expression, expression) : this;

    /// <summary>A member whose name somebody chose: bare where that can be read, quoted otherwise.</summary>
    public PropertyPath Named(string name) => name.Length > 0 && name.All(IsOfWord) ? Member(name) : Quoted(name);

    public PropertyPath Quoted(string name) => Then(StepKind.Quoted, name);

    public PropertyPath Element(int index) => Then(StepKind.Element, "", index);

    /// <summary>The steps from another path on, where this one leads through it.</summary>
    public string Below(PropertyPath outer)
    {
        var (text, start) = (ToString(), outer.ToString());
        return start.Length > 0 && text.StartsWith($"{start}.", StringComparison.Ordinal) ? text[(start.Length + 1)..] : text;
    }

    public bool Equals(PropertyPath other) => IsHidden == other.IsHidden && ToString() == other.ToString();

    public override bool Equals(object? obj) => obj is PropertyPath other && Equals(other);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => last?.ToString() ?? "";

    public static bool operator ==(PropertyPath left, PropertyPath right) => left.Equals(right);

    public static bool operator !=(PropertyPath left, PropertyPath right) => !left.Equals(right);

    private PropertyPath Then(StepKind kind, string name, int index = 0) =>
        IsHidden ? this : new(new(last, kind, name, index), isHidden: false);

    private static bool IsOfWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';

    private enum StepKind
    {
        Member,
        Quoted,
        Element,
        Expression,
    }

    private sealed class Step(Step? before, StepKind kind, string name, int index)
    {
        public Step? Before => before;

        public override string ToString()
        {
            var text = new StringBuilder();
            Write(text);
            return text.ToString();
        }

        private void Write(StringBuilder text)
        {
            before?.Write(text);
            switch (kind)
            {
                case StepKind.Quoted:
                    text.Append("[\"").Append(name).Append("\"]");
                    break;
                case StepKind.Element:
                    text.Append(CultureInfo.InvariantCulture, $"[{index}]");
                    break;
                case StepKind.Member:
                    Separate(text).Append(name);
                    break;
                default:
                    // The first name is the view; the others are those of the wire in C#'s casing.
                    foreach (var member in name.Split('.').Skip(1))
                    {
                        Separate(text).Append(char.ToLowerInvariant(member[0])).Append(member, 1, member.Length - 1);
                    }

                    break;
            }
        }

        private static StringBuilder Separate(StringBuilder text) => text.Length == 0 ? text : text.Append('.');
    }
}
