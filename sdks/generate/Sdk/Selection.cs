using Generate.Manifests;
using Generate.Schema;

namespace Generate.Sdk;

/// <summary>What a manifest asks of a schema.</summary>
internal sealed record Selection(
    IReadOnlyList<ResourceSpec> Resources, IReadOnlyList<FunctionSpec> Functions, ResourceSpec? Provider)
{
    public static Selection Of(Manifest manifest, PackageSchema schema)
    {
        var resources = schema.ResourceTokens.ToHashSet(StringComparer.Ordinal);
        var functions = schema.FunctionTokens.ToHashSet(StringComparer.Ordinal);
        var unknown = manifest.Entries.FirstOrDefault(entry =>
            entry.Token != schema.ProviderToken && !resources.Contains(entry.Token) && !functions.Contains(entry.Token));
        if (unknown is not null)
            throw manifest.Unknown(unknown, $"a resource, a function or the provider ({schema.ProviderToken})", [schema]);

        // Sorted, so that the order of the manifest is its reader's alone.
        List<string> tokens = [.. manifest.Entries.Select(entry => entry.Token).Order(StringComparer.Ordinal)];
        return new Selection(
            [.. tokens.Where(resources.Contains).Select(schema.Resource)],
            [.. tokens.Where(functions.Contains).Select(schema.Function)],
            tokens.Contains(schema.ProviderToken) ? schema.Provider() : null);
    }
}
