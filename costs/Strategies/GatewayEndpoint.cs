using Costs.Mappers.Network;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>S3 traffic that takes a free gateway endpoint, where it would pass through NAT.</summary>
internal sealed class GatewayEndpoint : Strategy, IUndoes<PrivateTraffic>
{
    public override string Name => "gatewayEndpoint";

    public override string Title => "gateway endpoint instead of NAT";

    public override UsageSetting? Needs => VpcEndpointMapper.Processed;

    public bool AppliesTo(PrivateTraffic planned, ResourceUsage usage) => planned.Way == TrafficWay.GatewayEndpoint;

    public PrivateTraffic Without(PrivateTraffic planned, ResourceUsage usage) => planned with { Way = TrafficWay.Nat };
}
