using Infra.Network;
using Infra.Settings;
using Infra.Tests.Builders;

namespace Infra.Tests.Network;

public class PrivateNetworkTests
{
    private static readonly NetworkSettings New = new()
    {
        Enabled = true,
        GbPerMonth = new Dictionary<string, string> { ["ecr.dkr"] = "1000", ["sts"] = "1" },
    };

    private static readonly NetworkSettings Existing = New with
    {
        VpcId = "vpc-12345678",
        SubnetIds = ["subnet-11111111", "subnet-22222222"],
        RouteTableIds = ["rtb-11111111"],
        Nat = NatPlacement.Single,
    };

    [Fact]
    public async Task A_stack_has_none_unless_asked() =>
        Assert.Empty((await DeployedStack.Of(Valid.Stack)).All("ml:network:PrivateNetwork"));

    [Fact]
    public async Task The_way_to_S3_is_free_in_any_case()
    {
        foreach (var settings in (NetworkSettings[])[New, Existing, New with { GbPerMonth = new Dictionary<string, string>() }])
        {
            var gateway = Assert.Single((await Deploy(settings)).All("aws:ec2/vpcEndpoint:VpcEndpoint"), endpoint => endpoint.Name == "network-s3");

            Assert.Equal(("Gateway", "com.amazonaws.us-east-1.s3"), (gateway["vpcEndpointType"], gateway["serviceName"]));
            Assert.Equal(1, gateway.Count("routeTableIds"));
        }
    }

    [Fact]
    public async Task A_new_VPC_has_a_private_subnet_in_each_zone_and_no_NAT()
    {
        var stack = await Deploy(New);

        Assert.Equal(
            ["10.80.0.0/20", "10.80.16.0/20"], stack.All("aws:ec2/subnet:Subnet").Select(subnet => (string)subnet["cidrBlock"]!).Order());
        Assert.Empty(stack.All("aws:ec2/natGateway:NatGateway"));
        Assert.Equal(3, stack.All("aws:ec2/vpcEndpoint:VpcEndpoint").Count);
    }

    [Theory]
    [InlineData(NatPlacement.Single, 1, 2)]
    [InlineData(NatPlacement.Zones, 2, 3)]
    public async Task NAT_gateways_are_where_they_are_asked_for(string nat, int gateways, int tables)
    {
        var stack = await Deploy(New with { Nat = nat });

        Assert.Equal(gateways, stack.All("aws:ec2/natGateway:NatGateway").Count);
        Assert.Equal(gateways, stack.All("aws:ec2/eip:Eip").Count);
        Assert.Equal(tables, stack.All("aws:ec2/routeTable:RouteTable").Count);
        Assert.Equal(
            stack.All("aws:ec2/subnet:Subnet").Count, stack.All("aws:ec2/subnet:Subnet").Select(subnet => subnet["cidrBlock"]).Distinct().Count());
    }

    [Fact]
    public async Task An_existing_VPC_gets_endpoints_and_nothing_else()
    {
        var stack = await Deploy(Existing);
        var endpoint = stack.All("aws:ec2/vpcEndpoint:VpcEndpoint").Single(candidate => candidate.Name == "network-ecr-dkr");

        Assert.Empty(stack.All("aws:ec2/vpc:Vpc"));
        Assert.Equal(["subnet-11111111", "subnet-22222222"], endpoint.Texts("subnetIds"));
        Assert.Equal(("Interface", true), (endpoint["vpcEndpointType"], endpoint["privateDnsEnabled"]));
        Assert.DoesNotContain(stack.All("aws:ec2/vpcEndpoint:VpcEndpoint"), candidate => candidate.Name == "network-sts");
    }

    [Fact]
    public async Task The_output_says_how_each_service_is_reached_and_why()
    {
        var outputs = Assert.IsType<Dictionary<string, object?>>((await Deploy(Existing)).Outputs["network"]);
        var routes = Assert.IsType<Dictionary<string, object?>>(outputs["routes"]);

        Assert.Equal("NAT: 1 GB a month, break-even at 417.1", routes["sts"]);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        Assert.Contains("vpcId", Fault(New with { SubnetIds = ["subnet-11111111"] }));
        Assert.Contains("vpcId", Fault(New with { VpcId = "vpc-12345678" }));
        Assert.Contains("each letter once", Fault(New with { Zones = ["a", "a"] }));
        Assert.Contains("a number of GB", Fault(New with { GbPerMonth = new Dictionary<string, string> { ["logs"] = "many" } }));
        Assert.Contains("10.80.0.0/16", Fault(New with { Cidr = "10.80.0.0/8" }));
        Assert.Contains("vpc-", Fault(Existing with { VpcId = "my-vpc" }));
    }

    private static string Fault(NetworkSettings settings) => Assert.Single(Rules.Check(settings, "network")).ToString();

    private static Task<DeployedStack> Deploy(NetworkSettings settings) => DeployedStack.Of(Valid.Stack with { Network = settings });
}
