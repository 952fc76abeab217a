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

    private static PropertyMap Decode(ByteString properties) => PropertyMap.Decode(properties.Memory);

    private static ImmutableArray<string> Read(RepeatedField<string> texts) => texts.Count == 0 ? [] : [.. texts];

    public static ProviderInfo? Read(Rpc.AnalyzerProviderResource? provider) =>
        provider is null ? null : new(provider.Type, provider.Name, provider.Urn, Decode(provider.Properties));

    public static ResourceOptions Read(Rpc.AnalyzerResourceOptions? options) => options is null || IsPlain(options)
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
