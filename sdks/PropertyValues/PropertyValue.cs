using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PropertyValues;

/// <summary>
/// One property value, read where it lies in the bytes of a google.protobuf.Value: nothing is decoded before it is asked for,
/// and no object is made for what nobody looks at. Secret and output wrappers are seen through, and remembered.
/// </summary>
/// <remarks>
/// <c>default</c> is <see cref="PropertyKind.Missing"/>. What is inside of an unknown is unknown, what is inside of a secret is secret.
/// </remarks>
public readonly struct PropertyValue : IEquatable<PropertyValue>
{
    private readonly ReadOnlyMemory<byte> encoded;
    private readonly int start;
    private readonly int length;
    private readonly PropertyKind kind;
    private readonly bool secret;

    // The bytes are those of the Struct alone.
    private readonly bool bare;

    internal PropertyValue(ReadOnlyMemory<byte> encoded, bool secret = false)
    {
        this.encoded = encoded;
        (kind, start, length, this.secret) = Look(encoded.Span, 0, encoded.Length, secret);
    }

    private PropertyValue(PropertyMap map, bool secret)
    {
        (encoded, length, kind, bare) = (map.Encoded, map.Encoded.Length, PropertyKind.Object, true);
        this.secret = secret;
    }

    /// <summary>A value that is not known before deployment.</summary>
    public static PropertyValue Unknown { get; } = Of(Sentinels.Unknown);

    /// <summary>What the value is, seen through secret and output wrappers.</summary>
    public PropertyKind Kind => kind;

    /// <summary>Whether this value, or something around it, is marked secret. Never print such a value.</summary>
    public bool IsSecret => secret;

    /// <summary>Whether there is no such property at all; one that is there and null is not missing.</summary>
    public bool IsMissing => kind == PropertyKind.Missing;

    /// <summary>Whether the value will only be known after deployment.</summary>
    public bool IsUnknown => kind == PropertyKind.Unknown;

    /// <summary>Whether there is a value, known and not null.</summary>
    public bool HasValue => kind is not (PropertyKind.Missing or PropertyKind.Null or PropertyKind.Unknown);

    /// <summary>The google.protobuf.Value as it came, wrappers included; empty for a missing value.</summary>
    public ReadOnlyMemory<byte> Encoded => bare ? Of(Members).encoded : encoded;

    /// <summary>The UTF-8 bytes of a string; empty for every other kind.</summary>
    public ReadOnlySpan<byte> Utf8 => kind == PropertyKind.String ? encoded.Span.Slice(start, length) : default;

    /// <summary>The member of an object; missing where this is no object, unknown where this is unknown.</summary>
    public PropertyValue this[string name] => kind switch
    {
        PropertyKind.Unknown => this,
        PropertyKind.Object or PropertyKind.Asset or PropertyKind.Archive or PropertyKind.Resource => Members[name],
        _ => default,
    };

    /// <inheritdoc cref="this[string]"/>
    public PropertyValue this[ReadOnlySpan<byte> name] => kind switch
    {
        PropertyKind.Unknown => this,
        PropertyKind.Object or PropertyKind.Asset or PropertyKind.Archive or PropertyKind.Resource => Members[name],
        _ => default,
    };

    /// <summary>The element of a list; missing where this is no list or too short, unknown where this is unknown.</summary>
    public PropertyValue this[int index]
    {
        get
        {
            if (kind == PropertyKind.Unknown)
            {
                return this;
            }

            foreach (var item in Items)
            {
                if (index-- == 0)
                {
                    return item;
                }
            }

            return default;
        }
    }

    /// <summary>The members of an object; none for every other kind.</summary>
    public PropertyMap Members => kind is PropertyKind.Object or PropertyKind.Asset or PropertyKind.Archive or PropertyKind.Resource
        ? new(encoded.Slice(start, length), secret)
        : default;

    /// <summary>The elements of a list; none for every other kind.</summary>
    public PropertyList Items => kind == PropertyKind.List ? new(encoded.Slice(start, length), secret) : default;

    /// <summary>Properties by name as one value, without copying them.</summary>
    public static PropertyValue FromMap(PropertyMap map) => new(map, map.IsSecret);

    /// <summary>Reads a google.protobuf.Value. The bytes are not copied: they must not change.</summary>
    public static PropertyValue Decode(ReadOnlyMemory<byte> value) => new(value);

    /// <summary>
    /// A value from plain ones: null, bool, any number, string, <see cref="PropertyValue"/>, <see cref="PropertyMap"/>,
    /// <see cref="JsonElement"/>, a dictionary with string keys, or a sequence of such values.
    /// </summary>
    /// <exception cref="ArgumentException">The type has no counterpart among property values.</exception>
    public static PropertyValue Of(object? plain)
    {
        var writer = new PropertyWriter();
        writer.WritePlain(plain);
        return writer.ToValue();
    }

    /// <summary>The same value, marked secret.</summary>
    public static PropertyValue SecretOf(object? plain)
    {
        var writer = new PropertyWriter();
        writer.WriteStartSecret();
        writer.WritePlain(plain);
        writer.WriteEndSecret();
        return writer.ToValue();
    }

    /// <summary>The text of a string, otherwise null.</summary>
    public string? AsString() => kind == PropertyKind.String ? Encoding.UTF8.GetString(Utf8) : null;

    /// <summary>A number, or the number that a string spells; otherwise null.</summary>
    public double? AsNumber()
    {
        switch (kind)
        {
            case PropertyKind.Number:
                return new Wire(encoded.Span.Slice(start, length)).ReadDouble();
            case PropertyKind.String when double.TryParse(Utf8, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed):
                return parsed;
            default:
                return null;
        }
    }

    /// <summary>A number without a fraction that fits 32 bits, or the one that a string spells; otherwise null.</summary>
    public int? AsInt32() =>
        AsNumber() is { } number && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    /// <summary>A number without a fraction that a property value holds exactly, or the one that a string spells; otherwise null.</summary>
    public long? AsInt64() =>
        AsNumber() is { } number && number == Math.Floor(number) && Math.Abs(number) <= 1L << 53 ? (long)number : null;

    /// <summary>A boolean, or the one that a string spells; otherwise null.</summary>
    public bool? AsBool() => kind switch
    {
        PropertyKind.Bool => length != 0,
        PropertyKind.String when Utf8.SequenceEqual("true"u8) => true,
        PropertyKind.String when Utf8.SequenceEqual("false"u8) => false,
        _ => null,
    };

    /// <summary>Whether this is that text, without making a string of it.</summary>
    public bool Is(ReadOnlySpan<byte> utf8) => kind == PropertyKind.String && Utf8.SequenceEqual(utf8);

    /// <summary>Whether anything in here, at any depth, is unknown.</summary>
    public bool ContainsUnknown()
    {
        switch (kind)
        {
            case PropertyKind.Unknown:
                return true;
            case PropertyKind.List:
                foreach (var item in Items)
                {
                    if (item.ContainsUnknown())
                    {
                        return true;
                    }
                }

                return false;
            default:
                return Members.ContainsUnknown();
        }
    }

    /// <summary>Whether this value, something around it or anything in it is secret.</summary>
    public bool ContainsSecret()
    {
        if (secret)
        {
            return true;
        }

        foreach (var item in Items)
        {
            if (item.ContainsSecret())
            {
                return true;
            }
        }

        foreach (var member in Members.WithInternal)
        {
            if (member.Value.ContainsSecret())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The object with one member set; a secret stays one.</summary>
    /// <exception cref="InvalidOperationException">This is neither an object nor missing.</exception>
    public PropertyValue With(string name, PropertyValue value)
    {
        if (kind is not (PropertyKind.Object or PropertyKind.Missing or PropertyKind.Null))
        {
            throw new InvalidOperationException($"Cannot set {name}: the value is {kind}, not an object.");
        }

        return Of(new PropertyMap(Members.Encoded, secret).With(name, value));
    }

    /// <inheritdoc/>
    public bool Equals(PropertyValue other) => secret == other.secret && kind == other.kind && kind switch
    {
        PropertyKind.Missing or PropertyKind.Null or PropertyKind.Unknown => true,
        PropertyKind.Bool => length == other.length,
        PropertyKind.Number => AsNumber().Equals(other.AsNumber()),
        PropertyKind.String => Utf8.SequenceEqual(other.Utf8),
        PropertyKind.List => Items.Equals(other.Items),
        _ => Members.Equals(other.Members),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PropertyValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => kind switch
    {
        PropertyKind.String => HashCode.Combine(kind, AsString()),
        PropertyKind.Number => HashCode.Combine(kind, AsNumber()),
        _ => HashCode.Combine(kind, kind == PropertyKind.Bool ? length : 0),
    };

    /// <summary>JSON for people: a secret shows as "[secret]", an unknown as "[unknown]".</summary>
    public override string ToString() => kind == PropertyKind.Missing ? "" : PropertyJson.ToText(this);

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(PropertyValue left, PropertyValue right) => left.Equals(right);

    /// <summary>Whether they say something else.</summary>
    public static bool operator !=(PropertyValue left, PropertyValue right) => !left.Equals(right);

    /// <summary>Whether the value was made from a map, without copying it.</summary>
    internal bool IsMap => bare;

    internal static PropertyValue Inside(ReadOnlyMemory<byte> encoded, bool secret) => new(encoded, secret);

    /// <summary>Finds what a Value is and where its content lies; follows secret and output wrappers inwards.</summary>
    private static (PropertyKind Kind, int Start, int Length, bool Secret) Look(
        ReadOnlySpan<byte> bytes, int offset, int size, bool secret)
    {
        while (true)
        {
            var wire = new Wire(bytes.Slice(offset, size));
            if (wire.AtEnd)
            {
                // A Value without a kind is invalid; both official SDKs read it as null.
                return (PropertyKind.Null, 0, 0, secret);
            }

            var tag = wire.ReadTag();
            switch (tag)
            {
                case Wire.NullTag:
                    return (PropertyKind.Null, 0, 0, secret);
                case Wire.BoolTag:
                    return (PropertyKind.Bool, 0, wire.ReadVarint() == 0 ? 0 : 1, secret);
                case Wire.NumberTag:
                    return (PropertyKind.Number, offset + wire.Position, sizeof(double), secret);
                case Wire.StringTag:
                    var text = wire.ReadBlock();
                    return Sentinels.IsUnknown(bytes.Slice(offset + text.Start, text.Length))
                        ? (PropertyKind.Unknown, 0, 0, secret)
                        : (PropertyKind.String, offset + text.Start, text.Length, secret);
                case Wire.ListTag:
                    var list = wire.ReadBlock();
                    return (PropertyKind.List, offset + list.Start, list.Length, secret);
                case Wire.StructTag:
                    var block = wire.ReadBlock();
                    var start = offset + block.Start;
                    var special = Special.Find(bytes.Slice(start, block.Length));
                    switch (special.Signature)
                    {
                        case Signature.None:
                            return (PropertyKind.Object, start, block.Length, secret);
                        case Signature.Asset:
                            return (PropertyKind.Asset, start, block.Length, secret);
                        case Signature.Archive:
                            return (PropertyKind.Archive, start, block.Length, secret);
                        case Signature.Resource:
                            return (PropertyKind.Resource, start, block.Length, secret);
                        default:
                            secret |= special.Signature == Signature.Secret || special.IsSecretOutput;
                            if (special.ValueLength < 0)
                            {
                                return (PropertyKind.Unknown, 0, 0, secret);
                            }

                            (offset, size) = (start + special.ValueStart, special.ValueLength);
                            continue;
                    }

                default:
                    throw new InvalidDataException($"A property value is damaged: it has a field that a Value has not (tag {tag}).");
            }
        }
    }
}
