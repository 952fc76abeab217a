using Preview.Engine.Rpc;
using Preview.Policies;
using Preview.Schemas;
using Pulumirpc;

namespace Preview.Engine;

/// <summary>
/// Answers a program's calls as the Pulumi engine does in a preview of a new stack, with no provider, state or network. A plain
/// class: in the program's own process it is called directly, by others over gRPC.
/// </summary>
internal sealed class OfflineEngine
{
    private readonly EngineSettings settings;
    private readonly Packages packages = new();
    private readonly RegisterResource registerResource;
    private readonly RegisterResourceOutputs registerResourceOutputs;
    private readonly ReadResource readResource;
    private readonly Invoke invoke;
    private readonly Log log;
    private readonly RootResource rootResource = new();

    public OfflineEngine(EngineSettings settings, SchemaCatalogue schemas, PolicyRun policies)
    {
        this.settings = settings;
        var registrar = new Registrar(settings, State, schemas, policies);
        var providers = new ProviderChoice(new(settings, State, registrar));
        registerResource = new(settings, State, registrar, providers, packages);
        registerResourceOutputs = new(settings, State);
        readResource = new(settings, State, schemas, providers, packages);
        invoke = new(State, schemas, providers, packages);
        log = new(State);
    }

    public StackState State { get; } = new();

    public Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellation) =>
        registerResource.AnswerAsync(request, cancellation);

    public void RegisterResourceOutputs(RegisterResourceOutputsRequest request) => registerResourceOutputs.Answer(request);

    public Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, CancellationToken cancellation) =>
        readResource.AnswerAsync(request, cancellation);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellation) =>
        invoke.AnswerAsync(request, cancellation);

    public DeploymentInfo GetDeploymentInfo() => Rpc.GetDeploymentInfo.Answer(settings);

    public RegisterPackageResponse RegisterPackage(RegisterPackageRequest request) => Rpc.RegisterPackage.Answer(request, packages);

    /// <summary>The program has no more to register. Every answer so far was given when its work was done, so there is nothing to wait for.</summary>
    public void SignalAndWaitForShutdown() => log.Flush();

    public void Log(LogRequest request) => log.Answer(request);

    public SetRootResourceResponse SetRootResource(SetRootResourceRequest request) => rootResource.Set(request);

    public GetRootResourceResponse GetRootResource() => rootResource.Get();

    public RequirePulumiVersionResponse RequirePulumiVersion(RequirePulumiVersionRequest request) =>
        Rpc.RequirePulumiVersion.Answer(request, State);
}
