using Costs.Catalogue;
using Costs.Estimates;
using Costs.Mappers;
using Costs.Plan;
using Costs.Strategies;
using Costs.Usage;

namespace Costs;

/// <summary>A plan with all that is needed to price it, as often as there are scenarios.</summary>
/// <param name="region">Where resources are that do not say so themselves, and where the stack's traffic starts.</param>
internal sealed class PlanMapping(IReadOnlyList<PlannedResource> plan, StackUsage usage, PriceBook prices, string? region)
{
    /// <summary>What the resources have to do with each other.</summary>
    public PlanIndex Index { get; } = new(plan);

    /// <summary>Lines, by URN, that are the same in every scenario: no strategy is ever asked about those resources.</summary>
    private readonly Dictionary<string, MappedLine> unchanging = new(StringComparer.Ordinal);

    private readonly Dictionary<string, ResourceUsage> usages = new(StringComparer.Ordinal);

    public Estimate Estimate(Scenario scenario)
    {
        ImmutableArray<MappedLine> mapped =
        [
            .. plan.Where(resource => resource.IsCustom).Select(resource => LineOf(resource, scenario)),
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
        };
    }

    public Estimate AsPlanned() => Estimate(Scenario.Planned) with { UnusedUsage = [.. UnusedUsage.Of(usage, plan, Index)] };

    /// <summary>The prices of the Region that a resource is in; null where that is not known.</summary>
    public RegionPrices? PricesOf(PlannedResource resource)
    {
        var own = resource.Inputs["region"u8];
        var place = own.IsUnknown ? null : own.AsString() ?? resource.Region ?? region;
        return place is null ? null : prices.For(place);
    }

    private MappedLine LineOf(PlannedResource resource, Scenario scenario)
    {
        if (unchanging.TryGetValue(resource.Urn, out var known))
        {
            return known;
        }

        var line = Map(resource, scenario);
        if (!scenario.Concerns(resource))
        {
            unchanging[resource.Urn] = line;
        }

        return line;
    }

    private MappedLine Map(PlannedResource resource, Scenario scenario)
    {
        var regionPrices = PricesOf(resource);
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
                : mapper.Map(new(resource, Index, UsageOf(resource, mapper), regionPrices, scenario));
        }
    }

    private ResourceUsage UsageOf(PlannedResource resource, ResourceMapper mapper)
    {
        if (!usages.TryGetValue(resource.Urn, out var found))
        {
            found = ResourceUsage.Of(usage.For(resource, Index), mapper.Usage, mapper.PrefixUsage);
            usages[resource.Urn] = found;
        }

        return found;
    }

    private static RegionState State(RegionPrices prices) => new(prices.Region, prices.IsKnown ? prices.AsOf : null);
}
