using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Pulumi.Policy.Serving;

/// <summary>A pack behind a port of this machine.</summary>
internal sealed class AnalyzerServer : IAsyncDisposable
{
    /// <summary>An engine that asked for the end has closed its connection, or will not mind.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(1);

    private readonly WebApplication application;

    private AnalyzerServer(WebApplication application) => this.application = application;

    public int Port => new Uri(application.Urls.Single()).Port;

    /// <summary>Starts to answer; what the process prints and how it logs stay untouched.</summary>
    public static async Task<AnalyzerServer> StartAsync(PolicyHost host)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port: 0, listen => listen.Protocols = HttpProtocols.Http2);

            // gRPC has a limit of its own, set below.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = LongestStop);
        builder.Services.AddSingleton(services =>
            new AnalyzerService(host, services.GetRequiredService<IHostApplicationLifetime>().StopApplication));
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = Pulumirpc.Limits.MaxMessageBytes;
            options.MaxSendMessageSize = Pulumirpc.Limits.MaxMessageBytes;
        });

        var application = builder.Build();
        application.MapGrpcService<AnalyzerService>();
        await application.StartAsync();
        return new(application);
    }

    /// <summary>Ends with Cancel, SIGTERM or SIGINT, or when one of these tasks does, and closes the port.</summary>
    public async Task RunUntilAsync(Func<CancellationToken, Task> firstEnd, Func<CancellationToken, Task> secondEnd)
    {
        using var ended = new CancellationTokenSource();
        await Task.WhenAny(application.WaitForShutdownAsync(ended.Token), firstEnd(ended.Token), secondEnd(ended.Token));
        await ended.CancelAsync();
        await application.StopAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
