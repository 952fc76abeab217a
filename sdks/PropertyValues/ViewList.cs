using System.Collections;
using System.Runtime.CompilerServices;

namespace PropertyValues;

/// <summary>A list of nested objects seen through a view: known as a whole or not, and each element known or not.</summary>
[CollectionBuilder(typeof(ViewList), nameof(ViewList.Create))]
public readonly struct ViewList<TView> : IEquatable<ViewList<TView>>, IEnumerable<TView>
    where TView : struct, IPropertyView<TView>
{
    private ViewList(PropertyValue value) => Value = value;

    /// <summary>A list that will only be known after deployment.</summary>
    public static ViewList<TView> Unknown { get; } = new(PropertyValue.Unknown);

    /// <summary>The list as it came.</summary>
    public PropertyValue Value { get; }

    /// <summary>Whether the list is not set.</summary>
    public bool IsMissing => Value.Kind is PropertyKind.Missing or PropertyKind.Null;

    /// <summary>Whether the list as a whole will only be known after deployment.</summary>
    public bool IsUnknown => Value.IsUnknown;

    /// <summary>How many elements are known. They are counted anew each time.</summary>
    public int Count => Value.Items.Count;

    /// <summary>The view of an element; of a missing value where the list is too short, of an unknown where it is unknown.</summary>
    public TView this[int index] => TView.From(Value[index]);

    /// <summary>The view of a list.</summary>
    public static ViewList<TView> From(PropertyValue value) => new(value);

    /// <summary>Walks the elements in order.</summary>
    public Enumerator GetEnumerator() => new(Value.Items);

    IEnumerator<TView> IEnumerable<TView>.GetEnumerator()
    {
        foreach (var view in this)
        {
            yield return view;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<TView>)this).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ViewList<TView> other) => Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ViewList<TView> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The list for a message: its JSON with secrets as "[secret]", "[unknown]" or "not set".</summary>
    public override string ToString() => Known.ToText(Value);

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(ViewList<TView> left, ViewList<TView> right) => left.Equals(right);

    /// <summary>Whether they say something else.</summary>
    public static bool operator !=(ViewList<TView> left, ViewList<TView> right) => !left.Equals(right);

    /// <summary>Walks the elements in order.</summary>
    public struct Enumerator
    {
        private PropertyList.Enumerator items;

        internal Enumerator(PropertyList items) => this.items = items.GetEnumerator();

        /// <summary>The element that was reached.</summary>
        public readonly TView Current => TView.From(items.Current);

        /// <summary>Goes to the next element; false behind the last.</summary>
        public bool MoveNext() => items.MoveNext();
    }
}

/// <summary>Makes lists of views from views, for tests and collection expressions.</summary>
public static class ViewList
{
    /// <summary>A list of these views.</summary>
    public static ViewList<TView> Create<TView>(ReadOnlySpan<TView> views)
        where TView : struct, IPropertyView<TView>
    {
        var writer = new PropertyWriter();
        writer.WriteStartList();
        foreach (var view in views)
        {
            writer.WriteValue(view.Value);
        }

        writer.WriteEndList();
        return ViewList<TView>.From(writer.ToValue());
    }
}
