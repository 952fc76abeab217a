using Google.Protobuf;
using Google.Protobuf.Collections;
using Rpc = Pulumirpc;

namespace Pulumi.Policy.Hosting;

/// <summary>Resources as policies see them, from what the engine sends. Property bags are not copied.</summary>
internal static class ResourceReader
{
    public static PolicyResource Read(Rpc.AnalyzeRequest request) => new()
    {
        Type = request.Type,
        Name = request.Name,
        Urn = request.Urn,
        Inputs = Decode(request.Properties),
        Options = Read(request.Options),
        Provider = Read(request.Provider),
        Parent = request.Options?.Parent ?? "",
    };

    public static PolicyResource Read(Rpc.AnalyzerResource resource, ByteString inputs) => new()
    {
        Type = resource.Type,
        Name = resource.Name,
        Urn = resource.Urn,
        Inputs = Decode(inputs),
        Outputs = Decode(resource.Properties),
        Options = Read(resource.Options),
        Provider = Read(resource.Provider),
        Parent = resource.Parent is { Length: > 0 } parent ? parent : resource.Options?.Parent ?? "",
        Dependencies = Read(resource.Dependencies),
        PropertyDependencies = Read(resource.PropertyDependencies),
    };

    private static PropertyMap Decode(ByteString properties) => PropertyMap.Decode(properties.Memory);

    private static ImmutableArray<string> Read(RepeatedField<string> texts) => texts.Count == 0 ? [] : [.. texts];

    private static ImmutableDictionary<string, ImmutableArray<string>> Read(
        MapField<string, Rpc.AnalyzerPropertyDependencies> dependencies)
    {
        if (dependencies.Count == 0)
        {
            return ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        }

        var builder = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        foreach (var (property, urns) in dependencies)
        {
            builder[property] = Read(urns.Urns);
        }

        return builder.ToImmutable();
    }

    private static ProviderInfo? Read(Rpc.AnalyzerProviderResource? provider) =>
        provider is null ? null : new(provider.Type, provider.Name, provider.Urn, Decode(provider.Properties));

    private static ResourceOptions Read(Rpc.AnalyzerResourceOptions? options) => options is null || IsPlain(options)
        ? ResourceOptions.None
        : new()
        {
            Protect = options.Protect,
            IgnoreChanges = Read(options.IgnoreChanges),
            DeleteBeforeReplace = options.DeleteBeforeReplaceDefined ? options.DeleteBeforeReplace : null,
            AdditionalSecretOutputs = Read(options.AdditionalSecretOutputs),
            Aliases = Read(options.Aliases),
            CreateTimeout = Timeout(options.CustomTimeouts?.Create),
            UpdateTimeout = Timeout(options.CustomTimeouts?.Update),
            DeleteTimeout = Timeout(options.CustomTimeouts?.Delete),
            ReadTimeout = Timeout(options.CustomTimeouts?.Read),
        };

    private static bool IsPlain(Rpc.AnalyzerResourceOptions options) =>
        !options.Protect
        && !options.DeleteBeforeReplaceDefined
        && options.IgnoreChanges.Count + options.AdditionalSecretOutputs.Count + options.Aliases.Count == 0
        && options.CustomTimeouts is null or { Create: 0, Update: 0, Delete: 0, Read: 0 };

    /// <summary>The engine sends 0 seconds for a timeout that is not set.</summary>
    private static TimeSpan? Timeout(double? seconds) => seconds is > 0 ? TimeSpan.FromSeconds(seconds.Value) : null;
}
