using Costs.Estimates;

namespace Costs.Strategies;

/// <summary>
/// What a plan would cost without its strategies. They are taken out one by one, the last counted first, and what each step
/// adds to the whole bill is that strategy's saving: so nothing is counted twice, and the savings add up to the difference.
/// </summary>
internal static class Counterfactual
{
    public static Savings Of(PlanMapping plan)
    {
        var after = plan.AsPlanned();
        var before = after;
        ImmutableArray<Strategy> undone = [];
        var savings = new List<Saving>();
        var notCounted = new List<string>();
        foreach (var strategy in StrategyOrder.All.Reverse())
        {
            var scenario = new Scenario([.. undone, strategy]);
            var without = plan.Estimate(scenario);
            notCounted.AddRange(
                from unstated in scenario.Unstated
                where unstated.Strategy == strategy
                orderby unstated.Resource
                select $"{strategy.Title} ({unstated.Resource}): state {strategy.Needs!.Key.Name} in its usage.");
            if (scenario.Changed.IsEmpty)
            {
                continue;
            }

            if (MoreOrLessKnown(before, without) is { } reason)
            {
                notCounted.Add($"{strategy.Title}: {reason}");
                continue;
            }

            savings.Add(new(strategy.Name, strategy.Title, Difference(without, before), scenario.Changed));
            undone = undone.Add(strategy);
            before = without;
        }

        savings.Reverse();
        return new(before, after, [.. savings], [.. notCounted.Order(StringComparer.Ordinal)]);
    }

    private static ImmutableSortedDictionary<CostCategory, decimal> Difference(Estimate without, Estimate with) =>
        Enum.GetValues<CostCategory>()
            .Select(category => KeyValuePair.Create(category, without.In(category).Expected - with.In(category).Expected))
            .Where(difference => difference.Value != 0)
            .ToImmutableSortedDictionary();

    /// <summary>Two totals from which different things are missing cannot be compared. Null where they can.</summary>
    private static string? MoreOrLessKnown(Estimate with, Estimate without) => (
        from pair in with.Lines.Zip(without.Lines)
        where pair.First.Gaps.Length != pair.Second.Gaps.Length
        let gaps = pair.First.Gaps.Length > pair.Second.Gaps.Length ? pair.First.Gaps : pair.Second.Gaps
        select $"{pair.First.Name} cannot be compared: {gaps[^1]}").FirstOrDefault();
}
