using Costs.Catalogue;
using Costs.Mappers;
using Costs.Money;
using Costs.Quantities;

namespace Costs.Estimates;

/// <summary>
/// Puts prices to quantities. A price with tiers is shared by all that a Region uses of it, as on the bill, so it takes the
/// whole plan: each component pays the mean price of the pool, whichever comes first.
/// </summary>
internal sealed class Pricing(IEnumerable<(RegionPrices Prices, CostItem.Component Component)> plan)
{
    private readonly Dictionary<(string Region, PriceKey Price), Pool> pools = Pooled(plan);

    /// <summary>The component with its price, or the gap that it leaves.</summary>
    public (PricedComponent? Priced, Gap? Gap) Price(CostItem.Component component, RegionPrices prices)
    {
        var lookup = prices.Find(component.Price);
        var rates = lookup.Price is { } price ? Rates(price, prices) : default;
        var perRun = component.PerRun is { IsKnown: true } run && lookup.IsFound ? Amount(run, component, rates) : (Cost?)null;
        if (!component.Monthly.IsKnown)
        {
            return (null, Missing(component, perRun));
        }

        if (lookup.Price is not { } found)
        {
            return (null, new(GapKind.NoPrice, component.Name, lookup.WhyNot!));
        }

        var explanation = new Explanation
        {
            Quantity = component.Monthly / component.Price.UnitSize,
            Unit = component.Price.Unit,
            Price = found,
            UnitUsd = new(
                Math.Min(rates.Floor, rates.Expected), rates.Expected, Math.Max(rates.Expected, rates.Ceiling)),
            PooledUnits = found.IsFlat ? null : rates.PooledUnits,
            Factor = component.Factor == PriceFactor.None
                ? null
                : new(component.Factor.Floor, component.Factor.Expected, component.Factor.Ceiling, component.Factor.Because),
            Assumptions = component.Monthly.Assumptions,
        };
        return (new(component.Name, component.Category, Amount(component.Monthly, component, rates), explanation) { PerRun = perRun }, null);
    }

    /// <summary>Floor and ceiling keep their sides even where more units make each of them cheaper.</summary>
    private static Cost Amount(Quantity quantity, CostItem.Component component, PoolRates rates)
    {
        var units = quantity / component.Price.UnitSize;
        var expected = rates.Of(units.Expected, rates.Expected) * component.Factor.Expected;
        return new(
            Math.Min(expected, units.Floor * rates.Floor * component.Factor.Floor),
            expected,
            Math.Max(expected, units.Ceiling * rates.Ceiling * component.Factor.Ceiling));
    }

    private static Gap Missing(CostItem.Component component, Cost? perRun)
    {
        var usage = component.Monthly.Missing.Where(fact => fact.Kind == MissingFactKind.Usage).Select(fact => fact.Name).ToImmutableArray();
        var properties = string.Join(
            ", ", component.Monthly.Missing.Where(fact => fact.Kind == MissingFactKind.Property).Select(fact => fact.Name));
        return properties.Length > 0
            ? new(GapKind.NotKnownYet, component.Name, $"depends on {properties}, not known before deployment.") { PerRun = perRun }
            : new(GapKind.NeedsUsage, component.Name, $"depends on its use; state {string.Join(", ", usage)} in the stack's usage.")
            {
                PerRun = perRun,
                UsageKeys = usage,
            };
    }

    private PoolRates Rates(UnitPrice price, RegionPrices prices) => price.IsFlat
        ? new(price.FirstUsd, price.FirstUsd, price.FirstUsd, 0, 0)
        : pools.GetValueOrDefault((prices.Region, price.Key), Pool.Empty).Rates(price);

    private static Dictionary<(string Region, PriceKey Price), Pool> Pooled(
        IEnumerable<(RegionPrices Prices, CostItem.Component Component)> plan)
    {
        var pools = new Dictionary<(string, PriceKey), Pool>();
        foreach (var (prices, component) in plan)
        {
            if (component.Monthly.IsKnown && prices.Find(component.Price).Price is { IsFlat: false })
            {
                var key = (prices.Region, component.Price);
                pools[key] = pools.GetValueOrDefault(key, Pool.Empty).Plus(component.Monthly / component.Price.UnitSize);
            }
        }

        return pools;
    }
}
