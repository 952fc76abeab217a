using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumirpc;

namespace Pulumi;

/// <summary>An engine in another process.</summary>
internal sealed class GrpcEngine : IMonitor, IEngine, IDisposable
{
    private readonly GrpcChannel monitorChannel;
    private readonly GrpcChannel engineChannel;
    private readonly ResourceMonitor.ResourceMonitorClient monitor;
    private readonly Engine.EngineClient engine;

    /// <param name="monitorAddress">Address of the resource monitor, without a scheme.</param>
    /// <param name="engineAddress">Address of the engine service, without a scheme.</param>
    public GrpcEngine(string monitorAddress, string engineAddress)
    {
        monitorChannel = Open(monitorAddress);
        engineChannel = monitorAddress == engineAddress ? monitorChannel : Open(engineAddress);
        monitor = new(monitorChannel);
        engine = new(engineChannel);
    }

    public async Task<bool> SupportsFeatureAsync(string feature) =>
        (await monitor.SupportsFeatureAsync(new() { Id = feature })).HasSupport;

    public Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request) =>
        monitor.RegisterResourceAsync(request).ResponseAsync;

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        monitor.RegisterResourceOutputsAsync(request).ResponseAsync;

    public Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request) =>
        monitor.ReadResourceAsync(request).ResponseAsync;

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) => monitor.InvokeAsync(request).ResponseAsync;

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await monitor.SignalAndWaitForShutdownAsync(new Empty());
        }
        catch (RpcException error) when (error.StatusCode is StatusCode.Unimplemented or StatusCode.Unavailable)
        {
            // An engine from before this call, or one that has ended instead of answering.
        }
    }

    public Task LogAsync(LogRequest request) => engine.LogAsync(request).ResponseAsync;

    public Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request) =>
        engine.RequirePulumiVersionAsync(request).ResponseAsync;

    public void Dispose()
    {
        monitorChannel.Dispose();
        engineChannel.Dispose();
    }

    /// <summary>
    /// A channel over a plain HTTP client: one address needs neither name resolution nor load balancing, whose code would have to
    /// be compiled at every start.
    /// </summary>
    private static GrpcChannel Open(string address)
    {
        var handler = new SocketsHttpHandler
        {
            // A registration stays open until the engine is done with it: there may be hundreds at a time.
            EnableMultipleHttp2Connections = true,
            UseProxy = false,
            // What an engine never asks for need not be prepared for each call.
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        };
        return GrpcChannel.ForAddress($"http://{address}", new()
        {
            HttpClient = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = Limits.MaxMessageBytes,
            MaxSendMessageSize = Limits.MaxMessageBytes,
        });
    }
}
