using System.Globalization;
using Bill.Classification;
using Costs.Catalogue;
using Costs.Mappers.SageMaker.Jobs;
using Costs.Usage;

namespace Bill.Savings;

/// <summary>Training on demand that would run on spot capacity, with the rework that its interruptions cost.</summary>
internal static class SpotEstimate
{
    private static readonly ResourceUsage NothingStated =
        ResourceUsage.Of([], [SpotCapacity.SavingsPercent, SpotCapacity.ReworkPercent], []);

    public static Saving Of(ImmutableArray<BillLine> bill, PriceBook prices)
    {
        var sum = new EstimateSum();
        foreach (var line in bill.Where(line => line.Item == "onDemandTraining"))
        {
            var region = prices.For(line.Region);
            if (line.InstanceType is not { } type || region.Instance(type)?.Spot is null)
            {
                sum.Skip(line, $"no spot statistics of {line.InstanceType ?? line.UsageType} in {Regions.Name(line)}");
                continue;
            }

            var spot = SpotCapacity.Of(type, NothingStated, region);
            var rework = spot.Rework.Expected;
            sum.Add(line, line.Usd * (1 + rework) * spot.Price.Expected, string.Create(
                CultureInfo.InvariantCulture,
                $"{type}: spot capacity costs {spot.Price.Expected * 100:0.#}% of on demand, as EC2's did (Spot Instance Advisor), and "
                + $"{rework * 100:0.#}% of the work is done twice; all of it finds capacity, and jobs keep checkpoints"));
        }

        return sum.As("spotTraining", "spot training with checkpoints");
    }
}
