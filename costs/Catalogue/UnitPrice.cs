namespace Costs.Catalogue;

/// <summary>What a unit costs, by tiers where more is cheaper, and where that is known from.</summary>
public sealed record UnitPrice(PriceKey Key, ImmutableArray<PriceTier> Tiers, Provenance Provenance)
{
    /// <summary>Whether a unit costs the same however many there are.</summary>
    public bool IsFlat => Tiers.Length == 1;

    /// <summary>The price of the first unit that is charged at all.</summary>
    public decimal FirstUsd => Tiers.FirstOrDefault(tier => tier.Usd > 0, Tiers[0]).Usd;

    /// <summary>What so many units cost together.</summary>
    public decimal CostOf(decimal units) => Split(units).Sum(part => part.Units * part.Tier.Usd);

    /// <summary>How many units fall into which tier; only tiers that are reached.</summary>
    public IEnumerable<(decimal Units, PriceTier Tier)> Split(decimal units)
    {
        var from = 0m;
        foreach (var tier in Tiers)
        {
            var upTo = Math.Min(units, tier.UpTo ?? units);
            if (upTo <= from)
            {
                yield break;
            }

            yield return (upTo - from, tier);
            from = upTo;
        }
    }
}

/// <summary>A step of a price.</summary>
/// <param name="UpTo">Units up to which it holds, counted from zero; null for the last tier.</param>
public readonly record struct PriceTier(decimal? UpTo, decimal Usd);
