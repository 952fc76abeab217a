using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Quantities;

namespace Costs.Mappers.Network;

/// <summary>Traffic from private subnets to an AWS service.</summary>
/// <param name="Zones">Availability Zones that an interface endpoint stands in.</param>
internal sealed record PrivateTraffic(TrafficWay Way, Quantity Zones, Quantity Gigabytes)
{
    public IEnumerable<CostItem> Items() => Way switch
    {
        TrafficWay.GatewayEndpoint => [new CostItem.Free("gateway endpoints are free")],
        TrafficWay.InterfaceEndpoint =>
        [
            new CostItem.Component(
                "Interface endpoint", CostCategory.DataTransfer, NetworkPrices.InterfaceEndpointHours, Zones * BillingMonth.Hours),
            new CostItem.Component("Data processed", CostCategory.DataTransfer, NetworkPrices.InterfaceEndpointData, Gigabytes),
        ],
        _ => [new CostItem.Component("Data processed by NAT", CostCategory.DataTransfer, NetworkPrices.NatGatewayData, Gigabytes)],
    };
}

internal enum TrafficWay
{
    GatewayEndpoint,
    InterfaceEndpoint,

    /// <summary>Through the NAT gateways, which are billed by the hour whether or not it does.</summary>
    Nat,
}
