namespace Costs.Catalogue;

/// <summary>Which price is meant: the name of a place in every price list, and the unit that it is the price of.</summary>
/// <param name="Pointer">JSON pointer to a number or to tiers.</param>
/// <param name="Unit">The unit, as the vendor's price page calls it.</param>
/// <param name="UnitSize">How many make one unit: 1,000 where the price is for 1,000 requests.</param>
/// <param name="FreePointer">JSON pointer to the amount an account has free each month; null where nothing is free.</param>
public sealed record PriceKey(string Pointer, string Unit, decimal UnitSize = 1, string? FreePointer = null)
{
    public override string ToString() => Pointer;
}
