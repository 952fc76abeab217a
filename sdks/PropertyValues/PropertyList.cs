namespace PropertyValues;

/// <summary>The elements of a list, read where they lie in the bytes of a google.protobuf.ListValue. <c>default</c> is empty.</summary>
public readonly struct PropertyList : IEquatable<PropertyList>
{
    private readonly ReadOnlyMemory<byte> encoded;
    private readonly bool secret;

    internal PropertyList(ReadOnlyMemory<byte> encoded, bool secret)
    {
        this.encoded = encoded;
        this.secret = secret;
    }

    /// <summary>How many elements there are. They are counted anew each time.</summary>
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

    /// <summary>Walks the elements in order.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <inheritdoc/>
    public bool Equals(PropertyList other)
    {
        var (mine, others) = (GetEnumerator(), other.GetEnumerator());
        while (mine.MoveNext())
        {
            if (!others.MoveNext() || !mine.Current.Equals(others.Current))
            {
                return false;
            }
        }

        return !others.MoveNext();
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PropertyList other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(PropertyList left, PropertyList right) => left.Equals(right);

    /// <summary>Whether they say something else.</summary>
    public static bool operator !=(PropertyList left, PropertyList right) => !left.Equals(right);

    /// <summary>Walks the elements in order.</summary>
    public struct Enumerator
    {
        private readonly PropertyList list;
        private int position;

        internal Enumerator(PropertyList list) => this.list = list;

        /// <summary>The element that was reached.</summary>
        public PropertyValue Current { get; private set; }

        /// <summary>Goes to the next element; false behind the last. Where it throws, the call after it goes on behind what cannot be read.</summary>
        public bool MoveNext()
        {
            var bytes = list.encoded;
            while (position < bytes.Length)
            {
                var before = position;
                position = bytes.Length;
                var wire = new Wire(bytes.Span[before..]);
                var tag = wire.ReadTag();
                if (tag != Wire.ElementTag)
                {
                    wire.Skip(tag);
                    position = before + wire.Position;
                    continue;
                }

                var (start, length) = wire.ReadBlock();
                position = before + wire.Position;
                Current = PropertyValue.Inside(bytes.Slice(before + start, length), list.secret);
                return true;
            }

            return false;
        }
    }
}
