using System.Collections.Concurrent;
using System.Collections.Immutable;
using PropertyValues;
using Pulumi;
using Pulumi.Serialization;
using Pulumirpc;

namespace Sdks.Tests.PulumiCore;

/// <summary>An engine in the test's own process: keeps what programs say, and answers each resource with its inputs.</summary>
internal sealed class RecordingEngine : IMonitor, IEngine
{
    public ConcurrentQueue<RegisterResourceRequest> Registered { get; } = new();

    public ConcurrentQueue<ReadResourceRequest> Read { get; } = new();

    public ConcurrentQueue<ResourceInvokeRequest> Invoked { get; } = new();

    public ConcurrentQueue<RegisterResourceOutputsRequest> Outputs { get; } = new();

    public ConcurrentQueue<LogRequest> Logged { get; } = new();

    public bool ShutDown { get; private set; }

    public HashSet<string> Unsupported { get; } = [];

    public bool IsPreview { get; init; } = true;

    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Answers a registration; by default with the inputs as outputs and, in an update, an id.</summary>
    public Func<RegisterResourceRequest, RegisterResourceResponse>? Answer { get; init; }

    public Func<ResourceInvokeRequest, Dictionary<string, object?>>? AnswerInvoke { get; init; }

    public Func<LogRequest, Task> OnLog { get; init; } = _ => Task.CompletedTask;

    public IEnumerable<string> Errors => Logged.Where(log => log.Severity == LogSeverity.Error).Select(log => log.Message);

    public RegisterResourceRequest this[string name] => Registered.Single(request => request.Name == name);

    /// <summary>What was sent as properties of the resource.</summary>
    public PropertyMap InputsOf(string name) => PropertyBag.Decode(this[name].Object);

    public PropertyMap StackOutputs => PropertyBag.Decode(Outputs.Last().Outputs);

    public static string UrnOf(string type, string name) => $"urn:pulumi:dev::shop::{type}::{name}";

    /// <summary>Runs what a program's entry point would.</summary>
    public Task<int> RunAsync(Func<Task<int>> program) => new DeploymentHost(
        new("shop", "dev", "acme", "/shop", IsPreview, Config), this, this).RunAsync(program);

    public Task<int> RunAsync(Action program) => RunAsync(() => Deployment.RunAsync(program));

    public Task<int> RunAsync(Func<IDictionary<string, object?>> program) => RunAsync(() => Deployment.RunAsync(program));

    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(!Unsupported.Contains(feature));

    public async Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request)
    {
        await Task.Yield();
        Registered.Enqueue(request);
        return Answer?.Invoke(request) ?? Echo(request);
    }

    public RegisterResourceResponse Echo(RegisterResourceRequest request) => new()
    {
        Urn = UrnOf(request.Type, request.Name),
        Id = IsPreview || !request.Custom ? "" : $"{request.Name}-id",
        Object = request.Object,
    };

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
    {
        Outputs.Enqueue(request);
        return Task.CompletedTask;
    }

    public Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request)
    {
        Read.Enqueue(request);
        return Task.FromResult(new ReadResourceResponse { Urn = UrnOf(request.Type, request.Name), Properties = request.Properties });
    }

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        Invoked.Enqueue(request);
        return Task.FromResult(new ResourceInvokeResponse { Return = PropertyBag.Encode(AnswerInvoke?.Invoke(request) ?? []) });
    }

    public Task SignalAndWaitForShutdownAsync()
    {
        ShutDown = true;
        return Task.CompletedTask;
    }

    public Task LogAsync(LogRequest request)
    {
        Logged.Enqueue(request);
        return OnLog(request);
    }

    public Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request) => Task.CompletedTask;
}
