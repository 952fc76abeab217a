using Costs.Catalogue;
using Costs.Quantities;

namespace Costs.Estimates;

/// <summary>All that a Region uses of one tiered price, in its units.</summary>
internal readonly record struct Pool(decimal Floor, decimal Expected, decimal Ceiling)
{
    public static Pool Empty => default;

    public Pool Plus(Quantity units) => new(Floor + units.Floor, Expected + units.Expected, Ceiling + units.Ceiling);

    public PoolRates Rates(UnitPrice price) =>
        new(Rate.Of(Floor, price), Rate.Of(Expected, price), Rate.Of(Ceiling, price));
}

/// <summary>What a unit costs at the least, as expected and at the most.</summary>
internal readonly record struct PoolRates(Rate Floor, Rate Expected, Rate Ceiling)
{
    public static PoolRates Flat(decimal usd) => new(Rate.Flat(usd), Rate.Flat(usd), Rate.Flat(usd));
}

/// <summary>What a unit costs on average: the same for all units, or what a pool of so many costs together.</summary>
internal readonly record struct Rate(decimal Usd, decimal PooledUnits, decimal PooledUsd)
{
    public static Rate Flat(decimal usd) => new(usd, 0, 0);

    public static Rate Of(decimal units, UnitPrice price)
    {
        var usd = price.CostOf(units);
        return units == 0 ? Flat(price.FirstUsd) : new(usd / units, units, usd);
    }

    /// <summary>The cost of some units. A share of a pool is taken from the whole, so that a share of everything is exact.</summary>
    public decimal CostOf(decimal units) => PooledUnits == 0 ? units * Usd : PooledUsd * (units / PooledUnits);
}
