using Costs.Catalogue;
using Costs.Plan;
using Costs.Strategies;
using Costs.Usage;

namespace Costs.Mappers;

/// <summary>What a mapper is given beside the resource's properties.</summary>
/// <param name="Plan">The other resources, for what is told by several together.</param>
/// <param name="Prices">For facts about instance types; prices are looked up later.</param>
/// <param name="Scenario">The strategies that the plan is mapped without.</param>
internal sealed record MappingContext(
    PlannedResource Resource, PlanIndex Plan, ResourceUsage Usage, RegionPrices Prices, Scenario Scenario)
{
    /// <summary>What is planned, or how it would be without the strategies that the scenario takes out.</summary>
    public T AsIf<T>(T planned) => AsIf(planned, Usage);

    /// <inheritdoc cref="AsIf{T}(T)"/>
    /// <param name="usage">Of the part of the resource that it is.</param>
    public T AsIf<T>(T planned, ResourceUsage usage) => Scenario.Of(planned, usage, Resource);
}
