using System.Buffers.Binary;

namespace PropertyValues;

/// <summary>Reads the protobuf encoding of google.protobuf.Struct, Value and ListValue where it lies.</summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding/</remarks>
internal ref struct Wire(ReadOnlySpan<byte> bytes)
{
    internal const int Varint = 0;
    internal const int Fixed64 = 1;
    internal const int Length = 2;
    private const int Fixed32 = 5;

    // Tags of Value: a field number shifted by three bits, and the wire type.
    internal const int NullTag = (1 << 3) | Varint;
    internal const int NumberTag = (2 << 3) | Fixed64;
    internal const int StringTag = (3 << 3) | Length;
    internal const int BoolTag = (4 << 3) | Varint;
    internal const int StructTag = (5 << 3) | Length;
    internal const int ListTag = (6 << 3) | Length;

    // Struct.fields, ListValue.values, and the key and value of a map entry.
    internal const int ElementTag = (1 << 3) | Length;
    internal const int KeyTag = (1 << 3) | Length;
    internal const int ValueTag = (2 << 3) | Length;

    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int Position { get; private set; }

    public readonly bool AtEnd => Position >= bytes.Length;

    public int ReadTag() => (int)ReadVarint();

    public ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (Position >= bytes.Length)
            {
                throw Truncated();
            }

            var next = bytes[Position++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A property value is damaged: a variable-length number does not end.");
    }

    public double ReadDouble()
    {
        if (bytes.Length - Position < sizeof(double))
        {
            throw Truncated();
        }

        var value = BinaryPrimitives.ReadDoubleLittleEndian(bytes[Position..]);
        Position += sizeof(double);
        return value;
    }

    /// <summary>Reads a length and steps over that many bytes.</summary>
    public (int Start, int Length) ReadBlock()
    {
        var length = ReadVarint();
        if (length > (ulong)(bytes.Length - Position))
        {
            throw Truncated();
        }

        var start = Position;
        Position += (int)length;
        return (start, (int)length);
    }

    public void Skip(int tag)
    {
        switch (tag & 7)
        {
            case Varint: ReadVarint(); break;
            case Fixed64: ReadDouble(); break;
            case Length: ReadBlock(); break;
            case Fixed32 when bytes.Length - Position >= sizeof(int): Position += sizeof(int); break;
            default: throw Truncated();
        }
    }

    private static InvalidDataException Truncated() => new("A property value is damaged: it ends too early.");
}
