using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace PropertyValues;

/// <summary>Writes property values in the encoding of google.protobuf.Value, in the order of the calls, like a JSON writer.</summary>
/// <remarks>
/// Lengths come before contents in this encoding: each is written as one byte and corrected when its content is complete.
/// </remarks>
/// <param name="capacity">About how many bytes the value is going to take.</param>
public sealed class PropertyWriter(int capacity = 256)
{
    private readonly Stack<Frame> frames = new();
    private byte[] buffer = new byte[capacity];
    private int position;
    private bool complete;

    // Where the content of an entry begins whose name is written and whose value is not; 0 for none.
    private int namedEntryAt;

    private enum Container : byte
    {
        Object,
        List,
    }

    /// <summary>The name of the next value; only inside of an object.</summary>
    public void WriteName(string propertyName)
    {
        if (!MayName)
        {
            throw NotInside(propertyName);
        }

        OpenEntry();
        Text(propertyName);
    }

    /// <inheritdoc cref="WriteName(string)"/>
    public void WriteName(ReadOnlySpan<byte> utf8)
    {
        if (!MayName)
        {
            throw NotInside(Encoding.UTF8.GetString(utf8));
        }

        OpenEntry();
        Utf8(utf8);
    }

    /// <summary>Starts an object; names and values follow in turn.</summary>
    public void WriteStartObject() => Start(Container.Object, Wire.StructTag, isSecret: false);

    /// <summary>Ends the object that was started last.</summary>
    public void WriteEndObject() => End(Container.Object);

    /// <summary>Starts a list; values follow.</summary>
    public void WriteStartList() => Start(Container.List, Wire.ListTag, isSecret: false);

    /// <summary>Ends the list that was started last.</summary>
    public void WriteEndList() => End(Container.List);

    /// <summary>Starts a wrapper that makes the one value written into it secret.</summary>
    public void WriteStartSecret()
    {
        Start(Container.Object, Wire.StructTag, isSecret: true);
        WriteName(Sentinels.SignatureKey);
        WriteString(Sentinels.Secret);
        WriteName("value");
    }

    /// <summary>Ends the wrapper that <see cref="WriteStartSecret"/> started.</summary>
    public void WriteEndSecret() => End(Container.Object);

    /// <summary>Writes null.</summary>
    public void WriteNull()
    {
        var open = BeginValue();
        Byte(Wire.NullTag);
        Byte(0);
        EndValue(open);
    }

    /// <summary>Writes true or false.</summary>
    public void WriteBool(bool value)
    {
        var open = BeginValue();
        Byte(Wire.BoolTag);
        Byte(value ? 1 : 0);
        EndValue(open);
    }

