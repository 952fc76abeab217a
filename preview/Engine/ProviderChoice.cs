using System.Collections.Immutable;
using Pulumirpc;

namespace Preview.Engine;

/// <summary>Chooses a provider: the one named, the one of the package that is handed down, the parent's own, or a default one.</summary>
internal sealed class ProviderChoice(ProviderPool pool)
{
    public async Task<RegisteredResource> ForResourceAsync(RegisterResourceRequest request, RegisteredResource? parent, ProviderRequest package)
    {
        if (request.Provider.Length > 0)
        {
            return pool.Explicit(request.Provider);
        }

        if (request.Providers.TryGetValue(package.Package, out var given))
        {
            return pool.Explicit(given);
        }

        if (parent?.Providers.GetValueOrDefault(package.Package) is { } inherited)
        {
            return inherited;
        }

        return parent?.Provider?.ProviderPackage == package.Package ? parent.Provider : await pool.DefaultAsync(package);
    }

    /// <summary>The provider of a function or of a resource that is read.</summary>
    public async Task<RegisteredResource> ForCallAsync(string provider, ProviderRequest package) =>
        provider.Length > 0 ? pool.Explicit(provider) : await pool.DefaultAsync(package);

    /// <summary>The providers that a component hands down: its own win over those of its parent.</summary>
    public ImmutableDictionary<string, RegisteredResource> ForChildren(RegisterResourceRequest request, RegisteredResource? parent)
    {
        var providers = parent?.Providers ?? Registration.NoProviders;
        if (request.Provider.Length > 0)
        {
            var own = pool.Explicit(request.Provider);
            providers = providers.SetItem(own.ProviderPackage!, own);
        }

        return providers.SetItems(request.Providers.Select(given => KeyValuePair.Create(given.Key, pool.Explicit(given.Value))));
    }
}
