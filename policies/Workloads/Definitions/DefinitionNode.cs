using System.Text;

namespace Policies.Workloads.Definitions;

/// <summary>
/// A value of a definition document, with its path. What an expression decides when the definition runs reads as unknown, like what
/// Pulumi does not know before deployment: neither proves anything.
/// </summary>
internal readonly struct DefinitionNode
{
    /// <summary>Longest name of a member that is looked for, with the ending of a JSONPath expression.</summary>
    private const int LongestName = 128;

    private readonly Func<PropertyValue, PropertyValue> resolve;

    /// <param name="value">The value as it stands in the document.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="resolve">Replaces an expression by its value where that is certain, otherwise by unknown.</param>
    public DefinitionNode(PropertyValue value, PropertyPath path, Func<PropertyValue, PropertyValue> resolve)
    {
        this.resolve = resolve;
        Raw = value;
        Value = resolve(value);
        Path = path;
    }

    /// <summary>The value, expressions resolved.</summary>
    public PropertyValue Value { get; }

    /// <summary>The value as it stands in the document.</summary>
    public PropertyValue Raw { get; }

    public PropertyPath Path { get; }

    public bool IsMissing => Value.Kind is PropertyKind.Missing or PropertyKind.Null;

    public bool IsUnknown => Value.IsUnknown;

    public Known<string> Text => Known.Text(Value);

    public Known<int?> Integer => Known.Integer(Value);

    public Known<bool?> Flag => Known.Flag(Value);

    public Setting<string> TextSetting => new(Path, Text);

    public Setting<int?> IntegerSetting => new(Path, Integer);

    public Setting<bool?> FlagSetting => new(Path, Flag);

    /// <summary>Whether there is a value at all.</summary>
    public Setting<bool?> PresenceSetting => new(Path, IsUnknown ? Known<bool?>.Unknown : !IsMissing);

    /// <summary>
    /// A member; unknown where an expression gives it. The member of an unknown object is that object, whose path tells more.
    /// </summary>
    public DefinitionNode this[string name] => Value.IsUnknown
        ? this
        : new(Find(name), Path.Member(name), resolve);

    /// <summary>The elements of a list; of an unknown list, itself.</summary>
    public IReadOnlyList<DefinitionNode> Elements()
    {
        if (IsUnknown)
        {
            return [this];
        }

        var elements = new List<DefinitionNode>();
        foreach (var item in Value.Items)
        {
            elements.Add(new(item, Path.Element(elements.Count), resolve));
        }

        return elements;
    }

    /// <summary>The members of an object whose keys are names that people chose.</summary>
    public IReadOnlyList<(string Name, DefinitionNode Node)> NamedMembers()
    {
        var members = new List<(string, DefinitionNode)>();
        foreach (var (name, value) in Value.Members)
        {
            members.Add((name, new(value, Path.Named(name), resolve)));
        }

        return members;
    }

    /// <summary>The same value under another path.</summary>
    public DefinitionNode At(PropertyPath path) => new(Raw, path, resolve);

    private PropertyValue Find(string name)
    {
        // A JSONPath expression for a member stands under its name and this ending.
        var ending = ".$"u8;
        Span<byte> buffer = stackalloc byte[LongestName];
        var length = Encoding.UTF8.GetBytes(name, buffer);
        ending.CopyTo(buffer[length..]);
        var members = Value.Members;
        var value = members[buffer[..length]];
        return value.IsMissing && !members[buffer[..(length + ending.Length)]].IsMissing ? PropertyValue.Unknown : value;
    }
}
