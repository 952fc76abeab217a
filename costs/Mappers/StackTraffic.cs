using Costs.Catalogue;
using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Usage;

namespace Costs.Mappers;

/// <summary>Traffic that belongs to no resource: out to the internet, to other Regions, between zones.</summary>
internal static class StackTraffic
{
    private static readonly ImmutableArray<(UsageKey Key, string Name, PriceKey Price)> Kinds =
    [
        (UsageKeys.InternetOutGb, "Data transfer out to the internet", NetworkPrices.InternetOut),
        (UsageKeys.OtherRegionsGb, "Data transfer to other Regions", NetworkPrices.OtherRegions),
        (UsageKeys.BetweenZonesGb, "Data transfer between Availability Zones", NetworkPrices.BetweenZones),
    ];

    /// <summary>No line where nothing is stated.</summary>
    public static IEnumerable<MappedLine> Line(StackUsage usage, PriceBook prices, string? region)
    {
        ImmutableArray<CostItem> items =
        [
            .. from kind in Kinds
               where usage.Stack.Amounts.ContainsKey(kind.Key.Name)
               select region is null
                   ? (CostItem)new CostItem.NotKnownYet(kind.Name, "region")
                   : new CostItem.Component(kind.Name, CostCategory.DataTransfer, kind.Price, usage.Stack.Amounts[kind.Key.Name]),
        ];
        return items.IsEmpty ? [] : [new("", "stack", StackUsage.WholeStack, region is null ? null : prices.For(region), items)];
    }
}
