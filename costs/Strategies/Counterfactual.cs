using Costs.Estimates;

namespace Costs.Strategies;

/// <summary>
/// What a plan would cost without its strategies. They are taken out one by one, the last counted first, and what each step
/// adds to the whole bill is that strategy's saving: so nothing is counted twice, and the savings add up to the difference.
/// </summary>
internal sealed class Counterfactual(PlanMapping plan)
{
    private readonly List<Saving> savings = [];
    private readonly List<string> notCounted = [];
    private ImmutableArray<Strategy> undone = [];
    private ImmutableHashSet<(Strategy Strategy, string Urn)> kept = [];

    public static Savings Of(PlanMapping plan) => new Counterfactual(plan).Run();

    private Savings Run()
    {
        var after = plan.AsPlanned();
        var before = StrategyOrder.All.Reverse().Aggregate(after, TakeOut);
        savings.Reverse();
        return new(before, after, [.. savings], [.. notCounted.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The estimate without one more strategy.</summary>
    private Estimate TakeOut(Estimate with, Strategy strategy)
    {
        var (scenario, without) = Step(strategy);
        if (Incomparable(with, without).ToList() is { Count: > 0 } incomparable)
        {
            notCounted.AddRange(incomparable.Select(found => $"{strategy.Title} ({found.Line.Name}): {found.Reason}"));
            kept = kept.Union(incomparable.Select(found => (strategy, found.Line.Urn)));
            (scenario, without) = Step(strategy);
        }

        notCounted.AddRange(scenario.UnstatedBefore(strategy)
            .Select(resource => $"{strategy.Title} ({resource}): state {strategy.Needs!.Key.Name} in its usage."));
        if (scenario.Changed.IsEmpty)
        {
            return with;
        }

        savings.Add(new(strategy.Name, strategy.Title, Difference(without, with), scenario.Changed));
        undone = undone.Add(strategy);
        return without;
    }

    private (Scenario Scenario, Estimate Estimate) Step(Strategy strategy)
    {
        var scenario = new Scenario([.. undone, strategy], kept);
        return (scenario, plan.Estimate(scenario));
    }

    /// <summary>Resources from whose cost something else is missing without the strategy than with it.</summary>
    private static IEnumerable<(EstimateLine Line, string Reason)> Incomparable(Estimate with, Estimate without) =>
        from pair in with.Lines.Zip(without.Lines)
        where pair.First.Gaps.Length != pair.Second.Gaps.Length
        let gaps = pair.First.Gaps.Length > pair.Second.Gaps.Length ? pair.First.Gaps : pair.Second.Gaps
        select (pair.First, $"its cost without it cannot be compared. {gaps[^1]}");

    private static ImmutableSortedDictionary<CostCategory, decimal> Difference(Estimate without, Estimate with) =>
        Enum.GetValues<CostCategory>()
            .Select(category => KeyValuePair.Create(category, without.In(category).Expected - with.In(category).Expected))
            .Where(difference => difference.Value != 0)
            .ToImmutableSortedDictionary();
}
