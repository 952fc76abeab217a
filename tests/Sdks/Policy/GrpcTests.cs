using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using PropertyValues;
using Pulumi.Policy;
using Pulumi.Policy.Serving;
using Rpc = Pulumirpc;

namespace Sdks.Tests.Policy;

/// <summary>A pack over real gRPC, from a client that plays the engine.</summary>
public sealed class GrpcTests : IAsyncLifetime
{
    private static readonly Empty Nothing = new();

    private AnalyzerServer? server;
    private GrpcChannel? channel;

    private Rpc.Analyzer.AnalyzerClient Client => new(channel);

    public async Task InitializeAsync()
    {
        var owners = new TestPolicy("owners", context => context.Resource.Inputs["owner"] switch
        {
            { IsUnknown: true } => Verdict.Unknown("owner"),
            { HasValue: true } => Verdict.Compliant,
            _ => Verdict.Violation($"{context.Resource.Name} has no owner."),
        }, Engine.Bucket)
        {
            Remediation = context => context.Resource.Inputs.With("owner", PropertyValue.Of("nobody")),
        };
        var few = new TestStackPolicy("few", context => [new(null, Verdict.Violation($"{context.Resources.Count} resources"))]);
        server = await AnalyzerServer.StartAsync(
            Engine.HostOf(new(owners, EnforcementLevel.Mandatory), new(few, EnforcementLevel.Advisory)));
        channel = GrpcChannel.ForAddress($"http://127.0.0.1:{server.Port}", new()
        {
            MaxReceiveMessageSize = Rpc.Limits.MaxMessageBytes,
            MaxSendMessageSize = Rpc.Limits.MaxMessageBytes,
        });
    }

