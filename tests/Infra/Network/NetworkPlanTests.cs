using Infra.Network;

namespace Infra.Tests.Network;

public class NetworkPlanTests
{
    private static readonly NetworkSettings Settings = new()
    {
        Enabled = true,
        Nat = NatPlacement.Single,
        GbPerMonth = new Dictionary<string, string> { ["logs"] = "100", ["ecr.dkr"] = "1000" },
    };

    /// <summary>Two zones: 14.60 US dollars of hours, and 0.035 saved for each GB.</summary>
    [Fact]
    public void An_endpoint_pays_above_the_traffic_at_which_its_hours_cost_what_NAT_takes_more() =>
        Assert.Equal(417.14m, Math.Round(NetworkPlan.BreakEvenGb(zones: 2), 2));

    [Fact]
    public void Beside_NAT_only_what_pays_gets_an_endpoint() => Assert.Equal(
        [
            new("ecr.dkr", true, "endpoint: 1000 GB a month, break-even at 417.1"),
            new ServiceRoute("logs", false, "NAT: 100 GB a month, break-even at 417.1"),
        ],
        NetworkPlan.RoutesOf(Settings));

    [Fact]
    public void Without_NAT_an_endpoint_is_the_only_way() =>
        Assert.All(NetworkPlan.RoutesOf(Settings with { Nat = NatPlacement.None }), route => Assert.True(route.HasEndpoint));

    [Fact]
    public void Zones_of_an_existing_VPC_are_its_subnets() => Assert.False(NetworkPlan.RoutesOf(Settings with
    {
        VpcId = "vpc-12345678",
        SubnetIds = ["subnet-11111111", "subnet-22222222", "subnet-33333333", "subnet-44444444", "subnet-55555555"],
    })[0].HasEndpoint);

    [Theory]
    [InlineData("10.80.0.0/16", 0, "10.80.0.0/20")]
    [InlineData("10.80.0.0/16", 3, "10.80.48.0/20")]
    [InlineData("172.16.8.0/24", 15, "172.16.8.240/28")]
    public void Subnets_divide_the_addresses(string cidr, int index, string subnet) => Assert.Equal(subnet, AddressPlan.Subnet(cidr, index));
}
