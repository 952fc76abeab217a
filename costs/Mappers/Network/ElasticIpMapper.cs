using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Quantities;
using ResourceViews.Aws.Ec2;

namespace Costs.Mappers.Network;

/// <summary>Public addresses, billed by the hour whether or not they are attached to anything.</summary>
/// <remarks>https://aws.amazon.com/vpc/pricing/</remarks>
internal sealed class ElasticIpMapper : ResourceMapper<EipProps>
{
    protected override IEnumerable<CostItem> Map(EipProps address, MappingContext context) =>
    [
        new CostItem.Component(
            "Public IPv4 address", CostCategory.DataTransfer, NetworkPrices.PublicIpv4Hours, Quantity.Of(BillingMonth.Hours)),
    ];
}
