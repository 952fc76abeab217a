using System.Security.Cryptography;
using Preview.Providers;

namespace Preview.Engine;

/// <summary>
/// Assets and archives as the engine keeps them: the members that it knows, and for an asset the hash of its content, so that
/// providers see when it changes. What lies behind an address, and archives, have no hash here.
/// </summary>
/// <param name="directory">Folder of the program, which relative paths start from.</param>
internal sealed class Assets(string directory)
{
    /// <exception cref="RefusedException">A file is missing.</exception>
    public PropertyMap Complete(PropertyMap properties)
    {
        var bytes = properties.Encoded.Span;
        if (bytes.IndexOf("c44067f5952c0a294b673a41bacd8c17"u8) < 0 && bytes.IndexOf("0def7320c3a5731c473e5ecbe6d01bc7"u8) < 0)
        {
            return properties;
        }

        var writer = new PropertyWriter();
        WriteMembers(writer, properties, insideSecret: false);
        return writer.ToMap();
    }

    private void WriteMembers(PropertyWriter writer, PropertyMap map, bool insideSecret)
    {
        writer.WriteStartObject();
        foreach (var member in map.WithInternal)
        {
            writer.WriteName(member.Name);
            Write(writer, member.Value, insideSecret);
        }

        writer.WriteEndObject();
    }

    private void Write(PropertyWriter writer, PropertyValue value, bool insideSecret)
    {
        if (value.Kind is not (PropertyKind.Asset or PropertyKind.Archive))
        {
            Secrets.Write(writer, value, insideSecret, WriteContent);
        }
        else if (value.IsSecret && !insideSecret)
        {
            writer.WriteStartSecret();
            WriteAsset(writer, value);
            writer.WriteEndSecret();
        }
        else
        {
            WriteAsset(writer, value);
        }
    }

    private void WriteContent(PropertyWriter writer, PropertyValue value, bool insideSecret)
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

    private void WriteAsset(PropertyWriter writer, PropertyValue asset)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in asset.Members)
        {
            writer.WriteName(name);
            Write(writer, value, insideSecret: true);
        }

        if (asset.Kind == PropertyKind.Asset && asset["hash"].IsMissing && HashOf(asset) is { } hash)
        {
            writer.WriteName("hash");
            writer.WriteString(hash);
        }

        writer.WriteEndObject();
    }

    private string? HashOf(PropertyValue asset)
    {
        if (asset["text"].Kind == PropertyKind.String)
        {
            return Convert.ToHexStringLower(SHA256.HashData(asset["text"].Utf8));
        }

        if (asset["path"].AsString() is not { } path)
        {
            return null;
        }

        var file = Path.Combine(directory, path);
        return File.Exists(file)
            ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))
            : throw RefusedException.Invalid($"failed to compute asset hash: there is no file {file}");
    }
}