    public Task DisposeAsync()
    {
        channel?.Dispose();
        server?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_engine_is_served_from_handshake_to_cancel()
    {
        var ended = server!.RunUntilAsync(Forever, Forever);

        await Client.HandshakeAsync(new() { EngineAddress = "127.0.0.1:1", RootDirectory = "pack" });
        await Client.ConfigureStackAsync(new() { Project = "shop", Stack = "dev", DryRun = true });
        Assert.Equal("1.2.3", (await Client.GetPluginInfoAsync(Nothing)).Version);
        var info = await Client.GetAnalyzerInfoAsync(Nothing);
        Assert.Equal(["owners", "few"], info.Policies.Select(policy => policy.Name));
        await Client.ConfigureAsync(new() { PolicyConfig = { info.InitialConfig } });

        var found = await Client.AnalyzeAsync(Engine.Request());
        Assert.Equal("owners holds.\nmodels has no owner.", found.Diagnostics.Single().Message);
        Assert.Empty((await Client.RemediateAsync(Engine.Request())).Remediations);

        info.InitialConfig["owners"].EnforcementLevel = Rpc.EnforcementLevel.Remediate;
        await Client.ConfigureAsync(new() { PolicyConfig = { info.InitialConfig } });
        var remediated = (await Client.RemediateAsync(Engine.Request(PropertyMap.Of(("bucket", Sentinels.Unknown)))))
            .Remediations.Single();
        Assert.Equal(
            PropertyMap.Of(("bucket", Sentinels.Unknown), ("owner", "nobody")), PropertyMap.Decode(remediated.Properties.Memory));

        var ofStack = await Client.AnalyzeStackAsync(new() { Resources = { Engine.Resource(), Engine.Resource(name: "b") } });
        Assert.Equal("few holds.\n2 resources", ofStack.Diagnostics.Single().Message);

        Assert.False(ended.IsCompleted);
        Assert.Equal(Nothing, await Client.CancelAsync(Nothing));
        await ended.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Every_method_of_the_service_is_served() => Assert.Equal(
        Rpc.Analyzer.Descriptor.Methods.Select(method => $"/{method.Service.FullName}/{method.Name}").Order(),
        AnalyzerMethods.Of(Engine.HostOf(), () => { }).Keys.Order());

    [Fact]
    public async Task A_request_far_larger_than_grpc_allows_by_default_is_read_and_so_is_its_answer()
    {
        var resources = Enumerable.Range(0, 6).Select(i => Engine.Resource(PropertyMap.Of(("blob", new string('x', 1 << 20))), $"r{i}"));

        var answer = await Client.AnalyzeStackAsync(new() { Resources = { resources } });

        Assert.Equal("few holds.\n6 resources", answer.Diagnostics.Single().Message);
    }

    [Fact]
    public async Task Values_nested_deeper_than_protobuf_reads_are_no_obstacle()
    {
        var nested = PropertyMap.Of(("owner", "me"));
        for (var depth = 0; depth < 200; depth++)
        {
            nested = PropertyMap.Of(("inner", nested), ("owner", "me"));
        }

        Assert.Empty((await Client.AnalyzeAsync(Engine.Request(nested))).Diagnostics);
    }

    [Fact]
    public async Task A_faulty_configuration_is_refused_with_its_message()
    {
        var exception = await Assert.ThrowsAsync<RpcException>(async () =>
            await Client.ConfigureAsync(new() { PolicyConfig = { ["ownerß %"] = new() } }));

        Assert.Equal(StatusCode.InvalidArgument, exception.StatusCode);
        Assert.Equal(
            "test-pack: ownerß % is configured, but the pack has no policy of that name; it has owners, few, all.",
            exception.Status.Detail);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_fails_its_call_and_no_other()
    {
        var invoker = channel!.CreateCallInvoker();

        var exception = await Assert.ThrowsAsync<RpcException>(async () =>
            await invoker.AsyncUnaryCall(Raw("/pulumirpc.Analyzer/Analyze"), null, new(), [0x0a, 0x7f]));

        Assert.Equal(StatusCode.Internal, exception.StatusCode);
        Assert.Single((await Client.AnalyzeAsync(Engine.Request())).Diagnostics);
    }

    [Fact]
    public async Task A_method_that_does_not_exist_is_unimplemented()
    {
        var exception = await Assert.ThrowsAsync<RpcException>(async () =>
            await channel!.CreateCallInvoker().AsyncUnaryCall(Raw("/pulumirpc.Analyzer/Tomorrow"), null, new(), []));

        Assert.Equal(
            (StatusCode.Unimplemented, "A policy pack has no /pulumirpc.Analyzer/Tomorrow."),
            (exception.StatusCode, exception.Status.Detail));
    }

    [Fact]
    public async Task A_compressed_message_is_refused_with_the_reason()
    {
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await Client.AnalyzeAsync(
            Engine.Request(PropertyMap.Of(("a", new string('x', 1000)))), new Metadata { { "grpc-internal-encoding-request", "gzip" } }));

        Assert.Equal(StatusCode.Unimplemented, exception.StatusCode);
        Assert.Contains("compressed", exception.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_grpc_is_refused()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{server!.Port}/")
        {
            Version = new(2, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var response = await http.SendAsync(request);

        Assert.Equal(415, (int)response.StatusCode);
    }

    [Fact]
    public async Task Calls_may_come_at_once()
    {
        var names = Enumerable.Range(0, 200).Select(i => $"b{i}").ToArray();

        var answers = await Task.WhenAll(names.Select(async name => await Client.AnalyzeAsync(Engine.Request(name: name))));

        Assert.Equal(
            names.Select(name => $"owners holds.\n{name} has no owner."),
            answers.Select(answer => answer.Diagnostics.Single().Message));
    }

    private static Method<byte[], byte[]> Raw(string path)
    {
        var bytes = Marshallers.Create(message => message, message => message);
        var slash = path.LastIndexOf('/');
        return new(MethodType.Unary, path[1..slash], path[(slash + 1)..], bytes, bytes);
    }

    private static Task Forever(CancellationToken cancellation) => Task.Delay(Timeout.Infinite, cancellation);
}
