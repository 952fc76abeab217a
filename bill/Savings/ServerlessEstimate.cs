using System.Globalization;
using Bill.Classification;
using Costs.Catalogue;
using Costs.Catalogue.Keys;
using Costs.Money;

namespace Bill.Savings;

/// <summary>Small endpoints of one instance that would be paid by the call.</summary>
internal static class ServerlessEstimate
{
    /// <summary>What a sporadic endpoint is taken to serve in a month. Assumed: a bill does not count calls.</summary>
    private const decimal RequestsPerMonth = 40_000;

    private const decimal SecondsPerRequest = 0.5m;

    private const int MemoryMb = 4096;

    public static Saving Of(ImmutableArray<BillLine> bill, PriceBook prices)
    {
        var sum = new EstimateSum();
        foreach (var line in AlwaysOnEndpoint.In(bill, prices).Where(endpoint => endpoint.IsServerless).Select(endpoint => endpoint.Line))
        {
            var second = prices.For(line.Region).Find(SageMakerPrices.ServerlessSeconds(MemoryMb));
            if (!second.IsFound)
            {
                sum.Skip(line, second.WhyNot);
                continue;
            }

            var months = line.Hours / BillingMonth.Hours;
            var request = SecondsPerRequest * second.Price.FirstUsd;
            var breakEven = months > 0 ? line.Usd / months / request : 0;
            sum.Add(line, RequestsPerMonth * months * request, string.Create(
                CultureInfo.InvariantCulture,
                $"{line.InstanceType}: {RequestsPerMonth:#,0} requests of {SecondsPerRequest} s a month at {MemoryMb} MB; serverless is "
                + $"dearer from {decimal.Round(breakEven, 0):#,0} on"));
        }

        return sum.As("serverless", "serverless inference");
    }
}
