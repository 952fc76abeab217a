using Grpc.Core;
using Grpc.Net.Client;
using Preview.Engine;
using Preview.Policies;
using Preview.Projects;
using Preview.Schemas;
using Preview.Serving;
using Pulumirpc;
using static Preview.Tests.Builders.EngineUnderTest;

namespace Preview.Tests.Serving;

/// <summary>The engine over a real connection, the way programs in other processes meet it.</summary>
public sealed class EngineServerTests : IAsyncLifetime
{
    private readonly EngineServer server = new();
    private readonly OfflineEngine engine =
        new(new("shop", "dev", StackConfig.Empty, AppContext.BaseDirectory), SchemaCatalogue.Shipped, PolicyRun.WithoutPacks);

    private GrpcChannel? channel;

    private ResourceMonitor.ResourceMonitorClient Monitor => new(channel);

    public async Task InitializeAsync()
    {
        channel = GrpcChannel.ForAddress($"http://{server.Address}", new() { MaxSendMessageSize = null, MaxReceiveMessageSize = null });

        // A call that comes before the server is ready waits for it.
        var early = Monitor.RegisterResourceAsync(new() { Type = "pulumi:pulumi:Stack", Name = "shop-dev" });
        await server.StartAsync(engine, CancellationToken.None);
        Assert.Equal(StackUrn, (await early).Urn);
    }

    public async Task DisposeAsync()
    {
        channel?.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_resource_is_registered()
    {
        var response = await Monitor.RegisterResourceAsync(Custom(BucketType, "data"));

        Assert.Equal("urn:pulumi:dev::shop::aws:s3/bucket:Bucket::data", response.Urn);
        Assert.True(PropertyMap.Decode(response.Object.Memory)["arn"].IsUnknown);
    }

    [Fact]
    public async Task Properties_may_be_nested_deeper_than_protobuf_allows_messages_to_be()
    {
        var deep = PropertyMap.Of(("end", "here"));
        for (var i = 0; i < 300; i++)
        {
            deep = PropertyMap.Of(("in", deep));
        }

        var response = await Monitor.RegisterResourceAsync(Custom("acme:index:Thing", "deep", ("deep", deep)));

        Assert.Equal(deep, PropertyMap.Decode(response.Object.Memory)["deep"].Members);
    }

    [Fact]
    public async Task Messages_may_be_larger_than_gRPC_expects()
    {
        var text = new string('x', 6 * 1024 * 1024);

        var response = await Monitor.RegisterResourceAsync(Custom("acme:index:Thing", "large", ("text", text)));

        Assert.Equal(text, PropertyMap.Decode(response.Object.Memory)["text"].AsString());
    }

    [Fact]
    public async Task A_special_value_that_nobody_knows_is_a_faulty_request()
    {
        var unknown = PropertyMap.Of((Sentinels.SignatureKey, "00000000000000000000000000000000"));

        var fault = await Assert.ThrowsAsync<RpcException>(async () => await Monitor.RegisterResourceAsync(Custom(BucketType, "data", ("acl", unknown))));

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_not_offered_is_refused_with_a_sentence(Func<ResourceMonitor.ResourceMonitorClient, Task> call, string expected)
    {
        var fault = await Assert.ThrowsAsync<RpcException>(() => call(Monitor));

        Assert.Equal(StatusCode.Unimplemented, fault.StatusCode);
        Assert.Contains(expected, fault.Status.Detail, StringComparison.Ordinal);
    }

    public static TheoryData<Func<ResourceMonitor.ResourceMonitorClient, Task>, string> Refused => new()
    {
        { monitor => monitor.CallAsync(new() { Tok = "acme:index:Thing/run" }).ResponseAsync, "acme:index:Thing/run" },
        { monitor => monitor.RegisterStackTransformAsync(new()).ResponseAsync, "transforms" },
        { monitor => monitor.RegisterStackInvokeTransformAsync(new()).ResponseAsync, "transforms" },
        { monitor => monitor.RegisterResourceHookAsync(new() { Name = "before" }).ResponseAsync, "before" },
        { monitor => monitor.RegisterErrorHookAsync(new() { Name = "failed" }).ResponseAsync, "failed" },
        { monitor => monitor.InvokeAsync(new() { Tok = "acme:index:getThing" }).ResponseAsync, "acme:index:getThing" },
    };
}
