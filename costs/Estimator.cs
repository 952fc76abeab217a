using Costs.Catalogue;
using Costs.Estimates;
using Costs.Mappers;
using Costs.Plan;
using Costs.Usage;

namespace Costs;

/// <summary>The one way in: from a plan and what is known of its use to what it costs.</summary>
public static class Estimator
{
    /// <param name="plan">Every resource of the plan, components too: usage can be stated for them.</param>
    /// <param name="usage">What people know of the workload.</param>
    /// <param name="prices">The price lists.</param>
    /// <param name="region">Where resources are that do not say so themselves, and where the stack's traffic starts.</param>
    public static Estimate Estimate(
        IReadOnlyList<PlannedResource> plan, StackUsage usage, PriceBook prices, string? region = null)
    {
        var index = new PlanIndex(plan);
        ImmutableArray<MappedLine> mapped =
        [
            .. plan.Where(resource => resource.IsCustom).Select(resource => Map(resource, index, usage, prices, region)),
            .. StackTraffic.Line(usage, prices, region),
        ];
        var pricing = new Pricing(
            from line in mapped
            where line.Prices is not null
            from component in line.Items.OfType<CostItem.Component>()
            select (line.Prices!, component));
        return new()
        {
            Lines = [.. mapped.Select(line => line.Price(pricing))],
            Regions = [.. mapped.Select(line => line.OpenedPrices).OfType<RegionPrices>().Distinct().Select(State)],
            UnusedUsage = [.. UnusedUsage.Of(usage, plan, index)],
        };
    }

    private static MappedLine Map(
        PlannedResource resource, PlanIndex index, StackUsage usage, PriceBook prices, string? defaultRegion)
    {
        var own = resource.Inputs["region"u8];
        var region = own.IsUnknown ? null : own.AsString() ?? resource.Region ?? defaultRegion;
        var regionPrices = region is null ? null : prices.For(region);
        return new(resource.Urn, resource.Type, resource.Name, regionPrices, [.. Items()]);

        IEnumerable<CostItem> Items()
        {
            if (FreeResources.Because(resource.Type) is { } because)
            {
                return [new CostItem.Free(because)];
            }

            if (MapperIndex.Find(resource.Type) is not { } mapper)
            {
                return [new CostItem.NotPriced(resource.Type, "no mapper knows this type; its cost is not in the total.")];
            }

            return regionPrices is null
                ? [new CostItem.NotKnownYet(resource.Type, "region")]
                : mapper.Map(new(resource, index, UsageOf(resource, mapper, index, usage), regionPrices));
        }
    }

    private static ResourceUsage UsageOf(PlannedResource resource, ResourceMapper mapper, PlanIndex index, StackUsage usage) =>
        ResourceUsage.Of(usage.For(resource, index), mapper.Usage, mapper.PrefixUsage);

    private static RegionState State(RegionPrices prices) => new(prices.Region, prices.IsKnown ? prices.AsOf : null);
}
