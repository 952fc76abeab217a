using System.Reflection;
using Preview.Processes;
using Pulumi.Policy;
using Pulumi.Policy.Serving;
using Pulumirpc;

namespace Preview.Policies;

/// <summary>A policy pack in the engine's own process: the same pack, called directly.</summary>
/// <param name="source">The pack as the user gave it.</param>
/// <param name="load">Loads the pack.</param>
internal sealed class InProcessPack(string source, Func<Assembly> load) : IPolicyPack
{
    private PolicyHost? host;

    public string Source => source;

    public string EngineAddress => "";

    private PolicyHost Host => host ?? throw new PolicyPackFailedException(source, "has not been started.");

    public async Task HandshakeAsync(AnalyzerHandshakeRequest request, CancellationToken cancellation)
    {
        host = await AskAsync(async () => await PackReceiver.RunAsync(() => InProcessAssembly.RunMainAsync(load())))
            ?? throw new PolicyPackFailedException(source, "does not start: it serves no pack.");
        await AskAsync(() => Task.FromResult(host.Handshake(request)));
    }

    public Task ConfigureStackAsync(AnalyzerStackConfigureRequest request, CancellationToken cancellation) =>
        AskAsync(() => Task.FromResult(Host.ConfigureStack(request)));

    public Task<AnalyzerInfo> GetAnalyzerInfoAsync(CancellationToken cancellation) => AskAsync(() => Task.FromResult(Host.GetAnalyzerInfo()));

    public Task ConfigureAsync(ConfigureAnalyzerRequest request, CancellationToken cancellation) => AskAsync(() =>
    {
        Host.Configure(request);
        return Task.FromResult(true);
    });

    public Task<RemediateResponse> RemediateAsync(AnalyzeRequest request) => AskAsync(() => Task.FromResult(Host.Remediate(request)));

    public Task<AnalyzeResponse> AnalyzeAsync(AnalyzeRequest request) => AskAsync(() => Task.FromResult(Host.Analyze(request)));

    public Task<AnalyzeResponse> AnalyzeStackAsync(AnalyzeStackRequest request) => AskAsync(() => Task.FromResult(Host.AnalyzeStack(request)));

    public Task CancelAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Whatever the pack throws ends the run with a message, as it does over gRPC.</summary>
    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (exception is not PolicyPackFailedException)
        {
            throw new PolicyPackFailedException(
                source, exception is PolicyPackException ? $"failed: {exception.Message}" : $"failed: {exception.GetType().Name}: {exception.Message}");
        }
    }
}