    /// <summary>Writes a number.</summary>
    public void WriteNumber(double value)
    {
        var open = BeginValue();
        Byte(Wire.NumberTag);
        BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value);
        position += sizeof(double);
        EndValue(open);
    }

    /// <summary>Writes a text.</summary>
    public void WriteString(string value)
    {
        var open = BeginValue();
        Byte(Wire.StringTag);
        Text(value);
        EndValue(open);
    }

    /// <summary>Writes a text that is UTF-8 already.</summary>
    public void WriteString(ReadOnlySpan<byte> utf8)
    {
        var open = BeginValue();
        Byte(Wire.StringTag);
        Utf8(utf8);
        EndValue(open);
    }

    /// <summary>The JSON value that the reader stands on, to whose end it goes.</summary>
    public void WriteJson(ref Utf8JsonReader reader) => JsonValue.Write(this, ref reader);

    /// <summary>The unknown that programs and engines exchange.</summary>
    public void WriteUnknown() => WriteString(Sentinels.Unknown);

    /// <summary>A value as it came, wrappers included, and still secret where something around it was; a missing one as null.</summary>
    public void WriteValue(PropertyValue value)
    {
        if (value.IsMissing)
        {
            WriteNull();
        }
        else if (value.IsMap)
        {
            WriteMap(value.Members);
        }
        else if (value.IsSecret && !IsInSecret && PropertyValue.Decode(value.Encoded) is { IsSecret: false } alone)
        {
            WriteStartSecret();
            WriteValue(alone);
            WriteEndSecret();
        }
        else
        {
            var open = BeginValue();
            Bytes(value.Encoded.Span);
            EndValue(open);
        }
    }

    /// <summary>A nested object as it came, and still secret where something around it was.</summary>
    public void WriteMap(PropertyMap map)
    {
        if (map.IsSecret && !IsInSecret)
        {
            WriteStartSecret();
            WriteMap(map);
            WriteEndSecret();
            return;
        }

        var open = BeginValue();
        Byte(Wire.StructTag);
        Varint((ulong)map.Encoded.Length);
        Bytes(map.Encoded.Span);
        EndValue(open);
    }

    /// <inheritdoc cref="PropertyValue.Of"/>
    public void WritePlain(object? plain) => PlainValue.Write(this, plain);

    /// <summary>The value written.</summary>
    public PropertyValue ToValue()
    {
        RequireComplete();
        return PropertyValue.Decode(buffer.AsMemory(0, position));
    }

    /// <summary>The object written, as properties by name.</summary>
    public PropertyMap ToMap() => ToMap(secret: false);

    // A map may itself be a special value, whose members a PropertyValue would hide: it is cut out of the bytes.
    internal PropertyMap ToMap(bool secret)
    {
        RequireComplete();
        var wire = new Wire(buffer.AsSpan(0, position));
        if (wire.ReadTag() != Wire.StructTag)
        {
            throw new InvalidOperationException("The value is not an object.");
        }

        var (start, length) = wire.ReadBlock();
        return new(buffer.AsMemory(start, length), secret);
    }

    /// <summary>Starts the object that a secret map is: what is written into it needs no wrapper of its own.</summary>
    internal void WriteStartObject(bool isSecret) => Start(Container.Object, Wire.StructTag, isSecret);

    private void Start(Container container, int tag, bool isSecret)
    {
        isSecret |= IsInSecret;
        var open = BeginValue();
        Byte(tag);
        frames.Push(new(container, open, OpenLength(), isSecret));
    }

    private void End(Container container)
    {
        if (namedEntryAt > 0 || !frames.TryPop(out var frame) || frame.Container != container)
        {
            throw new InvalidOperationException($"There is no {container} to end here.");
        }

        CloseLength(frame.ContentAt);
        EndValue(frame.Open);
    }

    private Open BeginValue()
    {
        if (frames.Count == 0)
        {
            return complete ? throw new InvalidOperationException("There is a value already.") : default;
        }

        if (frames.Peek().Container == Container.List)
        {
            Byte(Wire.ElementTag);
            return new(EntryAt: 0, ValueAt: OpenLength());
        }

        var entry = namedEntryAt > 0 ? namedEntryAt : throw new InvalidOperationException("A value inside of an object needs a name.");
        namedEntryAt = 0;
        Byte(Wire.ValueTag);
        return new(entry, OpenLength());
    }

    private bool IsInSecret => frames.TryPeek(out var frame) && frame.IsSecret;

    private bool MayName => frames.Count > 0 && frames.Peek().Container == Container.Object && namedEntryAt == 0;

    private void OpenEntry()
    {
        Byte(Wire.ElementTag);
        namedEntryAt = OpenLength();
        Byte(Wire.KeyTag);
    }

    private static InvalidOperationException NotInside(string name) => new($"The name {name} does not stand inside of an object.");

    private void EndValue(Open open)
    {
        if (open.ValueAt > 0)
        {
            CloseLength(open.ValueAt);
        }

        if (open.EntryAt > 0)
        {
            CloseLength(open.EntryAt);
        }

        complete = frames.Count == 0;
    }

    /// <summary>Leaves one byte for a length and gives the position of the content behind it.</summary>
    private int OpenLength()
    {
        Byte(0);
        return position;
    }

    private void CloseLength(int contentAt)
    {
        var length = position - contentAt;
        var extra = SizeOf((ulong)length) - 1;
        if (extra > 0)
        {
            Room(extra);
            buffer.AsSpan(contentAt, length).CopyTo(buffer.AsSpan(contentAt + extra));
        }

        position = contentAt - 1;
        Varint((ulong)length);
        position += length;
    }

    private void Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Varint((ulong)length);
        position += Encoding.UTF8.GetBytes(value, Room(length));
    }

    private void Utf8(ReadOnlySpan<byte> text)
    {
        Varint((ulong)text.Length);
        Bytes(text);
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        position += bytes.Length;
    }

    private void Byte(int value)
    {
        Room(1)[0] = (byte)value;
        position++;
    }

    private void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((int)(value | 0x80) & 0xff);
            value >>= 7;
        }

        Byte((int)value);
    }

    private static int SizeOf(ulong value) => (BitOperations.Log2(value | 1) / 7) + 1;

    private Span<byte> Room(int size)
    {
        if (buffer.Length - position < size)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, position + size));
        }

        return buffer.AsSpan(position);
    }

    private void RequireComplete()
    {
        if (!complete || frames.Count > 0)
        {
            throw new InvalidOperationException("The value is not complete.");
        }
    }

    private readonly record struct Open(int EntryAt, int ValueAt);

    private readonly record struct Frame(Container Container, Open Open, int ContentAt, bool IsSecret);
}
