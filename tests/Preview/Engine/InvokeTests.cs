using Preview.Engine;
using Preview.Tests.Builders;
using static Preview.Tests.Builders.EngineUnderTest;

namespace Preview.Tests.Engine;

public class InvokeTests
{
    [Theory]
    [InlineData("aws:index/getRegion:getRegion", "region", "eu-west-1")]
    [InlineData("aws:index/getRegion:getRegion", "id", "eu-west-1")]
    [InlineData("aws:index/getCallerIdentity:getCallerIdentity", "accountId", "123456789012")]
    [InlineData("aws:index/getPartition:getPartition", "partition", "aws")]
    [InlineData("aws:index/getPartition:getPartition", "dnsSuffix", "amazonaws.com")]
    [InlineData("aws-native:index:getRegion", "region", "eu-west-1")]
    [InlineData("aws-native:index:getAccountId", "accountId", "123456789012")]
    [InlineData("aws-native:index:getPartition", "partition", "aws")]
    public async Task Settings_answer_where_and_as_whom_a_stack_is_deployed(string token, string property, string expected)
    {
        var answer = await InvokeAsync(await StartAsync(Config(("aws:region", "eu-west-1"), ("aws-native:region", "eu-west-1"))), token);

        Assert.Equal(expected, answer[property].AsString());
    }

    [Theory]
    [InlineData("cn-north-1", "aws-cn", "amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "aws-us-gov", "amazonaws.com")]
    public async Task The_partition_follows_from_the_region(string region, string partition, string suffix)
    {
        var answer = await InvokeAsync(await StartAsync(Config(("aws:region", region))), "aws:index/getPartition:getPartition");

        Assert.Equal((partition, suffix), (answer["partition"].AsString(), answer["dnsSuffix"].AsString()));
    }

    [Fact]
    public async Task The_one_account_that_the_provider_may_use_is_the_account()
    {
        var config = Config(("aws:region", "eu-west-1"), ("aws:allowedAccountIds", "[\"111122223333\"]"));

        var answer = await InvokeAsync(await StartAsync(config), "aws:index/getCallerIdentity:getCallerIdentity");

        Assert.Equal("111122223333", answer["accountId"].AsString());
    }

    [Fact]
    public async Task An_explicit_provider_answers_for_its_own_region()
    {
        var engine = await StartAsync(Config(("aws:region", "eu-west-1")));
        var west = await engine.RegisterAsync(Custom("pulumi:providers:aws", "west", ("region", "us-west-2")));

        var answer = await InvokeAsync(engine, "aws:index/getRegion:getRegion", $"{west.Urn}::{west.Id}");

        Assert.Equal("us-west-2", answer["region"].AsString());
    }

    [Fact]
    public async Task Zones_are_those_that_every_region_has()
    {
        var answer = await InvokeAsync(
            await StartAsync(Config(("aws:region", "eu-west-1"))), "aws:index/getAvailabilityZones:getAvailabilityZones");

        Assert.Equal(PropertyValue.Of(new[] { "eu-west-1a", "eu-west-1b", "eu-west-1c" }), answer["names"]);
    }

    [Fact]
    public async Task What_only_AWS_can_answer_is_unknown_and_counted()
    {
        var engine = await StartAsync();

        var answer = await InvokeAsync(engine, "aws:ec2/getVpc:getVpc");

        Assert.True(answer["cidrBlock"].IsUnknown);
        Assert.Equal(KeyValuePair.Create("aws:ec2/getVpc:getVpc", 1), Assert.Single(engine.State.UnansweredFunctions));
    }

    [Fact]
    public async Task A_function_that_nobody_here_knows_is_refused_by_name()
    {
        var engine = await StartAsync();

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => InvokeAsync(engine, "acme:index:getThing"));

        Assert.Equal(Refusal.NotOffered, refusal.Refusal);
        Assert.Contains("acme:index:getThing", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_resource_can_be_asked_for()
    {
        var engine = await StartAsync();
        var urn = (await engine.RegisterAsync(Custom(BucketType, "data", ("acl", "private")))).Urn;

        var response = await engine.Engine.InvokeAsync(
            new() { Tok = "pulumi:pulumi:getResource", Args = Bytes(PropertyMap.Of(("urn", urn))) }, default);

        var answer = PropertyMap.Decode(response.Return.Memory);
        Assert.Equal(urn, answer["urn"].AsString());
        Assert.True(answer["id"].IsUnknown);
        Assert.Equal("private", answer["state"]["acl"].AsString());
    }

    private static async Task<PropertyMap> InvokeAsync(EngineUnderTest engine, string token, string provider = "")
    {
        var response = await engine.Engine.InvokeAsync(
            new() { Tok = token, Args = Bytes(PropertyMap.Empty), Provider = provider, AcceptResources = true }, CancellationToken.None);
        return PropertyMap.Decode(response.Return.Memory);
    }
}
