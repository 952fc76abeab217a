using Costs.Quantities;
using Costs.Usage;
using ResourceViews.Aws.Ec2;
using NativeEndpoint = ResourceViews.AwsNative.Ec2.VpcEndpointProps;

namespace Costs.Mappers.Network;

/// <summary>VPC endpoints: a gateway is free, an interface is billed by the hour in each zone, and by the GB.</summary>
/// <remarks>https://aws.amazon.com/privatelink/pricing/</remarks>
internal sealed class VpcEndpointMapper : ResourceMapper
{
    public static UsageSetting Processed { get; } = UsageKeys.ProcessedGb.Required();

    public override IReadOnlyList<string> ResourceTypes { get; } = [.. VpcEndpointProps.ResourceTypes, .. NativeEndpoint.ResourceTypes];

    public override ImmutableArray<UsageSetting> Usage { get; } = [Processed];

    public override IEnumerable<CostItem> Map(MappingContext context)
    {
        var endpoint = VpcEndpointProps.From(PropertyValue.FromMap(context.Resource.Inputs));
        return endpoint.VpcEndpointType switch
        {
            { IsUnknown: true } => [new CostItem.NotKnownYet("VPC endpoint", "vpcEndpointType")],
            { Value: null or "Gateway" } => Traffic(TrafficWay.GatewayEndpoint, Quantity.Zero, context),
            { Value: "Interface" } => Traffic(TrafficWay.InterfaceEndpoint, Zones(endpoint), context),
            { Value: var type } => [new CostItem.NotPriced("VPC endpoint", $"the price list has no price for endpoints of type {type}.")],
        };
    }

    private static IEnumerable<CostItem> Traffic(TrafficWay way, Quantity zones, MappingContext context) =>
        context.AsIf(new PrivateTraffic(way, zones, context.Usage[Processed])).Items();

    /// <summary>One for each subnet. How many there are is known even where their ids are not.</summary>
    private static Quantity Zones(VpcEndpointProps endpoint) => endpoint.SubnetIds.IsUnknown
        ? Quantity.NotKnownYet("subnetIds")
        : Quantity.Of(Math.Max(1, endpoint.SubnetIds.Count));
}
