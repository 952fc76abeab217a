namespace Pulumi;

/// <summary>Content that the engine carries to the provider: one file or many.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string signature, string member, object content) =>
        (Signature, Member, Content) = (signature, member, content);

    internal string Signature { get; }

    /// <summary>What the content is on the wire: text, path, uri or assets.</summary>
    internal string Member { get; }

    internal object Content { get; }
}

/// <summary>One file.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string member, string content)
        : base(PropertyValues.Sentinels.Asset, member, content)
    {
    }
}

/// <summary>Many files.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string member, object content)
        : base(PropertyValues.Sentinels.Archive, member, content)
    {
    }
}

/// <summary>A file of this machine.</summary>
public sealed class FileAsset(string path) : Asset("path", path);

/// <summary>A file that holds a text.</summary>
public sealed class StringAsset(string text) : Asset("text", text);

/// <summary>A file that the engine fetches.</summary>
public sealed class RemoteAsset(string uri) : Asset("uri", uri);

/// <summary>A folder or an archive file of this machine.</summary>
public sealed class FileArchive(string path) : Archive("path", path);

/// <summary>An archive file that the engine fetches.</summary>
public sealed class RemoteArchive(string uri) : Archive("uri", uri);

/// <summary>An archive put together from other content.</summary>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive("assets", assets.ToImmutableDictionary());
