using Costs.Mappers.Network;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>Traffic to AWS services that takes interface endpoints, where it would pass through NAT.</summary>
internal sealed class InterfaceEndpoints : Strategy, IUndoes<PrivateTraffic>
{
    public override string Name => "interfaceEndpoint";

    public override string Title => "interface endpoints instead of NAT";

    public override UsageSetting? Needs => VpcEndpointMapper.Processed;

    public bool AppliesTo(PrivateTraffic planned, ResourceUsage usage) => planned.Way == TrafficWay.InterfaceEndpoint;

    public PrivateTraffic Without(PrivateTraffic planned, ResourceUsage usage) => planned with { Way = TrafficWay.Nat };
}
