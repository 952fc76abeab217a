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

    public string Name => Encoding.UTF8.GetString(name.Span);

    public ReadOnlySpan<byte> NameUtf8 => name.Span;

    public PropertyValue Value { get; }

    public void Deconstruct(out string memberName, out PropertyValue value) => (memberName, value) = (Name, Value);
}
