using System.Net;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulumi;
using Pulumirpc;
using GrpcService = Pulumirpc.Engine;

namespace Sdks.Tests.PulumiCore;

/// <summary>Programs that find their engine as the language host announces it: by environment variables, over gRPC.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class GrpcEngineTests : IAsyncLifetime
{
    private static readonly string[] Variables =
    [
        "PULUMI_MONITOR", "PULUMI_ENGINE", "PULUMI_PROJECT", "PULUMI_STACK", "PULUMI_DRY_RUN", "PULUMI_QUERY_MODE", "PULUMI_PARALLEL",
        "PULUMI_CONFIG",
    ];

    private readonly RecordingEngine engine = new();
    private WebApplication? server;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(engine);
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = options.MaxSendMessageSize = Limits.MaxMessageBytes);
        server = builder.Build();
        server.MapGrpcService<MonitorService>();
        server.MapGrpcService<EngineService>();
        await server.StartAsync();

        var address = new Uri(server.Urls.Single()).Authority;
        string[] values = [address, address, "shop", "dev", "true", "false", "4", """{"shop:config:name":"from-config"}"""];
        foreach (var (variable, value) in Variables.Zip(values))
        {
            System.Environment.SetEnvironmentVariable(variable, value);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var variable in Variables)
        {
            System.Environment.SetEnvironmentVariable(variable, null);
        }

        System.Environment.ExitCode = 0;
        await server!.DisposeAsync();
    }

    [Fact]
    public async Task A_program_talks_to_the_engine_that_the_environment_names()
    {
        var exitCode = await Deployment.RunAsync(() =>
        {
            var alerts = new Topic("alerts", new() { Name = new Config().Require("name") });
            Log.Warn("Look here.", alerts);
            return new Dictionary<string, object?> { ["name"] = alerts.Name, ["organization"] = Deployment.Instance.OrganizationName };
        });

        Assert.Equal(0, exitCode);
        Assert.True(engine.ShutDown);
        Assert.Equal("from-config", engine.StackOutputs["name"].AsString());
        Assert.Equal("organization", engine.StackOutputs["organization"].AsString());
        Assert.Equal(RecordingEngine.UrnOf(Topic.Token, "alerts"), Assert.Single(engine.Logged).Urn);
    }

    [Fact]
    public async Task Large_and_deeply_nested_properties_pass()
    {
        const int Depth = 500;
        var large = new string('x', 10_000_000);
        object deep = "bottom";
        for (var level = 0; level < Depth; level++)
        {
            deep = new Dictionary<string, object?> { ["in"] = deep };
        }

        var exitCode = await Deployment.RunAsync(() =>
        {
            var alerts = new Topic("alerts", new() { Name = large, Anything = deep });
            return new Dictionary<string, object?> { ["length"] = alerts.Name.Apply(name => name.Length) };
        });

        Assert.Equal(0, exitCode);
        Assert.Equal(large.Length, engine.StackOutputs["length"].AsInt32());
        var value = engine.InputsOf("alerts")["anything"];
        for (var level = 0; level < Depth; level++)
        {
            value = value["in"];
        }

        Assert.Equal("bottom", value.AsString());
    }

    [Fact]
    public async Task A_failed_program_tells_the_engine_and_leaves_its_exit_code_with_the_process()
    {
        var exitCode = await Deployment.RunAsync((Action)(() => throw new RunException("No plan.")));

        Assert.Equal((32, 32), (exitCode, System.Environment.ExitCode));
        Assert.Equal("No plan.", Assert.Single(engine.Errors));
        Assert.False(engine.ShutDown);
    }

    [Theory]
    [InlineData("PULUMI_MONITOR", null)]
    [InlineData("PULUMI_ENGINE", "")]
    [InlineData("PULUMI_PROJECT", null)]
    [InlineData("PULUMI_STACK", null)]
    [InlineData("PULUMI_DRY_RUN", "perhaps")]
    [InlineData("PULUMI_QUERY_MODE", null)]
    [InlineData("PULUMI_PARALLEL", "many")]
    public async Task A_program_without_an_engine_says_how_to_run_it(string variable, string? value)
    {
        System.Environment.SetEnvironmentVariable(variable, value);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

        Assert.Equal("Program run without the Pulumi engine available; re-run using the `pulumi` CLI", error.Message);
    }

    private sealed class MonitorService(RecordingEngine engine) : ResourceMonitor.ResourceMonitorBase
    {
        public override async Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context) =>
            new() { HasSupport = await engine.SupportsFeatureAsync(request.Id) };

        public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context) =>
            engine.RegisterResourceAsync(request);

        public override async Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context)
        {
            await engine.RegisterResourceOutputsAsync(request);
            return new();
        }

        public override async Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context)
        {
            await engine.SignalAndWaitForShutdownAsync();
            return new();
        }
    }

    private sealed class EngineService(RecordingEngine engine) : GrpcService.EngineBase
    {
        public override async Task<Empty> Log(LogRequest request, ServerCallContext context)
        {
            await engine.LogAsync(request);
            return new();
        }
    }
}

/// <summary>Tests that change environment variables run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentCollection
{
    public const string Name = "environment";
}
