using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Preview.Processes;
using Pulumirpc;

namespace Preview.Policies;

/// <summary>A policy pack in a process of its own, over gRPC.</summary>
/// <param name="source">The pack as the user gave it.</param>
/// <param name="engineAddress">Address of the engine.</param>
/// <param name="findStart">Finds out how to start it.</param>
/// <param name="onOutput">Gets what it prints besides its port.</param>
internal sealed class PackProcess(
    string source, string engineAddress, Func<CancellationToken, Task<ChildStart>> findStart, Action<string> onOutput) : IPolicyPack
{
    private static readonly TimeSpan LongestHandshake = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private ChildProcess? process;
    private GrpcChannel? channel;
    private Analyzer.AnalyzerClient? client;

    public string Source => source;

    public string EngineAddress => engineAddress;

    private Analyzer.AnalyzerClient Client => client ?? throw new PolicyPackFailedException(source, "has not been started.");

    public async Task HandshakeAsync(AnalyzerHandshakeRequest request, CancellationToken cancellation)
    {
        process = ChildProcess.Start(await findStart(cancellation), onOutput);
        var port = await ReadPortAsync(process, cancellation);
        _ = ForwardOutputAsync(process);
        channel = Open(port);
        client = new(channel);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(LongestHandshake);
        await AskAsync(() => HandshakeUntilReadyAsync(request, timeout.Token), new AnalyzerHandshakeResponse());
    }

    public Task ConfigureStackAsync(AnalyzerStackConfigureRequest request, CancellationToken cancellation) => AskAsync(
        async () => await Client.ConfigureStackAsync(request, cancellationToken: cancellation), new AnalyzerStackConfigureResponse());

    public async Task<AnalyzerInfo> GetAnalyzerInfoAsync(CancellationToken cancellation)
    {
        await AskAsync(async () => await Client.GetPluginInfoAsync(new Empty(), cancellationToken: cancellation));
        return await AskAsync(async () => await Client.GetAnalyzerInfoAsync(new Empty(), cancellationToken: cancellation));
    }

    public Task ConfigureAsync(ConfigureAnalyzerRequest request, CancellationToken cancellation) =>
        AskAsync(async () => await Client.ConfigureAsync(request, cancellationToken: cancellation));

    public Task<RemediateResponse> RemediateAsync(AnalyzeRequest request) =>
        AskAsync(async () => await Client.RemediateAsync(request), new RemediateResponse());

    public Task<AnalyzeResponse> AnalyzeAsync(AnalyzeRequest request) => AskAsync(async () => await Client.AnalyzeAsync(request));

    public Task<AnalyzeResponse> AnalyzeStackAsync(AnalyzeStackRequest request) =>
        AskAsync(async () => await Client.AnalyzeStackAsync(request), new AnalyzeResponse());

    /// <summary>Asks it to end; whether it heard is seen by whether it ends.</summary>
    public async Task CancelAsync()
    {
        if (client is null)
        {
            return;
        }

        try
        {
            await client.CancelAsync(new Empty(), deadline: DateTime.UtcNow + LongestEnd);
        }
        catch (RpcException)
        {
            // Packs in Node.js do not know the call, and one that has ended does not answer: DisposeAsync ends what is left.
        }
    }

    public async ValueTask DisposeAsync()
    {
        channel?.Dispose();
        if (process is not null)
        {
            await process.DisposeAsync();
        }
    }

    private async Task<AnalyzerHandshakeResponse> HandshakeUntilReadyAsync(AnalyzerHandshakeRequest request, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await Client.HandshakeAsync(request, cancellationToken: cancellation);
            }
            catch (RpcException fault) when (fault.StatusCode == StatusCode.Unavailable && process is { HasExited: false })
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    /// <summary>The first line that a pack prints is its port.</summary>
    private async Task<int> ReadPortAsync(ChildProcess started, CancellationToken cancellation)
    {
        var line = await started.Output.ReadLineAsync(cancellation);
        if (line is null)
        {
            var exitCode = await started.WaitAsync(cancellation);
            throw Failed($"does not start: it ended with exit code {exitCode}.", started.LastErrors);
        }

        var text = line.Replace("\e]9;4;3;\e\\", "", StringComparison.Ordinal).Replace("\e]9;4;0;\e\\", "", StringComparison.Ordinal).Trim();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw Failed($"does not start: its first line is '{line}', expected is a port number.", started.LastErrors);
    }

    private async Task ForwardOutputAsync(ChildProcess started)
    {
        while (await started.Output.ReadLineAsync() is { } line)
        {
            onOutput(line);
        }
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask, T? whereUnknown = default)
    {
        try
        {
            return await ask();
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.Unimplemented && whereUnknown is not null)
        {
            return whereUnknown;
        }
        catch (RpcException fault)
        {
            throw await FailedAsync(fault.Status.Detail);
        }
        catch (OperationCanceledException) when (client is not null)
        {
            throw await FailedAsync($"no answer within {LongestHandshake.TotalSeconds} s");
        }
    }

    private async Task<PolicyPackFailedException> FailedAsync(string detail)
    {
        // A connection breaks a moment before the process that held it has ended.
        return process is not null && await process.EndsWithinAsync(LongestEnd / 10)
            ? Failed($"ended with exit code {process.ExitCode} during the preview.", process.LastErrors)
            : Failed($"failed: {detail}", "");
    }

    private PolicyPackFailedException Failed(string problem, string errors) =>
        new(source, errors.Length == 0 ? problem : $"{problem}{Environment.NewLine}{errors}");

    private static GrpcChannel Open(int port) => GrpcChannel.ForAddress(
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
        new()
        {
            MaxReceiveMessageSize = Limits.MaxMessageBytes,
            MaxSendMessageSize = Limits.MaxMessageBytes,
            HttpHandler = new SocketsHttpHandler { UseProxy = false },
            DisposeHttpClient = true,
        });
}
