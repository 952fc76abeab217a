using Costs.Estimates;
using Costs.Money;

namespace Costs.Comparison;

/// <summary>What a plan costs beside what another one did; the difference is always after − before.</summary>
/// <param name="Changes">
/// Resources whose figures or whose standing differ, the largest difference first. What costs nothing on either side is none.
/// </param>
public sealed record CostDiff(CostSheet Before, CostSheet After, ImmutableArray<ResourceChange> Changes)
{
    public CostDifference Total => CostDifference.Between(Before.Total, After.Total);

    public static CostDiff Between(Estimate before, Estimate after) => Between(CostSheet.Of(before), CostSheet.Of(after));

    public static CostDiff Between(CostSheet before, CostSheet after)
    {
        var (olds, news) = (ByUrn(before), ByUrn(after));
        var changes =
            from urn in olds.Keys.Union(news.Keys)
            let change = new ResourceChange(olds.GetValueOrDefault(urn), news.GetValueOrDefault(urn))
            where change.IsWorthTelling
            orderby Math.Abs(change.Difference.Expected) descending, Math.Abs(change.Difference.Ceiling) descending, urn
            select change;
        return new(before, after, [.. changes]);
    }

    public CostDifference In(CostCategory category) => CostDifference.Between(Before.In(category), After.In(category));

    private static Dictionary<string, ResourceCost> ByUrn(CostSheet sheet) =>
        sheet.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
}
