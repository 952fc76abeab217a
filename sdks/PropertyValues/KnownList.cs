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

    /// <summary>The list as it came.</summary>
    public PropertyValue Value { get; }

    /// <summary>Whether the list is not set.</summary>
    public bool IsMissing => Value.Kind is PropertyKind.Missing or PropertyKind.Null;

    /// <summary>Whether the list as a whole will only be known after deployment.</summary>
    public bool IsUnknown => Value.IsUnknown;

    /// <summary>How many elements are known. They are counted anew each time.</summary>
    public int Count => Value.Items.Count;

    /// <summary>Walks the elements in order.</summary>
    public Enumerator GetEnumerator() => new(Value.Items, read);

    IEnumerator<Known<T>> IEnumerable<Known<T>>.GetEnumerator()
    {
        foreach (var item in this)
        {
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Known<T>>)this).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(KnownList<T> other) => Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KnownList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The list for a message: its JSON with secrets as "[secret]", "[unknown]" or "not set".</summary>
    public override string ToString() => Known.ToText(Value);

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(KnownList<T> left, KnownList<T> right) => left.Equals(right);

    /// <summary>Whether they say something else.</summary>
    public static bool operator !=(KnownList<T> left, KnownList<T> right) => !left.Equals(right);

    /// <summary>Walks the elements in order.</summary>
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

        /// <summary>The element that was reached.</summary>
        public readonly Known<T> Current => read!(items.Current);

        /// <summary>Goes to the next element; false behind the last.</summary>
        public bool MoveNext() => items.MoveNext();
    }
}

/// <summary>Makes lists of simple values.</summary>
public static class KnownList
{
    /// <summary>A list of texts.</summary>
    public static KnownList<string> Texts(PropertyValue value) => new(value, Known.Text);

    /// <summary>A list of numbers without a fraction.</summary>
    public static KnownList<int?> Integers(PropertyValue value) => new(value, Known.Integer);

    /// <summary>A list of numbers.</summary>
    public static KnownList<double?> Numbers(PropertyValue value) => new(value, Known.Number);

    /// <summary>A list of booleans.</summary>
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
