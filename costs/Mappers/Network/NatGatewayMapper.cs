using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Plan;
using Costs.Quantities;
using Costs.Usage;
using ResourceViews.Aws.Ec2;
using NativeGateway = ResourceViews.AwsNative.Ec2.NatGatewayProps;

namespace Costs.Mappers.Network;

/// <summary>NAT gateways: each hour, and each GB that passes through. Its public address is billed with the Elastic IP.</summary>
/// <remarks>https://aws.amazon.com/vpc/pricing/</remarks>
internal sealed class NatGatewayMapper : ResourceMapper
{
    private static readonly UsageSetting Processed = UsageKeys.ProcessedGb.Required();

    public override IReadOnlyList<string> ResourceTypes { get; } = [.. NatGatewayProps.ResourceTypes, .. NativeGateway.ResourceTypes];

    public static bool IsGateway(PlannedResource resource) =>
        resource.IsCustom && (NatGatewayProps.ResourceTypes.Contains(resource.Type) || NativeGateway.ResourceTypes.Contains(resource.Type));

    public override ImmutableArray<UsageSetting> Usage { get; } = [Processed];

    public override IEnumerable<CostItem> Map(MappingContext context)
    {
        var gateway = NatGatewayProps.From(PropertyValue.FromMap(context.Resource.Inputs));
        return
        [
            gateway.AvailabilityMode.Value == "regional"
                ? new CostItem.NotPriced(
                    "NAT gateway", "a regional gateway is billed by the zones it grows into, which the plan does not say.")
                : new CostItem.Component(
                    "NAT gateway", CostCategory.DataTransfer, NetworkPrices.NatGatewayHours, Quantity.Of(BillingMonth.Hours)),
            new CostItem.Component(
                "Data processed", CostCategory.DataTransfer, NetworkPrices.NatGatewayData, context.Usage[Processed]),
        ];
    }
}
