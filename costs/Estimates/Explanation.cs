using Costs.Catalogue;
using Costs.Money;
using Costs.Quantities;

namespace Costs.Estimates;

/// <summary>The arithmetic of a figure: what was multiplied with what, where the price is from, and what was assumed.</summary>
public sealed record Explanation
{
    /// <summary>In the units of the price.</summary>
    public required Quantity Quantity { get; init; }

    public required string Unit { get; init; }

    public required UnitPrice Price { get; init; }

    /// <summary>USD for one unit, before the factor; where the price has tiers, the mean over all that share them.</summary>
    public required Cost UnitUsd { get; init; }

    /// <summary>What all resources of the Region use together of a tiered price, in its units; null where it is flat.</summary>
    public decimal? PooledUnits { get; init; }

    /// <summary>A discount or surcharge that is no list price; null for none.</summary>
    public FactorExplanation? Factor { get; init; }

    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    /// <summary>The expected figure, for example "160,000 seconds × $0.00008 = $12.80".</summary>
    public string Arithmetic(decimal usd) => Product(Quantity.Expected, Usd.PriceText(UnitUsd.Expected), Factor?.Expected, usd);

    /// <summary>The figure at the least, in the same way.</summary>
    public string ArithmeticAtLeast(decimal usd) => Product(Quantity.Floor, PriceOf(UnitUsd.Floor), Factor?.Floor, usd);

    /// <summary>The figure at the most, in the same way.</summary>
    public string ArithmeticAtMost(decimal usd) => Product(Quantity.Ceiling, PriceOf(UnitUsd.Ceiling), Factor?.Ceiling, usd);

    /// <summary>The tiers that the expected use reaches, for example "51,200 × $0.023 + 8,800 × $0.022"; empty where flat.</summary>
    public string Tiers => PooledUnits is not { } pooled
        ? ""
        : string.Join(" + ", Price.Split(pooled).Select(part => $"{Usd.QuantityText(part.Units)} × {Usd.PriceText(part.Tier.Usd)}"));

    /// <summary>Less or more use of a price with tiers reaches others of them.</summary>
    private string PriceOf(decimal usd) => PooledUnits is null ? Usd.PriceText(usd) : "the tiers that are reached then";

    private string Product(decimal quantity, string price, decimal? factor, decimal usd) =>
        $"{Usd.QuantityText(quantity)} {Unit} × {price}{(factor is { } times ? $" × {Usd.QuantityText(times)}" : "")} = {Usd.Text(usd)}";
}

/// <param name="Because">Where the factor comes from.</param>
public sealed record FactorExplanation(decimal Floor, decimal Expected, decimal Ceiling, string Because);
