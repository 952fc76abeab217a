using Costs.Catalogue;
using Costs.Measured;
using Costs.Plan;
using Costs.Sizing;
using Costs.Usage;

namespace Costs.Advice;

/// <summary>All that advice is worked out from.</summary>
/// <param name="Plan">Every resource of the plan, components too: they say which setting is to be changed.</param>
/// <param name="Usage">What people know of the workload.</param>
/// <param name="Prices">The price lists.</param>
/// <param name="Region">Where resources are that do not say so themselves.</param>
/// <param name="Measured">What CloudWatch measured of the use; null where nobody asked.</param>
public sealed record AdviceInput(
    IReadOnlyList<PlannedResource> Plan, StackUsage Usage, PriceBook Prices, string? Region = null, MeasuredUse? Measured = null)
{
    /// <summary>What the stack's policies say of types and models.</summary>
    public SizingSettings Sizing { get; init; } = SizingSettings.None;

    /// <summary>What people know, with what was measured in its place.</summary>
    internal StackUsage KnownUsage => Measured is null ? Usage : MeasuredUsage.Replace(Usage, Measured, Plan);
}
