using System.Collections;
using System.Runtime.CompilerServices;

namespace PropertyValues;

/// <summary>A list of simple values: known as a whole or not, and each element known or not.</summary>
[CollectionBuilder(typeof(KnownList), nameof(KnownList.Create))]
public readonly struct KnownList<T> : IEquatable<KnownList<T>>, IEnumerable<Known<T>>
{
    private readonly Func<PropertyValue, Known<T>>? read;

    internal KnownList(PropertyValue value, Func<PropertyValue, Known<T>>? read) => (Value, this.read) = (value, read);

    /// <summary>A list that will only be known after deployment.</summary>
    public static KnownList<T> Unknown { get; } = new(PropertyValue.Unknown, null);

    public PropertyValue Value { get; }

    public bool IsMissing => Value.Kind is PropertyKind.Missing or PropertyKind.Null;

    public bool IsUnknown => Value.IsUnknown;

    public int Count => Value.Items.Count;

    public Enumerator GetEnumerator() => new(Value.Items, read);

    IEnumerator<Known<T>> IEnumerable<Known<T>>.GetEnumerator()
    {
        foreach (var item in this)
        {
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Known<T>>)this).GetEnumerator();

    public bool Equals(KnownList<T> other) => Value.Equals(other.Value);

    public override bool Equals(object? obj) => obj is KnownList<T> other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode();

    public static bool operator ==(KnownList<T> left, KnownList<T> right) => left.Equals(right);

    public static bool operator !=(KnownList<T> left, KnownList<T> right) => !left.Equals(right);

    public struct Enumerator
    {
        private readonly Func<PropertyValue, Known<T>>? read;
        private PropertyList.Enumerator items;

        internal Enumerator(PropertyList items, Func<PropertyValue, Known<T>>? read)
        {
            this.items = items.GetEnumerator();
            this.read = read;
        }

        // A list without a reader is missing or unknown, hence empty: there is no element to read.
        public readonly Known<T> Current => read!(items.Current);

        public bool MoveNext() => items.MoveNext();
    }
}

/// <summary>Makes lists of simple values.</summary>
public static class KnownList
{
    public static KnownList<string> Texts(PropertyValue value) => new(value, Known.Text);

    public static KnownList<int?> Integers(PropertyValue value) => new(value, Known.Integer);

    public static KnownList<double?> Numbers(PropertyValue value) => new(value, Known.Number);

    public static KnownList<bool?> Flags(PropertyValue value) => new(value, Known.Flag);

    /// <summary>A list from plain values, for tests and collection expressions.</summary>
    public static KnownList<T> Create<T>(ReadOnlySpan<Known<T>> values)
    {
        var writer = new PropertyWriter();
        writer.WriteStartList();
        foreach (var value in values)
        {
            writer.WriteValue(value.ToProperty());
        }

        writer.WriteEndList();
        return new(writer.ToValue(), Known.Reader<T>());
    }
}
