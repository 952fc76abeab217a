using Costs.Catalogue;
using Costs.Plan;
using Costs.Usage;

namespace Costs.Mappers;

/// <summary>What a mapper is given beside the resource's properties.</summary>
/// <param name="Plan">The other resources, for what is told by several together.</param>
/// <param name="Prices">For facts about instance types; prices are looked up later.</param>
internal sealed record MappingContext(PlannedResource Resource, PlanIndex Plan, ResourceUsage Usage, RegionPrices Prices);
