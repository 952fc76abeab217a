using Costs.Catalogue;
using Costs.Estimates;
using Costs.Quantities;

namespace Costs.Mappers;

/// <summary>What a mapper says of a resource, one item per line of the bill.</summary>
internal abstract record CostItem
{
    private CostItem()
    {
    }

    /// <summary>A line of the bill.</summary>
    /// <param name="Name">As the vendor's price page calls it, what varies in brackets.</param>
    /// <param name="Monthly">Single units, not yet divided by the unit's size.</param>
    internal sealed record Component(string Name, CostCategory Category, PriceKey Price, Quantity Monthly) : CostItem
    {
        /// <summary>For what is started rather than running: the quantity of one run.</summary>
        public Quantity? PerRun { get; init; }

        public PriceFactor Factor { get; init; } = PriceFactor.None;
    }

    /// <summary>AWS charges nothing for the resource itself.</summary>
    internal sealed record Free(string Because) : CostItem;

    /// <summary>Something that costs money and that this library cannot price.</summary>
    internal sealed record NotPriced(string Name, string Because) : CostItem;

    /// <summary>A line whose price depends on a property that is not known before deployment.</summary>
    internal sealed record NotKnownYet(string Name, string Property) : CostItem;
}
