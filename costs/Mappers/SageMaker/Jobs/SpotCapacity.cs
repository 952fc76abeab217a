using System.Globalization;
using Costs.Catalogue;
using Costs.Quantities;
using Costs.Usage;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>What spot capacity saves, and how much work its interruptions cost.</summary>
/// <remarks>AWS publishes no spot prices of SageMaker; those of EC2 for the same hardware stand in.</remarks>
internal sealed record SpotCapacity(PriceFactor Price, Quantity Rework)
{
    public static UsageSetting SavingsPercent { get; } = UsageKeys.SpotSavingsPercent.Required();

    public static UsageSetting ReworkPercent { get; } = UsageKeys.ReworkPercent.Required();

    /// <summary>Share of the work done twice by the advisor's interruption band, with a checkpoint every few minutes. Assumed.</summary>
    private static readonly ImmutableDictionary<string, int> ReworkPercentByBand = new Dictionary<string, int>
    {
        ["<5%"] = 2,
        ["5-10%"] = 4,
        ["10-15%"] = 8,
        ["15-20%"] = 10,
        [">20%"] = 15,
    }.ToImmutableDictionary();

    /// <summary>For an interruption band the advisor did not have.</summary>
    private const int UnknownBandReworkPercent = 15;

    public static SpotCapacity Of(string instanceType, ResourceUsage usage, RegionPrices prices)
    {
        var statistics = prices.Instance(instanceType)?.Spot;
        return new(Savings(instanceType, statistics, usage), ReworkShare(statistics, usage));
    }

    /// <summary>At the most, spot capacity costs what on-demand capacity does.</summary>
    private static PriceFactor Savings(string instanceType, SpotStatistics? statistics, ResourceUsage usage)
    {
        if (usage.States(SavingsPercent))
        {
            var stated = usage[SavingsPercent];
            return Factor(stated.Expected, stated.Assumptions[0].Text);
        }

        return statistics is null
            ? new(1, 1, 1, $"no spot statistics of {instanceType} in this Region, so no saving is counted")
            : Factor(statistics.SavingsPercent, string.Create(
                CultureInfo.InvariantCulture,
                $"spot saves {statistics.SavingsPercent:0.#}% as EC2's did on the same hardware (Spot Instance Advisor)"));
    }

    private static PriceFactor Factor(decimal savingsPercent, string because)
    {
        var factor = 1 - (savingsPercent / 100);
        return new(factor, factor, 1, $"{because}; at the most nothing");
    }

    private static Quantity ReworkShare(SpotStatistics? statistics, ResourceUsage usage)
    {
        if (usage.States(ReworkPercent))
        {
            return usage[ReworkPercent] / 100;
        }

        var band = statistics?.InterruptionBand ?? "unknown";
        var percent = ReworkPercentByBand.GetValueOrDefault(band, UnknownBandReworkPercent);
        return (Quantity.Of(percent) / 100).Because(new Assumption(
            AssumptionKind.DefaultUsage, $"reworkPercent = {percent} by default: interruption band {band}, frequent checkpoints"));
    }
}
