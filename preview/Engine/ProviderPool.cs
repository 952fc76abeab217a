using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Preview.Engine;

/// <summary>Which provider a resource gets: one that the program made, or a default one that the engine registers on first use.</summary>
internal sealed class ProviderPool(EngineSettings settings, StackState state, Registrar registrar)
{
    private const string DisabledKey = "pulumi:disable-default-providers";

    private readonly Dictionary<ProviderRequest, RegisteredResource> defaults = [];

    /// <summary>A provider that the program made, by its reference.</summary>
    public RegisteredResource Explicit(string reference) =>
        state.Find(ProviderReference.UrnOf(reference)) is { ProviderPackage: not null } provider
            ? provider
            : throw RefusedException.Invalid($"The provider {reference} is not registered; providers come before the resources that use them.");

    /// <summary>The default provider for a package; the caller holds the gate of the state.</summary>
    public async Task<RegisteredResource> DefaultAsync(ProviderRequest request)
    {
        if (defaults.TryGetValue(request, out var known))
        {
            return known;
        }

        if (IsDisabled(request.Package))
        {
            throw RefusedException.Invalid(
                $"Default provider for '{request.Package}' disabled by {DisabledKey}; give the resource an explicit provider.");
        }

        return defaults[request] = await registrar.RegisterAsync(new()
        {
            Type = TypeToken.ProviderOf(request.Package),
            Name = NameOf(request),
            IsCustom = true,
            Inputs = InputsFor(request),
        });
    }

    private bool IsDisabled(string package)
    {
        if (settings.Config[DisabledKey] is not { Length: > 0 } list)
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(list);
            return json.RootElement.EnumerateArray().Any(item => item.GetString() is "*" || item.GetString() == package);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw RefusedException.Invalid($"{DisabledKey} is {list}; accepted is a JSON list of packages, or [\"*\"].");
        }
    }

    /// <summary>default, default_7_48_0, default_1_2_3_alpha_1_meta, default_7_48_0_https_/example.com/plugins.</summary>
    private static string NameOf(ProviderRequest request)
    {
        var name = new StringBuilder("default");
        if (request.Version.Length > 0)
        {
            name.Append('_').Append(Sanitize(request.Version, ""));
        }

        if (request.DownloadUrl.Length > 0)
        {
            var parts = request.DownloadUrl.Split('/', StringSplitOptions.RemoveEmptyEntries);
            name.Append('_').AppendJoin('/', parts.Select(part => Sanitize(part, ".-")));
        }

        return name.ToString();
    }

    private static string Sanitize(string text, string alsoAllowed) =>
        string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || alsoAllowed.Contains(c) ? c : '_'));

    private PropertyMap InputsFor(ProviderRequest request)
    {
        var inputs = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        var prefix = $"{request.Package}:";
        foreach (var (key, value) in settings.Config.Values.Where(setting => setting.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            inputs[key[prefix.Length..]] = settings.Config.SecretKeys.Contains(key) ? PropertyValue.SecretOf(value) : PropertyValue.Of(value);
        }

        return PluginFacts.Add(PropertyMap.Of(inputs.Select(input => KeyValuePair.Create(input.Key, (object?)input.Value))), request);
    }
}

/// <summary>What a default provider is asked for by; one is made for each distinct request.</summary>
internal readonly record struct ProviderRequest(string Package, string Version, string DownloadUrl);
