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
        if (!lookup.IsFound)
        {
            return (null, new(GapKind.NoPrice, component.Name, lookup.WhyNot));
        }

        var found = lookup.Price;
        var rates = Rates(found, prices);
        var perRun = component.PerRun is { IsKnown: true } run ? Amount(run, component, rates) : (Cost?)null;
        if (!component.Monthly.IsKnown)
        {
            return (null, Missing(component) with
            {
                PerRun = perRun,
                Price = found,
                Assumptions = component.PerRun?.Assumptions ?? [],
            });
        }

        var explanation = new Explanation
        {
            Quantity = component.Monthly / component.Price.UnitSize,
            Unit = component.Price.Unit,
            Price = found,
            UnitUsd = new(
                Math.Min(rates.Floor.Usd, rates.Expected.Usd), rates.Expected.Usd,
                Math.Max(rates.Expected.Usd, rates.Ceiling.Usd)),
            PooledUnits = found.IsFlat ? null : rates.Expected.PooledUnits,
            Factor = component.Factor == PriceFactor.None
                ? null
                : new(component.Factor.Floor, component.Factor.Expected, component.Factor.Ceiling, component.Factor.Because),
            Assumptions = component.Monthly.Assumptions,
        };
        var monthly = Amount(component.Monthly, component, rates);
        return (new(component.Name, component.Category, monthly, explanation) { PerRun = perRun }, null);
    }

    /// <summary>Floor and ceiling keep their sides even where more units make each of them cheaper.</summary>
    private static Cost Amount(Quantity quantity, CostItem.Component component, PoolRates rates)
    {
        var units = quantity / component.Price.UnitSize;
        var expected = rates.Expected.CostOf(units.Expected) * component.Factor.Expected;
        return new(
            Math.Min(expected, rates.Floor.CostOf(units.Floor) * component.Factor.Floor),
            expected,
            Math.Max(expected, rates.Ceiling.CostOf(units.Ceiling) * component.Factor.Ceiling));
    }

    private static Gap Missing(CostItem.Component component)
    {
        ImmutableArray<string> Names(MissingFactKind kind) =>
            [.. component.Monthly.Missing.Where(fact => fact.Kind == kind).Select(fact => fact.Name)];
        var usage = Names(MissingFactKind.Usage);
        var properties = Names(MissingFactKind.Property);
        return properties.Length > 0
            ? Gap.NotKnownYet(component.Name, properties)
            : new(GapKind.NeedsUsage, component.Name, $"depends on its use; state {string.Join(", ", usage)} in the stack's usage.")
            {
                UsageKeys = usage,
            };
    }

    private PoolRates Rates(UnitPrice price, RegionPrices prices) => price.IsFlat
        ? PoolRates.Flat(price.FirstUsd)
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
