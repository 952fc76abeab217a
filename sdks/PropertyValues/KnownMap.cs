using System.Collections;

namespace PropertyValues;

/// <summary>Simple values by key, such as tags: known as a whole or not, and each value known or not.</summary>
public readonly struct KnownMap<T> : IEquatable<KnownMap<T>>, IEnumerable<KeyValuePair<string, Known<T>>>
{
    private readonly Func<PropertyValue, Known<T>>? read;

    internal KnownMap(PropertyValue value, Func<PropertyValue, Known<T>>? read) => (Value, this.read) = (value, read);

    /// <summary>A map that will only be known after deployment.</summary>
    public static KnownMap<T> Unknown { get; } = new(PropertyValue.Unknown, null);

    public PropertyValue Value { get; }

    public bool IsMissing => Value.Kind is PropertyKind.Missing or PropertyKind.Null;

    public bool IsUnknown => Value.IsUnknown;

    public int Count => Value.Members.Count;

    /// <summary>The value of a key: not set where there is no such key, unknown where the map is.</summary>
    public Known<T> this[string key] => read is null ? (IsUnknown ? Known<T>.Unknown : default) : read(Value[key]);

    /// <summary>Whether the key is there; false for every key of an unknown map, so ask <see cref="IsUnknown"/> first.</summary>
    public bool ContainsKey(string key) => Value.Members.ContainsKey(key);

    public Enumerator GetEnumerator() => new(Value.Members, read);

    IEnumerator<KeyValuePair<string, Known<T>>> IEnumerable<KeyValuePair<string, Known<T>>>.GetEnumerator()
    {
        foreach (var entry in this)
        {
            yield return entry;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<KeyValuePair<string, Known<T>>>)this).GetEnumerator();

    public bool Equals(KnownMap<T> other) => Value.Equals(other.Value);

    public override bool Equals(object? obj) => obj is KnownMap<T> other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode();

    public static bool operator ==(KnownMap<T> left, KnownMap<T> right) => left.Equals(right);

    public static bool operator !=(KnownMap<T> left, KnownMap<T> right) => !left.Equals(right);

    public static implicit operator KnownMap<T>(Dictionary<string, Known<T>> values) => KnownMap.Create(values);

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
        public readonly KeyValuePair<string, Known<T>> Current => new(members.Current.Name, read!(members.Current.Value));

        public bool MoveNext() => members.MoveNext();
    }
}

/// <summary>Makes maps of simple values.</summary>
public static class KnownMap
{
    public static KnownMap<string> Texts(PropertyValue value) => new(value, Known.Text);

    public static KnownMap<int?> Integers(PropertyValue value) => new(value, Known.Integer);

    public static KnownMap<double?> Numbers(PropertyValue value) => new(value, Known.Number);

    public static KnownMap<bool?> Flags(PropertyValue value) => new(value, Known.Flag);

    /// <summary>A map from plain values, for tests.</summary>
    public static KnownMap<T> Create<T>(IReadOnlyDictionary<string, Known<T>> values) => new(
        PropertyValue.Of(values.Select(entry => KeyValuePair.Create(entry.Key, (object?)entry.Value.ToProperty()))),
        Known.Reader<T>());
}
