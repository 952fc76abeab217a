using System.Runtime.CompilerServices;

namespace PropertyValues;

/// <summary>The fixed texts by which special values are told from ordinary ones on the wire.</summary>
public static class Sentinels
{
    /// <summary>Key of an object that is not an object but a special value; its value is one of the signatures.</summary>
    public const string SignatureKey = "4dabf18193072939515e22adb298388d";

    /// <summary>Signature of a secret: the object holds the value under <c>value</c>.</summary>
    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>Signature of an asset.</summary>
    public const string Asset = "c44067f5952c0a294b673a41bacd8c17";

    /// <summary>Signature of an archive.</summary>
    public const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";

    /// <summary>Signature of a reference to a resource.</summary>
    public const string Resource = "5cf8f73096256a8f31e491e813e4eb8e";

    /// <summary>Signature of an output with what is known of it, its secrecy and its dependencies.</summary>
    public const string OutputValue = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>The unknown that programs and engines exchange.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>Unknowns that also tell the type of what is not known; only engines send them, to policy packs.</summary>
    public const string UnknownBool = "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7";

    /// <summary>A number that is not known.</summary>
    public const string UnknownNumber = "3eeb2bf0-c639-47a8-9e75-3b44932eb421";

    /// <summary>A list that is not known.</summary>
    public const string UnknownList = "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2";

    /// <summary>An object that is not known.</summary>
    public const string UnknownObject = "dd056dcd-154b-4c76-9bd3-c8f88648b5ff";

    /// <summary>An asset that is not known.</summary>
    public const string UnknownAsset = "030794c1-ac77-496b-92df-f27374a8bd58";

    /// <summary>An archive that is not known.</summary>
    public const string UnknownArchive = "e48ece36-62e2-4504-bad9-02848725956a";

    private const int UnknownLength = 36;

    /// <summary>Whether a text is one of the seven unknowns.</summary>
    public static bool IsUnknown(ReadOnlySpan<byte> text) =>
        text.Length == UnknownLength && text[8] == (byte)'-' && IsOneOfTheUnknowns(text);

    /// <inheritdoc cref="IsUnknown(ReadOnlySpan{byte})"/>
    public static bool IsUnknown(string text) =>
        text is Unknown or UnknownBool or UnknownNumber or UnknownList or UnknownObject or UnknownAsset or UnknownArchive;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsOneOfTheUnknowns(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("04da6b54-80e4-46f7-96ec-b56ff0331ba9"u8)
        || text.SequenceEqual("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"u8)
        || text.SequenceEqual("3eeb2bf0-c639-47a8-9e75-3b44932eb421"u8)
        || text.SequenceEqual("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"u8)
        || text.SequenceEqual("dd056dcd-154b-4c76-9bd3-c8f88648b5ff"u8)
        || text.SequenceEqual("030794c1-ac77-496b-92df-f27374a8bd58"u8)
        || text.SequenceEqual("e48ece36-62e2-4504-bad9-02848725956a"u8);
}
