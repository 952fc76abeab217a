using Google.Protobuf;
using Preview.Engine;
using Preview.Policies;
using Preview.Projects;
using Preview.Schemas;
using Pulumirpc;

namespace Preview.Tests.Builders;

/// <summary>An engine with its stack registered, as every program finds it.</summary>
internal sealed class EngineUnderTest
{
    public const string StackUrn = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
    public const string BucketType = "aws:s3/bucket:Bucket";
    public const string TopicType = "aws:sns/topic:Topic";

    private EngineUnderTest(OfflineEngine engine, PolicyRun policies) => (Engine, Policies) = (engine, policies);

    public OfflineEngine Engine { get; }

    public PolicyRun Policies { get; }

    public StackState State => Engine.State;

    public static async Task<EngineUnderTest> StartAsync(StackConfig? config = null, params FakePack[] packs)
    {
        var settings = new EngineSettings("shop", "dev", config ?? StackConfig.Empty, AppContext.BaseDirectory);
        var location = new PackLocation("fake", Directory.GetCurrentDirectory(), null, PolicyPackFile.None);
        var loaded = packs.Select(pack => PackLoader.LoadAsync(
            pack, location, null, AppContext.BaseDirectory, Task.FromResult(settings), CancellationToken.None)).ToArray();
        var policies = new PolicyRun(Task.Run(async () => ImmutableArray.Create(await Task.WhenAll(loaded))));
        var engine = new EngineUnderTest(new(settings, SchemaCatalogue.Shipped, policies), policies);
        await engine.RegisterAsync(new() { Type = "pulumi:pulumi:Stack", Name = "shop-dev" });
        return engine;
    }

    /// <summary>Settings with plain values.</summary>
    public static StackConfig Config(params (string Key, string Value)[] settings) => StackConfig.Empty with
    {
        Values = settings.ToImmutableSortedDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal),
    };

    /// <summary>A custom resource below the stack, as the .NET SDK registers one.</summary>
    public static RegisterResourceRequest Custom(string type, string name, params (string Name, object? Value)[] inputs) => new()
    {
        Type = type,
        Name = name,
        Parent = StackUrn,
        Custom = true,
        Version = "7.48.0",
        Object = Bytes(PropertyMap.Of(inputs)),
        AcceptSecrets = true,
        AcceptResources = true,
        SupportsPartialValues = true,
        SupportsResultReporting = true,
    };

    public static RegisterResourceRequest Component(string type, string name, params (string Name, object? Value)[] inputs)
    {
        var request = Custom(type, name, inputs);
        request.Custom = false;
        request.Version = "";
        return request;
    }

    public static ByteString Bytes(PropertyMap map) => ByteString.CopyFrom(map.Encoded.Span);

    public Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request) =>
        Engine.RegisterResourceAsync(request, CancellationToken.None);

    public async Task<PropertyMap> OutputsOfAsync(RegisterResourceRequest request) =>
        PropertyMap.Decode((await RegisterAsync(request)).Object.Memory);

    /// <summary>Inputs as the provider completed them.</summary>
    public PropertyMap InputsOf(string urn) => State.Find(urn)!.Inputs;

    public IEnumerable<string> Errors =>
        State.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Message);
}
