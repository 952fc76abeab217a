using System.Collections;

namespace PropertyValues;

/// <summary>Simple values by key, such as tags: known as a whole or not, and each value known or not.</summary>
public readonly struct KnownMap<T> : IEquatable<KnownMap<T>>, IEnumerable<KeyValuePair<string, Known<T>>>
{
    private readonly Func<PropertyValue, Known<T>>? read;

    internal KnownMap(PropertyValue value, Func<PropertyValue, Known<T>>? read) => (Value, this.read) = (value, read);

    /// <summary>A map that will only be known after deployment.</summary>
    public static KnownMap<T> Unknown { get; } = new(PropertyValue.Unknown, null);

    /// <summary>The map as it came.</summary>
    public PropertyValue Value { get; }

    /// <summary>Whether the map is not set.</summary>
    public bool IsMissing => Value.Kind is PropertyKind.Missing or PropertyKind.Null;

    /// <summary>Whether the map as a whole will only be known after deployment.</summary>
    public bool IsUnknown => Value.IsUnknown;

    /// <summary>How many entries are known. They are counted anew each time.</summary>
    public int Count => Value.Members.Count;

    /// <summary>The value of a key: not set where there is no such key, unknown where the map is.</summary>
    public Known<T> this[string key] => read is null ? (IsUnknown ? Known<T>.Unknown : default) : read(Value[key]);

    /// <summary>Whether the key is there; false for every key of an unknown map, so ask <see cref="IsUnknown"/> first.</summary>
    public bool ContainsKey(string key) => Value.Members.ContainsKey(key);

    /// <summary>Walks the entries in order.</summary>
    public Enumerator GetEnumerator() => new(Value.Members, read);

    IEnumerator<KeyValuePair<string, Known<T>>> IEnumerable<KeyValuePair<string, Known<T>>>.GetEnumerator()
    {
        foreach (var entry in this)
        {
            yield return entry;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<KeyValuePair<string, Known<T>>>)this).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(KnownMap<T> other) => Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KnownMap<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The map for a message: its JSON with secrets as "[secret]", "[unknown]" or "not set".</summary>
    public override string ToString() => Known.ToText(Value);

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(KnownMap<T> left, KnownMap<T> right) => left.Equals(right);

    /// <summary>Whether they say something else.</summary>
    public static bool operator !=(KnownMap<T> left, KnownMap<T> right) => !left.Equals(right);

    /// <summary>A map from plain values, for tests.</summary>
    public static implicit operator KnownMap<T>(Dictionary<string, Known<T>> values) => KnownMap.Create(values);

    /// <summary>Walks the entries in order.</summary>
    public struct Enumerator
    {
        private readonly Func<PropertyValue, Known<T>>? read;
        private PropertyMap.Enumerator members;

        internal Enumerator(PropertyMap members, Func<PropertyValue, Known<T>>? read)
        {
            this.members = members.GetEnumerator();
            this.read = read;
        }

        // A map without a reader is missing or unknown, hence empty: there is no member to read.

        /// <summary>The entry that was reached.</summary>
        public readonly KeyValuePair<string, Known<T>> Current => new(members.Current.Name, read!(members.Current.Value));

        /// <summary>Goes to the next entry; false behind the last.</summary>
        public bool MoveNext() => members.MoveNext();
    }
}

/// <summary>Makes maps of simple values.</summary>
public static class KnownMap
{
    /// <summary>A map of texts.</summary>
    public static KnownMap<string> Texts(PropertyValue value) => new(value, Known.Text);

    /// <summary>A map of numbers without a fraction.</summary>
    public static KnownMap<int?> Integers(PropertyValue value) => new(value, Known.Integer);

    /// <summary>A map of numbers.</summary>
    public static KnownMap<double?> Numbers(PropertyValue value) => new(value, Known.Number);

    /// <summary>A map of booleans.</summary>
    public static KnownMap<bool?> Flags(PropertyValue value) => new(value, Known.Flag);

    /// <summary>A map from plain values, for tests.</summary>
    public static KnownMap<T> Create<T>(IReadOnlyDictionary<string, Known<T>> values) => new(
        PropertyValue.Of(values.Select(entry => KeyValuePair.Create(entry.Key, (object?)entry.Value.ToProperty()))),
        Known.Reader<T>());
}
