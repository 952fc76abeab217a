using System.Text.Json;
using Costs.Estimates;
using Costs.Plan;
using Costs.Strategies;
using Costs.Usage;

namespace Costs.Tests.Builders;

/// <summary>Estimates and usage from little.</summary>
internal static class Given
{
    public static Estimate Estimate(params PlannedResource[] plan) => Estimate(StackUsage.None, plan);

    public static Estimate Estimate(StackUsage usage, params PlannedResource[] plan) =>
        Estimator.Estimate(plan, usage, RoundPrices.Book, RoundPrices.Region);

    public static Estimate Estimate(string usage, params PlannedResource[] plan) => Estimate(Usage(usage), plan);

    public static Savings Savings(string usage, params PlannedResource[] plan) =>
        Estimator.Savings(plan, Usage(usage), RoundPrices.Book, RoundPrices.Region);

    /// <summary>What one strategy saves.</summary>
    public static decimal Of(this Savings savings, string strategy)
    {
        Assert.Contains(strategy, StrategyOrder.All.Select(known => known.Name));
        return savings.Strategies.SingleOrDefault(saving => saving.Name == strategy)?.Usd ?? 0;
    }

    /// <summary>The line of the first resource.</summary>
    public static EstimateLine Line(string usage, params PlannedResource[] plan) => Estimate(usage, plan).Lines[0];

    public static EstimateLine Line(params PlannedResource[] plan) => Estimate(plan).Lines[0];

    public static StackUsage Usage(string json)
    {
        var reading = Read(json);
        Assert.Empty(reading.Faults);
        return reading.Usage!;
    }

    public static UsageReading Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return StackUsage.Read(PropertyValue.Of(document.RootElement));
    }

    public static PricedComponent Component(this EstimateLine line, string name) =>
        Assert.Single(line.Components, component => component.Name == name);
}
