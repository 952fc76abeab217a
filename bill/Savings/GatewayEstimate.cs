using System.Globalization;
using Bill.Classification;
using Costs.Catalogue;

namespace Bill.Savings;

/// <summary>Bytes through NAT that would take a gateway endpoint, which is free.</summary>
internal static class GatewayEstimate
{
    /// <summary>Assumed, for private subnets in which models are trained: a bill does not say where bytes go.</summary>
    private const decimal ShareToS3 = 0.8m;

    public static Saving Of(ImmutableArray<BillLine> bill, PriceBook prices)
    {
        var sum = new EstimateSum();
        foreach (var line in bill.Where(line => line.Item == "natData"))
        {
            sum.Add(line, line.Usd * (1 - ShareToS3), string.Create(
                CultureInfo.InvariantCulture, $"{ShareToS3 * 100:0}% of the bytes go to or come from S3 in the same Region"));
        }

        return sum.As("gatewayEndpoint", "gateway endpoint instead of NAT");
    }
}
