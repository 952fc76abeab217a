using Costs.Catalogue;
using Costs.Estimates;

namespace Costs.Mappers;

/// <summary>A resource as its mapper sees it, not priced yet.</summary>
/// <param name="Prices">Of its Region; null where that is not known.</param>
internal sealed record MappedLine(
    string Urn, string Type, string Name, RegionPrices? Prices, ImmutableArray<CostItem> Items)
{
    /// <summary>The prices, where the line has anything to be priced.</summary>
    public RegionPrices? OpenedPrices => Items.Any(item => item is not CostItem.Free) ? Prices : null;

    public EstimateLine Price(Pricing pricing)
    {
        var components = ImmutableArray.CreateBuilder<PricedComponent>();
        var gaps = ImmutableArray.CreateBuilder<Gap>();
        foreach (var item in Items)
        {
            switch (item)
            {
                case CostItem.Component component:
                    var (priced, gap) = pricing.Price(component, Prices!);
                    AddIfAny(components, priced);
                    AddIfAny(gaps, gap);
                    break;
                case CostItem.NotPriced notPriced:
                    gaps.Add(new(GapKind.NotSupported, notPriced.Name, notPriced.Because));
                    break;
                case CostItem.NotKnownYet notKnown:
                    gaps.Add(Gap.NotKnownYet(notKnown.Name, [notKnown.Property]));
                    break;
            }
        }

        return new()
        {
            Urn = Urn,
            Type = Type,
            Name = Name,
            Region = Prices?.Region,
            Components = components.ToImmutable(),
            Gaps = gaps.ToImmutable(),
            FreeBecause = components.Count + gaps.Count == 0 ? Items.OfType<CostItem.Free>().FirstOrDefault()?.Because : null,
        };
    }

    private static void AddIfAny<T>(ImmutableArray<T>.Builder list, T? item)
        where T : class
    {
        if (item is not null)
        {
            list.Add(item);
        }
    }
}
