namespace Costs.Estimates;

/// <summary>What the strategies of a plan save, as expected; together that is the difference between before and after.</summary>
/// <param name="Before">The same workload without any of them.</param>
/// <param name="After">The plan as it is.</param>
/// <param name="Strategies">In the order in which they are counted; only those that change something.</param>
/// <param name="NotCounted">Strategies at work whose saving cannot be told, each as a sentence.</param>
public sealed record Savings(
    Estimate Before, Estimate After, ImmutableArray<Saving> Strategies, ImmutableArray<string> NotCounted)
{
    /// <summary>USD a month.</summary>
    public decimal Usd => Strategies.Sum(saving => saving.Usd);

    /// <summary>USD a month, by category.</summary>
    public decimal In(CostCategory category) => Strategies.Sum(saving => saving.In(category));

    /// <summary>The share of the cost before that is saved, 0 to 1; 0 where nothing cost anything.</summary>
    public decimal Share => Before.Total.Expected == 0 ? 0 : Usd / Before.Total.Expected;
}

/// <summary>What one strategy saves on that which the strategies counted before it leave.</summary>
/// <param name="Name">As machines read it, for example spotTraining.</param>
/// <param name="Title">As people read it.</param>
/// <param name="ByCategory">USD a month where it is not 0; less than 0 where the strategy costs more than it saves.</param>
/// <param name="Resources">Those it changes, by name.</param>
public sealed record Saving(
    string Name, string Title, ImmutableSortedDictionary<CostCategory, decimal> ByCategory, ImmutableArray<string> Resources)
{
    /// <summary>USD a month.</summary>
    public decimal Usd => ByCategory.Values.Sum();

    public decimal In(CostCategory category) => ByCategory.GetValueOrDefault(category);
}
