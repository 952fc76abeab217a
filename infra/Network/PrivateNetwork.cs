using Infra.Governance;
using Infra.Settings;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Network;

/// <summary>Private subnets whose traffic to S3 is free, and to other services as cheap as it can be.</summary>
internal sealed class PrivateNetwork : ComponentResource
{
    private const string Anywhere = "0.0.0.0/0";
    private const int HttpsPort = 443;

    private readonly string name;
    private readonly CustomResourceOptions child;
    private readonly InputMap<string> tags;

    public PrivateNetwork(string name, PrivateNetworkArgs args, ComponentResourceOptions? options = null)
        : base("ml:network:PrivateNetwork", name, options)
    {
        Args.Validate(name, args);
        this.name = name;
        child = new() { Parent = this };
        tags = args.Scope.Tags.For(nameof(PrivateNetwork), CostCategory.DataTransfer);
        var settings = args.Network;
        var site = settings.VpcId is { } vpcId
            ? new NetworkSite(vpcId, settings.SubnetIds.ToArray(), settings.RouteTableIds.ToArray())
            : NewVpc(settings, args.Scope);

        _ = new VpcEndpoint($"{name}-s3", new()
        {
            VpcId = site.VpcId,
            VpcEndpointType = "Gateway",
            ServiceName = args.Scope.Place.Apply(place => $"com.amazonaws.{place.Region}.s3"),
            RouteTableIds = site.RouteTableIds,
            Tags = tags,
        }, child);

        var routes = NetworkPlan.RoutesOf(settings);
        var access = new SecurityGroup(name, new()
        {
            VpcId = site.VpcId,
            Description = "Endpoints of AWS services, for the VPC",
            Ingress = new SecurityGroupIngressArgs
            {
                Protocol = "tcp",
                FromPort = HttpsPort,
                ToPort = HttpsPort,
                CidrBlocks = settings.Cidr,
            },
            Egress = new SecurityGroupEgressArgs { Protocol = "-1", FromPort = 0, ToPort = 0, CidrBlocks = Anywhere },
            Tags = tags,
        }, child);
        foreach (var route in routes.Where(route => route.HasEndpoint))
        {
            _ = new VpcEndpoint($"{name}-{route.Service.Replace('.', '-')}", new()
            {
                VpcId = site.VpcId,
                VpcEndpointType = "Interface",
                ServiceName = args.Scope.Place.Apply(place => $"com.amazonaws.{place.Region}.{route.Service}"),
                SubnetIds = site.SubnetIds,
                SecurityGroupIds = access.Id,
                PrivateDnsEnabled = true,
                Tags = tags,
            }, child);
        }

        SubnetIds = site.SubnetIds;
        SecurityGroupId = access.Id;
        Routes = routes.ToDictionary(route => route.Service, route => route.Reason);
        RegisterOutputs();
    }

    /// <summary>Where to put what is to be private.</summary>
    public InputList<string> SubnetIds { get; }

    /// <summary>The security group of the endpoints, which lets the whole VPC in and can serve for jobs and notebooks, too.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private init; }

    /// <summary>How each declared service is reached, and why.</summary>
    public IReadOnlyDictionary<string, string> Routes { get; }

    private NetworkSite NewVpc(NetworkSettings settings, StackScope scope)
    {
        var vpc = new Vpc(name, new()
        {
            CidrBlock = settings.Cidr,
            EnableDnsHostnames = true,
            EnableDnsSupport = true,
            Tags = tags,
        }, child);
        // Zones with a gateway of their own need a table of their own.
        string[] parts = settings.Nat == NatPlacement.Zones ? [.. settings.Zones] : [""];
        var tables = parts.Select(part => new RouteTable(NameOf(part), new() { VpcId = vpc.Id, Tags = tags }, child)).ToArray();
        var subnets = settings.Zones
            .Select((zone, index) => SubnetOf(
                zone, zone, AddressPlan.Subnet(settings.Cidr, index), vpc, tables[Math.Min(index, tables.Length - 1)], scope))
            .ToArray();
        if (settings.Nat != NatPlacement.None)
            AddNat(vpc, parts, tables, settings, scope);
        return new(vpc.Id, subnets, tables.Select(table => table.Id).ToArray());
    }

    private string NameOf(string part) => part.Length == 0 ? name : $"{name}-{part}";

    private Output<string> SubnetOf(string part, string zone, string cidr, Vpc vpc, RouteTable table, StackScope scope)
    {
        var subnet = new Subnet($"{name}-{part}", new()
        {
            VpcId = vpc.Id,
            AvailabilityZone = scope.Place.Apply(place => $"{place.Region}{zone}"),
            CidrBlock = cidr,
            Tags = tags,
        }, child);
        _ = new RouteTableAssociation($"{name}-{part}", new() { SubnetId = subnet.Id, RouteTableId = table.Id }, child);
        return subnet.Id;
    }

    /// <summary>A gateway for each table, in a public subnet of its zone.</summary>
    private void AddNat(Vpc vpc, string[] parts, RouteTable[] tables, NetworkSettings settings, StackScope scope)
    {
        var internet = new InternetGateway(name, new() { VpcId = vpc.Id, Tags = tags }, child);
        var publicTable = new RouteTable($"{name}-public", new() { VpcId = vpc.Id, Tags = tags }, child);
        _ = new Pulumi.Aws.Ec2.Route($"{name}-public", new()
        {
            RouteTableId = publicTable.Id,
            DestinationCidrBlock = Anywhere,
            GatewayId = internet.Id,
        }, child);
        foreach (var (part, index) in parts.Select((part, index) => (part, index)))
        {
            var subnetId = SubnetOf(
                part.Length == 0 ? "public" : $"public-{part}",
                settings.Zones[index],
                AddressPlan.Subnet(settings.Cidr, settings.Zones.Count + index),
                vpc,
                publicTable,
                scope);
            var address = new Eip(NameOf(part), new() { Domain = "vpc", Tags = tags }, child);
            var nat = new NatGateway(NameOf(part), new()
            {
                AllocationId = address.Id,
                SubnetId = subnetId,
                Tags = tags,
            }, new() { Parent = this, DependsOn = { internet } });
            _ = new Pulumi.Aws.Ec2.Route(NameOf(part), new()
            {
                RouteTableId = tables[index].Id,
                DestinationCidrBlock = Anywhere,
                NatGatewayId = nat.Id,
            }, child);
        }
    }
}

/// <summary>The network that endpoints are for.</summary>
internal sealed record NetworkSite(Input<string> VpcId, InputList<string> SubnetIds, InputList<string> RouteTableIds);
