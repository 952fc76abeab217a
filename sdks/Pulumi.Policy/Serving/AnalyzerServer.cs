using System.Net;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Pulumi.Policy.Serving;

/// <summary>A pack behind a port of this machine.</summary>
internal sealed class AnalyzerServer : IDisposable
{
    /// <summary>An engine that asked for the end has closed its connection, or will not mind.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(1);

    /// <summary>The Pulumi CLI ends the process with SIGINT, some 20 ms after it has asked for the end.</summary>
    private static readonly TimeSpan LongestWaitForSignal = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How many bytes may be on their way before the engine has to wait for word that they were read. Of a stack of thousands of resources,
    /// which is one message of megabytes, so many lie in buffers that are used again; Kestrel makes new ones for all that is beyond.
    /// </summary>
    private const int Window = 256 * 1024;

    private readonly KestrelServer kestrel;
    private readonly GrpcApplication application;
    private readonly TaskCompletionSource stopRequested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource signalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool leftOpen;

    private AnalyzerServer(PolicyHost host)
    {
        application = new(AnalyzerMethods.Of(host, Stop));
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, port: 0, listen => listen.Protocols = HttpProtocols.Http2);

        // gRPC has a limit of its own, for a message instead of a body.
        options.Limits.MaxRequestBodySize = null;

        // An engine that is stopped in a debugger neither sends nor reads.
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;

        options.Limits.Http2.InitialConnectionWindowSize = Window;
        options.Limits.Http2.InitialStreamWindowSize = Window;

        // Minutes may pass between two resources while AWS makes one. Kestrel adds this to the time it has now: an infinite limit
        // overflows, and closes every connection that is idle for a second.
        options.Limits.KeepAliveTimeout = TimeSpan.FromDays(1);

        // One engine asks, and policies run on threads of the pool in any case: bytes need not change threads on their way.
        var sockets = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions { UnsafePreferInlineScheduling = true }), NullLoggerFactory.Instance);
        kestrel = new(Options.Create(options), sockets, NullLoggerFactory.Instance);
    }

    public int Port { get; private set; }

    public static async Task<AnalyzerServer> StartAsync(PolicyHost host)
    {
        var server = new AnalyzerServer(host);
        await server.kestrel.StartAsync(server.application, CancellationToken.None);
        var addresses = server.kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        server.Port = new Uri(addresses.Single()).Port;
        return server;
    }

    public void Stop() => stopRequested.TrySetResult();

    /// <summary>Ends with Cancel, SIGTERM or SIGINT, or when one of these tasks does. Calls in progress are answered.</summary>
    public async Task RunUntilAsync(Func<CancellationToken, Task> firstEnd, Func<CancellationToken, Task> secondEnd)
    {
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, TakeSignal);
        using var interruption = PosixSignalRegistration.Create(PosixSignal.SIGINT, TakeSignal);
        using var ended = new CancellationTokenSource();
        await Task.WhenAny(signalled.Task, stopRequested.Task, firstEnd(ended.Token), secondEnd(ended.Token));
        await ended.CancelAsync();
        if (stopRequested.Task.IsCompleted)
        {
            await Task.WhenAny(signalled.Task, Task.Delay(LongestWaitForSignal, CancellationToken.None));
        }

        if (signalled.Task.IsCompleted && application.IsIdle)
        {
            // The engine waits for the end of the process, which closes everything at once; the web server takes its time for that.
            leftOpen = true;
            return;
        }

        using var patience = new CancellationTokenSource(LongestStop);
        await kestrel.StopAsync(patience.Token);
    }

    public void Dispose()
    {
        if (!leftOpen)
        {
            kestrel.Dispose();
        }
    }

    private void TakeSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        signalled.TrySetResult();
    }
}
