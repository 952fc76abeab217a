using PropertyValues;

namespace Pulumi.Serialization;

/// <summary>Reads assets and archives.</summary>
internal static class AssetReader
{
    public static AssetOrArchive? Read(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Asset => ReadAsset(value),
        PropertyKind.Archive => ReadArchive(value),
        _ => null,
    };

    private static Asset ReadAsset(PropertyValue value) =>
        value["text"].AsString() is { } text ? new StringAsset(text)
        : value["path"].AsString() is { } path ? new FileAsset(path)
        : value["uri"].AsString() is { } uri ? new RemoteAsset(uri)
        : throw new ValueReaderException(" is an asset without text, path and uri.");

    private static Archive ReadArchive(PropertyValue value)
    {
        if (value["path"].AsString() is { } path)
        {
            return new FileArchive(path);
        }

        if (value["uri"].AsString() is { } uri)
        {
            return new RemoteArchive(uri);
        }

        var assets = new Dictionary<string, AssetOrArchive>();
        foreach (var member in value["assets"].Members)
        {
            assets[member.Name] = Read(member.Value)
                ?? throw new ValueReaderException(
                    $".{member.Name} is a value of kind {member.Value.Kind}, expected an asset or archive.");
        }

        return new AssetArchive(assets);
    }
}
