using Pulumirpc;

namespace Preview.Policies;

/// <summary>A policy pack, wherever it runs: the calls of the engine, in the engine's messages.</summary>
internal interface IPolicyPack : IAsyncDisposable
{
    /// <summary>Where it comes from, as the user gave it.</summary>
    string Source { get; }

    /// <summary>Where it reaches the engine; empty for a pack in the engine's own process.</summary>
    string EngineAddress { get; }

    /// <summary>Starts it and greets it.</summary>
    /// <exception cref="PolicyPackFailedException">It does not start, or does not answer.</exception>
    Task HandshakeAsync(AnalyzerHandshakeRequest request, CancellationToken cancellation);

    Task ConfigureStackAsync(AnalyzerStackConfigureRequest request, CancellationToken cancellation);

    Task<AnalyzerInfo> GetAnalyzerInfoAsync(CancellationToken cancellation);

    Task ConfigureAsync(ConfigureAnalyzerRequest request, CancellationToken cancellation);

    Task<RemediateResponse> RemediateAsync(AnalyzeRequest request);

    Task<AnalyzeResponse> AnalyzeAsync(AnalyzeRequest request);

    Task<AnalyzeResponse> AnalyzeStackAsync(AnalyzeStackRequest request);

    /// <summary>Asks it to end.</summary>
    Task CancelAsync();
}
