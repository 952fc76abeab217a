using Google.Protobuf;
using Pulumirpc;

namespace Policies.Tests.Serving;

/// <summary>A policy pack as an engine calls it, wherever it runs.</summary>
internal interface IServedPack
{
    Task HandshakeAsync(AnalyzerHandshakeRequest request);

    Task ConfigureStackAsync(AnalyzerStackConfigureRequest request);

    Task<PluginInfo> GetPluginInfoAsync();

    Task<AnalyzerInfo> GetAnalyzerInfoAsync();

    Task ConfigureAsync(ConfigureAnalyzerRequest request);

    Task<RemediateResponse> RemediateAsync(AnalyzeRequest request);

    Task<AnalyzeResponse> AnalyzeAsync(AnalyzeRequest request);

    Task<AnalyzeResponse> AnalyzeStackAsync(AnalyzeStackRequest request);
}

/// <summary>The pack in this process, without a connection.</summary>
internal sealed class PackInProcess(PolicyHost host) : IServedPack
{
    public Task HandshakeAsync(AnalyzerHandshakeRequest request) => Task.FromResult(host.Handshake(request));

    public Task ConfigureStackAsync(AnalyzerStackConfigureRequest request) => Task.FromResult(host.ConfigureStack(request));

    public Task<PluginInfo> GetPluginInfoAsync() => Task.FromResult(host.GetPluginInfo());

    public Task<AnalyzerInfo> GetAnalyzerInfoAsync() => Task.FromResult(host.GetAnalyzerInfo());

    public Task ConfigureAsync(ConfigureAnalyzerRequest request)
    {
        host.Configure(request);
        return Task.CompletedTask;
    }

    public Task<RemediateResponse> RemediateAsync(AnalyzeRequest request) => Task.FromResult(host.Remediate(request));

    public Task<AnalyzeResponse> AnalyzeAsync(AnalyzeRequest request) => Task.FromResult(host.Analyze(request));

    public Task<AnalyzeResponse> AnalyzeStackAsync(AnalyzeStackRequest request) => Task.FromResult(host.AnalyzeStack(request));
}

/// <summary>What an engine sends of resources.</summary>
internal static class Requests
{
    public static AnalyzeRequest Analyze(PolicyResource resource) => new()
    {
        Type = resource.Type,
        Name = resource.Name,
        Urn = resource.Urn,
        Properties = Bytes(resource.Inputs),
        Options = new(),
    };

    public static AnalyzerResource InStack(PolicyResource resource)
    {
        var sent = new AnalyzerResource
        {
            Type = resource.Type,
            Name = resource.Name,
            Urn = resource.Urn,
            Properties = Bytes(resource.Outputs),
            Options = new(),
            Dependencies = { resource.Dependencies },
        };
        foreach (var (property, urns) in resource.PropertyDependencies)
        {
            sent.PropertyDependencies[property] = new() { Urns = { urns } };
        }

        return sent;
    }

    public static ByteString Bytes(PropertyMap properties) => ByteString.CopyFrom(properties.Encoded.Span);
}
