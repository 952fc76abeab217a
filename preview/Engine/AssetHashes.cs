using System.Security.Cryptography;
using Preview.Providers;

namespace Preview.Engine;

/// <summary>
/// Adds to assets the hash of their content, as the engine does, so that providers see when it changes. Texts and files that are
/// there have one here; what lies behind an address, and archives, have none.
/// </summary>
internal static class AssetHashes
{
    public static PropertyMap Add(PropertyMap inputs)
    {
        if (inputs.Encoded.Span.IndexOf("c44067f5952c0a294b673a41bacd8c17"u8) < 0)
        {
            return inputs;
        }

        var writer = new PropertyWriter();
        WriteMembers(writer, inputs, insideSecret: false);
        return writer.ToMap();
    }

    private static void WriteMembers(PropertyWriter writer, PropertyMap map, bool insideSecret)
    {
        writer.WriteStartObject();
        foreach (var member in map.WithInternal)
        {
            writer.WriteName(member.Name);
            Write(writer, member.Value, insideSecret);
        }

        writer.WriteEndObject();
    }

    private static void Write(PropertyWriter writer, PropertyValue value, bool insideSecret)
    {
        if (value is { Kind: PropertyKind.Asset } && value["hash"].IsMissing && HashOf(value) is { } hash)
        {
            var asset = value.Members.With("hash", PropertyValue.Of(hash));
            writer.WriteValue(value.IsSecret && !insideSecret ? PropertyValue.SecretOf(asset) : PropertyValue.Of(asset));
            return;
        }

        Secrets.Write(writer, value, insideSecret, WriteContent);
    }

    private static void WriteContent(PropertyWriter writer, PropertyValue value, bool insideSecret)
    {
        if (value.Kind == PropertyKind.Object)
        {
            WriteMembers(writer, value.Members, insideSecret);
            return;
        }

        writer.WriteStartList();
        foreach (var item in value.Items)
        {
            Write(writer, item, insideSecret);
        }

        writer.WriteEndList();
    }

    private static string? HashOf(PropertyValue asset)
    {
        if (asset["text"].Kind == PropertyKind.String)
        {
            return Convert.ToHexStringLower(SHA256.HashData(asset["text"].Utf8));
        }

        return asset["path"].AsString() is { } path && File.Exists(path)
            ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))
            : null;
    }
}
