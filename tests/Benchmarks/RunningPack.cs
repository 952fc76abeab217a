using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumirpc;

namespace Benchmarks;

/// <summary>A pack as a process, and the engine that asks it.</summary>
internal sealed class RunningPack : IDisposable
{
    private readonly TcpListener engine = new(IPAddress.Loopback, port: 0);
    private readonly Process process;
    private readonly GrpcChannel channel;

    private RunningPack(Pack pack)
    {
        engine.Start();
        var start = pack.Start(engine.LocalEndpoint.ToString()!);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        process = Process.Start(start)!;
        var port = int.Parse(process.StandardOutput.ReadLine() ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
        channel = GrpcChannel.ForAddress(
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            new() { MaxReceiveMessageSize = Limits.MaxMessageBytes, MaxSendMessageSize = Limits.MaxMessageBytes });
        Client = new(channel);
    }

    public Analyzer.AnalyzerClient Client { get; }

    /// <summary>What the process has used of processors since its start.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that the process has had, in MiB.</summary>
    public double PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Starts a pack and brings it to where it judges.</summary>
    public static async Task<RunningPack> StartAsync(Pack pack)
    {
        var running = new RunningPack(pack);
        try
        {
            await running.Client.HandshakeAsync(new() { EngineAddress = running.engine.LocalEndpoint.ToString() });
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            // The official SDK knows no handshake; engines do without.
        }

        await running.Client.ConfigureStackAsync(new() { Project = "benchmark", Stack = "dev", Organization = "organization", DryRun = true });
        await running.Client.GetPluginInfoAsync(new Empty());
        await running.Client.GetAnalyzerInfoAsync(new Empty());
        return running;
    }

    /// <summary>What an engine asks about each resource.</summary>
    public async Task JudgeAsync(AnalyzeRequest request)
    {
        await Client.RemediateAsync(request);
        await Client.AnalyzeAsync(request);
    }

    public void Dispose()
    {
        channel.Dispose();
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        engine.Dispose();
    }
}
