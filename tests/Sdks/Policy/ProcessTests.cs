using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Rpc = Pulumirpc;

namespace Sdks.Tests.Policy;

/// <summary>A pack as a process of its own, as the engine starts it.</summary>
public sealed class ProcessTests : IDisposable
{
    private const string NoSignals = "Windows has no such signals.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TcpListener engine = new(IPAddress.Loopback, port: 0);
    private readonly ConcurrentQueue<TcpClient> connections = new();
    private readonly List<Process> started = [];

    public ProcessTests() => engine.Start();

    private string Address => engine.LocalEndpoint.ToString()!;

    public void Dispose()
    {
        StopEngine();
        foreach (var process in started)
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
        }
    }

    [Fact]
    public async Task Stdout_carries_the_port_and_nothing_else_and_Cancel_ends_the_process()
    {
        _ = AnswerConnectionsAsync();
        var pack = Start("--logtostderr", "-v=9", "--tracing", "tcp://127.0.0.1:1", Address);
        using var channel = await ConnectAsync(pack);
        var client = new Rpc.Analyzer.AnalyzerClient(channel);

        await client.HandshakeAsync(new() { EngineAddress = Address });
        var answer = await client.AnalyzeAsync(Engine.Request(name: "noisy"));
        await client.CancelAsync(new Empty());
        await ExitAsync(pack);

        Assert.Equal(
            "Every bucket names its owner in a tag.\nnoisy has no tag owner; add one that names a team.",
            answer.Diagnostics.Single().Message);
        Assert.Equal(0, pack.ExitCode);
        Assert.Empty(await pack.StandardOutput.ReadToEndAsync());
        Assert.Equal("looking at a noisy bucket", (await pack.StandardError.ReadToEndAsync()).Trim());
    }

    [Fact]
    public async Task A_process_that_is_ended_by_a_policy_says_which_one_it_was()
    {
        _ = AnswerConnectionsAsync();
        var pack = Start(Address);
        using var channel = await ConnectAsync(pack);

        await Assert.ThrowsAsync<RpcException>(
            async () => await new Rpc.Analyzer.AnalyzerClient(channel).AnalyzeAsync(Engine.Request(name: "fatal")));
        await ExitAsync(pack);

        Assert.Equal(3, pack.ExitCode);
        Assert.Equal(
            "sample 1.2.3 was ended with exit code 3 before the engine asked for it, while policy 'buckets-have-owners' looked at "
            + "fatal (aws:s3/bucket:Bucket). A policy must not end its process: one that throws is shown as a violation.",
            (await pack.StandardError.ReadToEndAsync()).Trim());
    }

    [Fact]
    public async Task The_process_ends_when_the_engine_is_gone()
    {
        _ = AnswerConnectionsAsync();
        var pack = Start(Address);
        using var channel = await ConnectAsync(pack);
        await new Rpc.Analyzer.AnalyzerClient(channel).HandshakeAsync(new() { EngineAddress = Address });
        await UntilAsync(() => !connections.IsEmpty);

        StopEngine();
        await ExitAsync(pack);

        Assert.Equal(0, pack.ExitCode);
    }

    [Fact]
    public async Task An_engine_that_closes_a_silent_connection_is_not_gone()
    {
        _ = AnswerConnectionsAsync();
        var pack = Start(Address);
        using var channel = await ConnectAsync(pack);
        await UntilAsync(() => !connections.IsEmpty);

        connections.First().Dispose();
        await UntilAsync(() => connections.Count > 1);

        Assert.Equal("1.2.3", (await new Rpc.Analyzer.AnalyzerClient(channel).GetPluginInfoAsync(new Empty())).Version);
        Assert.False(pack.HasExited);
    }

    [SkippableTheory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task The_process_ends_when_it_is_told_to(string signal)
    {
        Skip.If(OperatingSystem.IsWindows(), NoSignals);
        _ = AnswerConnectionsAsync();
        var pack = Start(Address);
        using var channel = await ConnectAsync(pack);
        await new Rpc.Analyzer.AnalyzerClient(channel).GetPluginInfoAsync(new Empty());

        using var kill = Process.Start("kill", ["-s", signal, $"{pack.Id}"]);
        await ExitAsync(pack);

        Assert.Equal(0, pack.ExitCode);
    }

    [SkippableFact]
    public async Task What_was_asked_before_the_process_is_told_to_end_is_answered()
    {
        Skip.If(OperatingSystem.IsWindows(), NoSignals);
        _ = AnswerConnectionsAsync();
        var pack = Start(Address);
        using var channel = await ConnectAsync(pack);
        var answer = new Rpc.Analyzer.AnalyzerClient(channel).AnalyzeAsync(Engine.Request(name: "slow"));
        Assert.Equal("looking at a slow bucket", await pack.StandardError.ReadLineAsync().WaitAsync(Patience));

        using var kill = Process.Start("kill", ["-s", "INT", $"{pack.Id}"]);
        await ExitAsync(pack);

        Assert.EndsWith("slow has no tag owner; add one that names a team.", (await answer).Diagnostics.Single().Message, StringComparison.Ordinal);
        Assert.Equal(0, pack.ExitCode);
    }

    [SkippableFact]
    public async Task The_process_ends_when_its_parent_is_gone()
    {
        Skip.If(OperatingSystem.IsWindows(), "There dotnet run takes its child along.");
        _ = AnswerConnectionsAsync();
        var shell = Start(new ProcessStartInfo("sh", ["-c", "dotnet \"$0\" \"$1\" & echo $!; wait", SamplePack, Address]));
        var id = await shell.StandardOutput.ReadLineAsync();
        using var pack = Process.GetProcessById(int.Parse(id!, CultureInfo.InvariantCulture));
        await shell.StandardOutput.ReadLineAsync();

        shell.Kill();
        await ExitAsync(pack);

        Assert.True(pack.HasExited);
    }

    [Fact]
    public async Task Without_the_engines_address_the_process_says_what_it_is_and_how_it_is_started()
    {
        var pack = Start("--logtostderr");
        await ExitAsync(pack);

        Assert.Equal(2, pack.ExitCode);
        Assert.Empty(await pack.StandardOutput.ReadToEndAsync());
        var message = await pack.StandardError.ReadToEndAsync();
        Assert.StartsWith("sample 1.2.3 is a policy pack.", message, StringComparison.Ordinal);
        Assert.Contains("Found: --logtostderr. Accepted: an address such as 127.0.0.1:50051.", message, StringComparison.Ordinal);
        Assert.Contains("pulumi preview --policy-pack", message, StringComparison.Ordinal);
    }

    private static string SamplePack => Path.Combine(AppContext.BaseDirectory, "SamplePack.dll");

    [Fact]
    public async Task What_a_policy_prints_while_the_pack_is_made_goes_to_stderr()
    {
        var pack = Start(new ProcessStartInfo("dotnet", [SamplePack, Address]) { Environment = { ["SAMPLE_PACK_SAYS_WHILE_MADE"] = "hello" } });

        using var channel = await ConnectAsync(pack);
        await new Rpc.Analyzer.AnalyzerClient(channel).CancelAsync(new Empty());
        await ExitAsync(pack);

        Assert.Equal("hello", (await pack.StandardError.ReadToEndAsync()).Trim());
    }

    private Process Start(params string[] arguments) => Start(new ProcessStartInfo("dotnet", [SamplePack, .. arguments]));

    private Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        started.Add(process);
        return process;
    }

    private static async Task<GrpcChannel> ConnectAsync(Process pack)
    {
        var port = await pack.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Assert.True(ushort.TryParse(port, out _), $"The first line is {port}.");
        return GrpcChannel.ForAddress($"http://127.0.0.1:{port}", new() { Credentials = ChannelCredentials.Insecure });
    }

    private static async Task ExitAsync(Process process)
    {
        using var cancellation = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(cancellation.Token);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var cancellation = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await Task.Delay(20, cancellation.Token);
        }
    }

    /// <summary>Takes connections, as an engine does, and says nothing on them.</summary>
    private async Task AnswerConnectionsAsync()
    {
        try
        {
            while (true)
            {
                connections.Enqueue(await engine.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The engine was stopped.
        }
    }

    private void StopEngine()
    {
        engine.Stop();
        foreach (var connection in connections)
        {
            connection.Dispose();
        }
    }
}
