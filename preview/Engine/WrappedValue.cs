namespace Preview.Engine;

/// <summary>Looks at the wrappers around a value, which <see cref="PropertyValue"/> sees through.</summary>
internal static class WrappedValue
{
    // Tag of Value.struct_value on the wire: field 5, a length follows.
    private const byte StructTag = (5 << 3) | 2;

    /// <summary>The secret and output wrappers around a value, outermost first.</summary>
    public static IEnumerable<PropertyMap> WrappersOf(PropertyValue value)
    {
        for (var encoded = value.Encoded; TryReadWrapper(encoded, out var wrapper, out var inner); encoded = inner)
        {
            yield return wrapper;
        }
    }

    /// <summary>The value without its wrappers; false where it has none.</summary>
    public static bool Unwrap(PropertyValue value, out PropertyValue inner)
    {
        var encoded = value.Encoded;
        var isWrapped = false;
        while (TryReadWrapper(encoded, out _, out var next))
        {
            (encoded, isWrapped) = (next, true);
        }

        inner = isWrapped ? PropertyValue.Decode(encoded) : value;
        return isWrapped;
    }

    private static bool TryReadWrapper(ReadOnlyMemory<byte> encoded, out PropertyMap wrapper, out ReadOnlyMemory<byte> inner)
    {
        (wrapper, inner) = (default, default);
        if (encoded.IsEmpty || encoded.Span[0] != StructTag)
        {
            return false;
        }

        var start = 1;
        while (start < encoded.Length && encoded.Span[start++] >= 0x80)
        {
        }

        wrapper = PropertyMap.Decode(encoded[start..]);
        var signature = wrapper[Sentinels.SignatureKey];
        if (!signature.Is("1b47061264138c4ac30d75fd1eb44270"u8) && !signature.Is("d0e6a833031e9bbcd3f4e8bde6ca49a4"u8))
        {
            return false;
        }

        inner = wrapper["value"].Encoded;
        return true;
    }
}
