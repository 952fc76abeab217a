using System.Text;

namespace PropertyValues;

/// <summary>A name and its value.</summary>
public readonly struct PropertyMember
{
    private readonly ReadOnlyMemory<byte> name;

    internal PropertyMember(ReadOnlyMemory<byte> name, PropertyValue value)
    {
        this.name = name;
        Value = value;
    }

    /// <summary>The name, decoded anew each time.</summary>
    public string Name => Encoding.UTF8.GetString(name.Span);

    /// <summary>The UTF-8 bytes of the name.</summary>
    public ReadOnlySpan<byte> NameUtf8 => name.Span;

    /// <summary>The value.</summary>
    public PropertyValue Value { get; }

    /// <summary>Name and value, for <c>foreach</c>.</summary>
    public void Deconstruct(out string memberName, out PropertyValue value) => (memberName, value) = (Name, Value);
}
