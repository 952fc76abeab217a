namespace Preview.Engine;

/// <summary>What a provider keeps of its plugin among its inputs: the version, and where it comes from in an object of the engine's own.</summary>
internal static class PluginFacts
{
    private const string Internal = "__internal";

    public static PropertyMap Add(PropertyMap inputs, ProviderRequest package)
    {
        if (package is { Version: "", DownloadUrl: "" })
        {
            return inputs;
        }

        if (package.Version.Length > 0 && inputs["version"].IsMissing)
        {
            inputs = inputs.With("version", PropertyValue.Of(package.Version));
        }

        var source = package.DownloadUrl.Length > 0 ? PropertyMap.Of(("pluginDownloadURL", package.DownloadUrl)) : PropertyMap.Empty;
        return inputs.With(Internal, PropertyValue.Of(source));
    }

    public static PropertyMap Remove(PropertyMap inputs) => inputs.Without(Internal);
}
