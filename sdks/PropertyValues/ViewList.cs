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

    public PropertyValue Value { get; }

    public bool IsMissing => Value.Kind is PropertyKind.Missing or PropertyKind.Null;

    public bool IsUnknown => Value.IsUnknown;

    public int Count => Value.Items.Count;

    public TView this[int index] => TView.From(Value[index]);

    public static ViewList<TView> From(PropertyValue value) => new(value);

    public Enumerator GetEnumerator() => new(Value.Items);

    IEnumerator<TView> IEnumerable<TView>.GetEnumerator()
    {
        foreach (var view in this)
        {
            yield return view;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<TView>)this).GetEnumerator();

    public bool Equals(ViewList<TView> other) => Value.Equals(other.Value);

    public override bool Equals(object? obj) => obj is ViewList<TView> other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode();

    public static bool operator ==(ViewList<TView> left, ViewList<TView> right) => left.Equals(right);

    public static bool operator !=(ViewList<TView> left, ViewList<TView> right) => !left.Equals(right);

    public struct Enumerator
    {
        private PropertyList.Enumerator items;

        internal Enumerator(PropertyList items) => this.items = items.GetEnumerator();

        public readonly TView Current => TView.From(items.Current);

        public bool MoveNext() => items.MoveNext();
    }
}

/// <summary>Makes lists of views from views, for tests and collection expressions.</summary>
public static class ViewList
{
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
