using Costs.Advice;
using Costs.Plan;
using ResourceViews.Aws.Ec2;

namespace Costs.Tests.Advice;

/// <summary>At round prices an endpoint in two zones costs $14.60 and 1 cent a GB, NAT 10 cents a GB: they meet at 162 GB.</summary>
public class NetworkAdviceTests
{
    private const string ThroughNat = "Send the traffic of logs through NAT, without an interface endpoint of its own";

    private static readonly PlannedResource Nat = Planned.Resource("nat-a", new NatGatewayProps());
    private static readonly PlannedResource S3 = Planned.Resource("s3", new VpcEndpointProps { ServiceName = "com.amazonaws.test-1.s3" });
    private static readonly PlannedResource Logs = Planned.Resource("logs", new VpcEndpointProps
    {
        VpcEndpointType = "Interface",
        ServiceName = "com.amazonaws.test-1.logs",
        SubnetIds = ["subnet-a", "subnet-b"],
    });

    [Fact]
    public void Little_traffic_does_not_pay_for_an_endpoint()
    {
        var line = Advised.Of([Nat, S3, Logs], """{"logs": {"processedGbPerMonth": 100} }""").Line(ThroughNat);

        Assert.Equal(14.6m + 1 - 10, line.Usd());
        Assert.True(line.IsCounted);
        Assert.Equal("in 2 zones an interface endpoint costs less than NAT above 162 GB a month, and 100 GB pass", line.Why);
    }

    [Fact]
    public void Much_traffic_does() => Assert.Equal(
        "in 2 zones an interface endpoint costs less than NAT above 162 GB a month",
        Advised.Of([Nat, S3, Logs], """{"logs": {"processedGbPerMonth": 200} }""").Kept.Remark("logs").Text);

    [Fact]
    public void Traffic_that_nobody_stated_has_a_break_even_only()
    {
        var line = Advised.Of([Nat, S3, Logs]).Line(ThroughNat);

        Assert.Equal("processedGbPerMonth of logs is not stated", Assert.IsType<AdviceSaving.Unknown>(line.Saving).Because);
    }

    [Fact]
    public void Without_NAT_an_endpoint_is_the_only_way() =>
        Assert.Empty(Advised.Of([S3, Logs], """{"logs": {"processedGbPerMonth": 1} }""").Lines);

    [Fact]
    public void The_setting_of_this_projects_network_is_named_by_service()
    {
        var network = Advised.Component("ml:network:PrivateNetwork", "network");

        var line = Advised.Of([network, Nat.In(network), S3, Logs.In(network)], """{"logs": {"processedGbPerMonth": 100} }""").Line(ThroughNat);

        Assert.Equal("set costs:network.gbPerMonth.logs to what really passes in Pulumi.test.yaml", line.Change);
    }

    [Fact]
    public void S3_has_a_free_way_past_NAT()
    {
        var line = Advised.Of([Nat, Logs], """{"logs": {"processedGbPerMonth": 200} }""").Line("Send the traffic to S3 past NAT");

        Assert.Equal("a gateway endpoint for S3 is free, and NAT takes $0.10 a GB", line.Why);
        Assert.IsType<AdviceSaving.Unknown>(line.Saving);
    }

    [Fact]
    public void Less_than_one_endpoint_needs_is_right_to_pass_NAT() => Assert.Equal(
        "a service of AWS pays for an interface endpoint in 1 zone above 81 GB a month, and 50 GB pass NAT in all",
        Advised.Of([Nat, S3], """{"nat-a": {"processedGbPerMonth": 50} }""").Kept.Remark("nat-a").Text);

    [Fact]
    public void What_passes_NAT_may_pay_for_endpoints_and_nobody_knows_which() => Assert.StartsWith(
        "a service of AWS pays for an interface endpoint in 1 zone above 81 GB a month; how much of the 500 GB that pass NAT",
        Advised.Of([Nat, S3], """{"nat-a": {"processedGbPerMonth": 500} }""").NotKnown.Remark("nat-a").Text,
        StringComparison.Ordinal);
}
