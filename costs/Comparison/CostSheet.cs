using Costs.Estimates;
using Costs.Money;

namespace Costs.Comparison;

/// <summary>What each resource of a plan costs a month, as far as a comparison needs it: of an estimate, or of one that was saved.</summary>
public sealed record CostSheet(ImmutableArray<ResourceCost> Resources)
{
    public Cost Total => Cost.Sum(Resources.Select(resource => resource.Monthly));

    public static CostSheet Of(Estimate estimate) => new([.. estimate.Lines.Select(ResourceCost.Of)]);

    public Cost In(CostCategory category) => Cost.Sum(Resources.Select(resource => resource.In(category)));
}

/// <summary>What one resource costs a month.</summary>
/// <param name="Urn">Empty for what belongs to the stack as a whole.</param>
/// <param name="ByCategory">Where something is priced; together that is the whole.</param>
public sealed record ResourceCost(string Urn, string Name, LineStatus Status, ImmutableSortedDictionary<CostCategory, Cost> ByCategory)
{
    /// <summary>Without what is not priced.</summary>
    public Cost Monthly => Cost.Sum(ByCategory.Values);

    public static ResourceCost Of(EstimateLine line) => new(
        line.Urn,
        line.Name,
        line.Status,
        line.Components.Select(component => component.Category).Distinct().ToImmutableSortedDictionary(category => category, line.In));

    public Cost In(CostCategory category) => ByCategory.GetValueOrDefault(category);
}
