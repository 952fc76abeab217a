namespace Pulumi.Policy.Hosting;

/// <summary>Walks the fields of an encoded protobuf message where they lie.</summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding/</remarks>
internal struct MessageReader(ReadOnlyMemory<byte> message)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;

    private int position;

    /// <summary>The number of the field that was reached.</summary>
    public int Field { get; private set; }

    /// <summary>What it holds, where it is a text, message or bytes; numbers are passed over, since nobody asks for them.</summary>
    public ReadOnlyMemory<byte> Content { get; private set; }

    /// <summary>Goes to the next field; false behind the last.</summary>
    public bool Read()
    {
        if (position == message.Length)
        {
            return false;
        }

        var tag = ReadVarint();
        (Field, Content) = ((int)(tag >> 3), default);
        switch (tag & 7)
        {
            case LengthDelimited: Content = Take(ReadVarint()); break;
            case Varint: ReadVarint(); break;
            case Fixed64: Take(sizeof(long)); break;
            case Fixed32: Take(sizeof(int)); break;
            default: throw Truncated();
        }

        return true;
    }

    private ReadOnlyMemory<byte> Take(ulong length)
    {
        if (length > (ulong)(message.Length - position))
        {
            throw Truncated();
        }

        var content = message.Slice(position, (int)length);
        position += (int)length;
        return content;
    }

    private ulong ReadVarint()
    {
        ulong value = 0;
        var bytes = message.Span;
        for (var shift = 0; shift < 64 && position < bytes.Length; shift += 7)
        {
            var next = bytes[position++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Truncated();
    }

    private static InvalidDataException Truncated() => new("The request is damaged: it ends too early.");
}
