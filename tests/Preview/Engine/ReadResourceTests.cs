using Preview.Engine;
using Preview.Tests.Builders;
using Pulumirpc;
using static Preview.Tests.Builders.EngineUnderTest;

namespace Preview.Tests.Engine;

public class ReadResourceTests
{
    [Fact]
    public async Task Something_that_exists_has_the_id_and_properties_given_and_unknown_others()
    {
        var engine = await StartAsync();
        var request = Request(BucketType, "logs", "my-logs");
        request.Properties = Bytes(PropertyMap.Of(("bucket", "my-logs")));

        var response = await engine.Engine.ReadResourceAsync(request, default);

        var properties = PropertyMap.Decode(response.Properties.Memory);
        Assert.Equal("urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs", response.Urn);
        Assert.Equal("my-logs", properties["bucket"].AsString());
        Assert.True(properties["arn"].IsUnknown);
        Assert.Equal((Operation.Read, "my-logs"), (engine.State.Find(response.Urn)!.Operation, engine.State.Find(response.Urn)!.Id));
    }

    [Fact]
    public async Task It_is_not_shown_to_policies()
    {
        var pack = new FakePack();
        var engine = await StartAsync(null, pack);

        await engine.Engine.ReadResourceAsync(Request(BucketType, "logs", "my-logs"), default);

        Assert.DoesNotContain("analyze logs", pack.Calls);
    }

    [Fact]
    public async Task The_outputs_of_another_stack_are_unknown_and_the_user_is_told()
    {
        var engine = await StartAsync();
        var request = Request("pulumi:pulumi:StackReference", "base", "acme/base/prod");
        request.Properties = Bytes(PropertyMap.Of(("name", "acme/base/prod")));

        var response = await engine.Engine.ReadResourceAsync(request, default);

        Assert.True(PropertyMap.Decode(response.Properties.Memory)["outputs"].IsUnknown);
        Assert.Contains("acme/base/prod", Assert.Single(engine.State.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bucket", "logs", "my-logs")]
    [InlineData(BucketType, "", "my-logs")]
    [InlineData(BucketType, "logs", "")]
    public async Task A_request_without_type_name_or_id_is_refused(string type, string name, string id)
    {
        var engine = await StartAsync();

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => engine.Engine.ReadResourceAsync(Request(type, name, id), default));

        Assert.Equal(Refusal.Invalid, refusal.Refusal);
    }

    private static ReadResourceRequest Request(string type, string name, string id) =>
        new() { Type = type, Name = name, Id = id, Parent = StackUrn, Version = "7.48.0", AcceptSecrets = true };
}
