using System.Text;

namespace PropertyValues;

/// <summary>
/// Properties by name, read where they lie in the bytes of a google.protobuf.Struct. <c>default</c> is empty.
/// </summary>
/// <remarks>
/// Names that begin with <c>__</c> (such as <c>__defaults</c>) are bookkeeping of providers and SDKs, not properties: they are
/// only seen through <see cref="WithInternal"/>, and survive <see cref="With"/> and <see cref="Without"/>.
/// </remarks>
public readonly struct PropertyMap : IEquatable<PropertyMap>
{
    private readonly ReadOnlyMemory<byte> encoded;
    private readonly bool secret;

    internal PropertyMap(ReadOnlyMemory<byte> encoded, bool secret)
    {
        this.encoded = encoded;
        this.secret = secret;
    }

    /// <summary>No properties.</summary>
    public static PropertyMap Empty => default;

    /// <summary>The google.protobuf.Struct as it came.</summary>
    public ReadOnlyMemory<byte> Encoded => encoded;

    /// <summary>Whether the whole of it is secret, as the content of a secret object is.</summary>
    public bool IsSecret => secret;

    /// <summary>Whether there are no properties, internal ones aside.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>How many properties there are, internal ones aside. They are counted anew each time.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var _ in this)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>All entries, those that begin with <c>__</c> included.</summary>
    public InternalView WithInternal => new(this);

    /// <summary>The value of that name, or a missing value.</summary>
    public PropertyValue this[string name]
    {
        get
        {
            Span<byte> buffer = stackalloc byte[128];
            var utf8 = Encoding.UTF8.TryGetBytes(name, buffer, out var written) ? buffer[..written] : Encoding.UTF8.GetBytes(name);
            return this[utf8];
        }
    }

    /// <inheritdoc cref="this[string]"/>
    public PropertyValue this[ReadOnlySpan<byte> name]
    {
        get
        {
            var bytes = encoded.Span;
            var reader = new EntryReader(bytes);
            var (start, length) = (0, -1);
            while (reader.Read())
            {
                // As in every protobuf map, the last entry of a key counts.
                if (bytes.Slice(reader.KeyStart, reader.KeyLength).SequenceEqual(name))
                {
                    (start, length) = (reader.ValueStart, reader.ValueLength);
                }
            }

            return length < 0 ? default : PropertyValue.Inside(encoded.Slice(start, length), secret);
        }
    }

    /// <summary>Reads a google.protobuf.Struct. The bytes are not copied: they must not change.</summary>
    public static PropertyMap Decode(ReadOnlyMemory<byte> value) => new(value, secret: false);

    /// <summary>Properties from plain values, see <see cref="PropertyValue.Of"/>.</summary>
    public static PropertyMap Of(IEnumerable<KeyValuePair<string, object?>> properties) => Build(writer =>
    {
        foreach (var (name, value) in properties)
        {
            writer.WriteName(name);
            writer.WritePlain(value);
        }
    });

    /// <inheritdoc cref="Of(IEnumerable{KeyValuePair{string, object?}})"/>
    public static PropertyMap Of(params ReadOnlySpan<(string Name, object? Value)> properties)
    {
        var writer = new PropertyWriter();
        writer.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            writer.WriteName(name);
            writer.WritePlain(value);
        }

        writer.WriteEndObject();
        return writer.ToMap();
    }

    /// <summary>Properties as written by a function, which writes names and values but neither the start nor the end.</summary>
    public static PropertyMap Build(Action<PropertyWriter> write)
    {
        var writer = new PropertyWriter();
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        return writer.ToMap();
    }

    /// <summary>Whether there is a property of that name, be it null or unknown.</summary>
    public bool ContainsKey(string name) => !this[name].IsMissing;

    /// <summary>These properties with one set.</summary>
    public PropertyMap With(string name, PropertyValue value) => Rewritten(name, value);

    /// <summary>These properties without one.</summary>
    public PropertyMap Without(string name) => this[name].IsMissing ? this : Rewritten(name, default);

    /// <summary>Whether anything in here, at any depth, is unknown.</summary>
    public bool ContainsUnknown()
    {
        foreach (var member in this)
        {
            if (member.Value.ContainsUnknown())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Walks the entries in order.</summary>
    public Enumerator GetEnumerator() => new(this, includeInternal: false);

    /// <summary>Equal when the same names have equal values, in whatever order; internal names do not count.</summary>
    public bool Equals(PropertyMap other)
    {
        if (encoded.Span.SequenceEqual(other.encoded.Span) && secret == other.secret)
        {
            return true;
        }

        var count = 0;
        foreach (var member in this)
        {
            count++;
            if (!member.Value.Equals(other[member.NameUtf8]))
            {
                return false;
            }
        }

        return count == other.Count;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PropertyMap other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <summary>JSON for people: a secret shows as "[secret]", an unknown as "[unknown]".</summary>
    public override string ToString() => PropertyJson.ToText(PropertyValue.Of(this));

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(PropertyMap left, PropertyMap right) => left.Equals(right);

    /// <summary>Whether they say something else.</summary>
    public static bool operator !=(PropertyMap left, PropertyMap right) => !left.Equals(right);

    private PropertyMap Rewritten(string name, PropertyValue value)
    {
        var writer = new PropertyWriter();
        writer.WriteStartObject(secret);
        foreach (var member in WithInternal)
        {
            if (member.Name == name)
            {
                continue;
            }

            writer.WriteName(member.Name);
            writer.WriteValue(member.Value);
        }

        if (!value.IsMissing)
        {
            writer.WriteName(name);
            writer.WriteValue(value);
        }

        writer.WriteEndObject();
        return writer.ToMap(secret);
    }

    /// <summary>All entries of a <see cref="PropertyMap"/>.</summary>
    public readonly struct InternalView(PropertyMap map)
    {
        /// <summary>Walks the entries in the order in which they were written.</summary>
        public Enumerator GetEnumerator() => new(map, includeInternal: true);
    }

    /// <summary>Walks the entries in the order in which they were written.</summary>
    public struct Enumerator
    {
        private readonly PropertyMap map;
        private readonly bool includeInternal;
        private int position;

        internal Enumerator(PropertyMap map, bool includeInternal)
        {
            this.map = map;
            this.includeInternal = includeInternal;
        }

        /// <summary>The entry that was reached.</summary>
        public PropertyMember Current { get; private set; }

        /// <summary>Goes to the next entry; false behind the last. Where it throws, the call after it goes on behind what cannot be read.</summary>
        public bool MoveNext()
        {
            while (position < map.encoded.Length)
            {
                var start = position;
                position = map.encoded.Length;
                var rest = map.encoded[start..];
                var reader = new EntryReader(rest.Span);
                if (!reader.Read())
                {
                    return false;
                }

                position = start + reader.Position;
                var key = rest.Slice(reader.KeyStart, reader.KeyLength);
                if (!includeInternal && key.Span.StartsWith("__"u8))
                {
                    continue;
                }

                Current = new(key, PropertyValue.Inside(rest.Slice(reader.ValueStart, reader.ValueLength), map.secret));
                return true;
            }

            return false;
        }
    }
}
