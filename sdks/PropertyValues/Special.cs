namespace PropertyValues;

/// <summary>The kinds of special values that travel as objects with a signature.</summary>
internal enum Signature : byte
{
    None,
    Secret,
    Output,
    Asset,
    Archive,
    Resource,
}

/// <summary>What an object's signature says, and where the value it wraps lies.</summary>
internal readonly ref struct Special
{
    private Special(Signature signature, int valueStart, int valueLength, bool isSecretOutput)
    {
        Signature = signature;
        ValueStart = valueStart;
        ValueLength = valueLength;
        IsSecretOutput = isSecretOutput;
    }

    public Signature Signature { get; }

    public int ValueStart { get; }

    /// <summary>Negative where the wrapper holds no value: an output that is not known.</summary>
    public int ValueLength { get; }

    public bool IsSecretOutput { get; }

    public static Special Find(ReadOnlySpan<byte> structBytes)
    {
        var signature = Signature.None;
        var (valueStart, valueLength, secretFlag) = (0, -1, false);
        var reader = new EntryReader(structBytes);
        while (reader.Read())
        {
            var key = structBytes.Slice(reader.KeyStart, reader.KeyLength);
            switch (key.Length)
            {
                case 32 when key.SequenceEqual("4dabf18193072939515e22adb298388d"u8):
                    signature = Named(structBytes.Slice(reader.ValueStart, reader.ValueLength));
                    break;
                case 5 when key.SequenceEqual("value"u8):
                    (valueStart, valueLength) = (reader.ValueStart, reader.ValueLength);
                    break;
                case 6 when key.SequenceEqual("secret"u8):
                    var flag = structBytes.Slice(reader.ValueStart, reader.ValueLength);
                    secretFlag = flag.Length == 2 && flag[0] == Wire.BoolTag && flag[1] != 0;
                    break;
            }
        }

        return new(signature, valueStart, valueLength, signature == Signature.Output && secretFlag);
    }

    private static Signature Named(ReadOnlySpan<byte> value)
    {
        var wire = new Wire(value);
        if (wire.AtEnd || wire.ReadTag() != Wire.StringTag)
        {
            return Signature.None;
        }

        var (start, length) = wire.ReadBlock();
        var text = value.Slice(start, length);
        return text switch
        {
            _ when text.SequenceEqual("1b47061264138c4ac30d75fd1eb44270"u8) => Signature.Secret,
            _ when text.SequenceEqual("d0e6a833031e9bbcd3f4e8bde6ca49a4"u8) => Signature.Output,
            _ when text.SequenceEqual("c44067f5952c0a294b673a41bacd8c17"u8) => Signature.Asset,
            _ when text.SequenceEqual("0def7320c3a5731c473e5ecbe6d01bc7"u8) => Signature.Archive,
            _ when text.SequenceEqual("5cf8f73096256a8f31e491e813e4eb8e"u8) => Signature.Resource,
            _ => throw new InvalidDataException(
                $"A property value carries the unknown signature {System.Text.Encoding.UTF8.GetString(text)}."),
        };
    }
}
