using Costs.Catalogue;
using Costs.Quantities;

namespace Costs.Estimates;

/// <summary>All that a Region uses of one tiered price, in its units.</summary>
internal readonly record struct Pool(decimal Floor, decimal Expected, decimal Ceiling)
{
    public static Pool Empty => default;

    public Pool Plus(Quantity units) => new(Floor + units.Floor, Expected + units.Expected, Ceiling + units.Ceiling);

    public PoolRates Rates(UnitPrice price)
    {
        decimal Mean(decimal units) => units == 0 ? price.FirstUsd : price.CostOf(units) / units;
        return new(Mean(Floor), Mean(Expected), Mean(Ceiling), Expected, price.CostOf(Expected));
    }
}

/// <summary>What a unit costs on average in a pool, and what the pool as a whole is expected to cost.</summary>
internal readonly record struct PoolRates(decimal Floor, decimal Expected, decimal Ceiling, decimal PooledUnits, decimal PooledUsd)
{
    /// <summary>A share of the pool. Taken from the whole, so that a share of everything is exact.</summary>
    public decimal Of(decimal units, decimal rate) => PooledUnits == 0 ? units * rate : PooledUsd * (units / PooledUnits);
}
