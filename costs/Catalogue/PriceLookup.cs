using System.Diagnostics.CodeAnalysis;

namespace Costs.Catalogue;

/// <summary>A price, or why there is none.</summary>
public sealed class PriceLookup
{
    private PriceLookup(UnitPrice? price, string? whyNot) => (Price, WhyNot) = (price, whyNot);

    public UnitPrice? Price { get; }

    /// <summary>For people; null where there is a price.</summary>
    public string? WhyNot { get; }

    [MemberNotNullWhen(true, nameof(Price))]
    [MemberNotNullWhen(false, nameof(WhyNot))]
    public bool IsFound => Price is not null;

    public static PriceLookup Found(UnitPrice price) => new(price, null);

    public static PriceLookup NotFound(string whyNot) => new(null, whyNot);
}
