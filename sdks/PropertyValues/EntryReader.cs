namespace PropertyValues;

/// <summary>Walks the entries of an encoded google.protobuf.Struct.</summary>
internal ref struct EntryReader(ReadOnlySpan<byte> structBytes)
{
    private readonly ReadOnlySpan<byte> bytes = structBytes;
    private Wire wire = new(structBytes);

    public int KeyStart { get; private set; }

    public int KeyLength { get; private set; }

    public int ValueStart { get; private set; }

    public int ValueLength { get; private set; }

    /// <summary>Where the reader stands; reading can go on from there.</summary>
    public readonly int Position => wire.Position;

    public bool Read()
    {
        while (!wire.AtEnd)
        {
            var tag = wire.ReadTag();
            if (tag != Wire.ElementTag)
            {
                wire.Skip(tag);
                continue;
            }

            var (start, length) = wire.ReadBlock();
            ReadEntry(start, length);
            return true;
        }

        return false;
    }

    private void ReadEntry(int entryStart, int entryLength)
    {
        (KeyStart, KeyLength, ValueStart, ValueLength) = (entryStart, 0, entryStart, 0);
        var entry = new Wire(bytes.Slice(entryStart, entryLength));
        while (!entry.AtEnd)
        {
            var tag = entry.ReadTag();
            switch (tag)
            {
                case Wire.KeyTag:
                    var key = entry.ReadBlock();
                    (KeyStart, KeyLength) = (entryStart + key.Start, key.Length);
                    break;
                case Wire.ValueTag:
                    var value = entry.ReadBlock();
                    (ValueStart, ValueLength) = (entryStart + value.Start, value.Length);
                    break;
                default:
                    entry.Skip(tag);
                    break;
            }
        }
    }
}
