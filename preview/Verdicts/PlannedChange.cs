using Costs.Comparison;
using Costs.Money;
using Preview.Engine;

namespace Preview.Verdicts;

/// <summary>What happens to one resource, and to what it costs.</summary>
/// <param name="Operation">What happens.</param>
/// <param name="Urn">The resource; empty for what belongs to the stack as a whole.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Before">Its cost before; null where it is new, or nothing is known of before.</param>
/// <param name="After">Its cost after; null where it is gone.</param>
internal sealed record PlannedChange(Operation Operation, string Urn, string Name, ResourceCost? Before, ResourceCost? After)
{
    /// <summary>Where the source creates it; null where that is not known.</summary>
    public SourcePlace? Place { get; init; }

    public string Type => Engine.Urn.TypeOf(Urn);

    /// <summary>A month; without what is not priced.</summary>
    public CostDifference Difference => CostDifference.Between(Before?.Monthly ?? Cost.Zero, After?.Monthly ?? Cost.Zero);
}
