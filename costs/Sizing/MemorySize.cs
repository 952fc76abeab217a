using System.Globalization;

namespace Costs.Sizing;

/// <summary>An amount of memory. Only its factories know units, so MiB of a card and GB of a model never mix.</summary>
public readonly record struct MemorySize : IComparable<MemorySize>
{
    private readonly double bytes;

    private MemorySize(double bytes) => this.bytes = bytes;

    public static MemorySize FromMiB(double mebibytes) => FromBytes(mebibytes * 1024 * 1024);

    public static MemorySize FromGB(double billionBytes) => FromBytes(billionBytes * 1e9);

    public double GB => bytes / 1e9;

    public int CompareTo(MemorySize other) => bytes.CompareTo(other.bytes);

    /// <summary>In billions of bytes, the unit in which models are sized: 41.6 GB.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{GB:0.#} GB");

    public static MemorySize operator *(MemorySize size, double factor) => FromBytes(size.bytes * factor);

    public static bool operator <(MemorySize left, MemorySize right) => left.bytes < right.bytes;

    public static bool operator >(MemorySize left, MemorySize right) => left.bytes > right.bytes;

    public static bool operator <=(MemorySize left, MemorySize right) => left.bytes <= right.bytes;

    public static bool operator >=(MemorySize left, MemorySize right) => left.bytes >= right.bytes;

    private static MemorySize FromBytes(double bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new(bytes);
    }
}
