using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Pulumirpc;

namespace Policies.Tests.Serving;

/// <summary>The pack in a process of its own, started and called as an engine does.</summary>
internal sealed class PackProcess : IServedPack, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly TcpListener engine;
    private readonly Process process;
    private readonly GrpcChannel channel;
    private readonly Analyzer.AnalyzerClient client;

    private PackProcess(TcpListener engine, Process process, int port)
    {
        (this.engine, this.process) = (engine, process);
        channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        client = new(channel);
    }

    /// <summary>Starts a pack that this project was built with.</summary>
    public static Task<PackProcess> StartAsync(string assembly = "sagemaker-guardrails.dll") => StartAsync(engine => new(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), engine]));

    /// <summary>Starts a pack; it watches a port of ours as its engine.</summary>
    /// <param name="start">How it is started, given the engine's address.</param>
    public static async Task<PackProcess> StartAsync(Func<string, ProcessStartInfo> start)
    {
        var engine = new TcpListener(IPAddress.Loopback, 0);
        engine.Start();
        var info = start(engine.LocalEndpoint.ToString()!);
        info.RedirectStandardOutput = true;
        info.RedirectStandardError = true;
        var process = Process.Start(info)!;
        using var limit = new CancellationTokenSource(LongestWait);
        var line = await process.StandardOutput.ReadLineAsync(limit.Token);
        Assert.True(
            int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port),
            $"Expected a port on the first line, found: {line}");
        return new(engine, process, port);
    }

    public async Task HandshakeAsync(AnalyzerHandshakeRequest request) => await client.HandshakeAsync(request);

    public async Task ConfigureStackAsync(AnalyzerStackConfigureRequest request) => await client.ConfigureStackAsync(request);

    public async Task<PluginInfo> GetPluginInfoAsync() => await client.GetPluginInfoAsync(new Empty());

    public async Task<AnalyzerInfo> GetAnalyzerInfoAsync() => await client.GetAnalyzerInfoAsync(new Empty());

    public async Task ConfigureAsync(ConfigureAnalyzerRequest request) => await client.ConfigureAsync(request);

    public async Task<RemediateResponse> RemediateAsync(AnalyzeRequest request) => await client.RemediateAsync(request);

    public async Task<AnalyzeResponse> AnalyzeAsync(AnalyzeRequest request) => await client.AnalyzeAsync(request);

    public async Task<AnalyzeResponse> AnalyzeStackAsync(AnalyzeStackRequest request) => await client.AnalyzeStackAsync(request);

    /// <summary>Asks for the end, and tells how the process ended and what it wrote after its port.</summary>
    public async Task<(int ExitCode, string Output, string Error)> CancelAsync()
    {
        await client.CancelAsync(new Empty());
        using var limit = new CancellationTokenSource(LongestWait);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, output, error);
    }

    public void Dispose()
    {
        channel.Dispose();
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        engine.Dispose();
    }
}
