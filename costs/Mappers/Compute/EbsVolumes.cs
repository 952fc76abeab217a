using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Quantities;

namespace Costs.Mappers.Compute;

/// <summary>What an EBS volume costs, whether it is a resource or part of an instance.</summary>
/// <remarks>https://aws.amazon.com/ebs/pricing/</remarks>
internal static class EbsVolumes
{
    private const string DefaultType = "gp2";

    /// <summary>What gp3 includes; more is billed.</summary>
    private const int FreeIops = 3000;
    private const int FreeThroughput = 125;

    public static IEnumerable<CostItem> Map(
        Known<string> volumeType, Known<int?> sizeGb, Known<int?> iops, Known<int?> throughput, string path)
    {
        if (volumeType.IsUnknown)
        {
            return [new CostItem.NotKnownYet("EBS volume", $"{path}type")];
        }

        if (sizeGb is { IsKnown: true, Value: null })
        {
            return [new CostItem.NotPriced("EBS volume", "its size is that of its snapshot or image, which the plan does not say.")];
        }

        var type = volumeType.Value ?? DefaultType;
        var volume = new CostItem.Component(
            $"EBS volume ({type})", CostCategory.Storage, ServicePrices.Ebs(type), Quantity.Of(sizeGb, $"{path}size", 0));
        return type == "gp3" && (iops.Value > FreeIops || throughput.Value > FreeThroughput)
            ? [volume, new CostItem.NotPriced("EBS performance (gp3)", "the price list has no price for more than gp3 includes.")]
            : [volume];
    }
}
