using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Preview.Engine;

namespace Preview.Serving;

/// <summary>The engine behind a port of this machine, for programs and packs in processes of their own.</summary>
/// <remarks>
/// The port is open as soon as somebody asks for the address, so that those processes can be started; their first calls wait in its
/// queue while the server starts, which takes as long as they do. A run that needs no server opens no port.
/// </remarks>
internal sealed class EngineServer : IAsyncDisposable
{
    private readonly Lazy<Socket> listener = new(Open);
    private WebApplication? application;

    /// <summary>Host and port, without a scheme.</summary>
    public string Address => listener.Value.LocalEndPoint!.ToString()!;

    /// <summary>Answers what has been and will be asked.</summary>
    public async Task StartAsync(OfflineEngine engine, CancellationToken cancellation)
    {
        var socket = listener.Value;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore()
            .UseSockets(options => options.CreateBoundListenSocket = _ => socket)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(socket.LocalEndPoint!, listen => listen.Protocols = HttpProtocols.Http2);

                // gRPC has a limit of its own, set below.
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.Limits.MinRequestBodyDataRate = null;
                kestrel.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;
            });
        builder.Services.AddSingleton(new MonitorService(engine)).AddSingleton(new EngineService(engine));
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = Pulumirpc.Limits.MaxMessageBytes;
            options.MaxSendMessageSize = Pulumirpc.Limits.MaxMessageBytes;
        });
        application = builder.Build();
        application.MapGrpcService<MonitorService>();
        application.MapGrpcService<EngineService>();
        await application.StartAsync(cancellation);
    }

    /// <summary>A run without a server loads nothing of one, either.</summary>
    public ValueTask DisposeAsync() => application is null && !listener.IsValueCreated ? ValueTask.CompletedTask : EndAsync();

    private async ValueTask EndAsync()
    {
        if (application is not null)
        {
            using var noTime = new CancellationTokenSource(TimeSpan.Zero);
            await application.StopAsync(noTime.Token);
            await application.DisposeAsync();
        }

        if (listener.IsValueCreated)
        {
            listener.Value.Dispose();
        }
    }

    private static Socket Open()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        return socket;
    }
}
