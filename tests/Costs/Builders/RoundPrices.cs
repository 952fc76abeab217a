using Costs.Catalogue;

namespace Costs.Tests.Builders;

/// <summary>A small price list of round figures, so that a price update never breaks a test of the arithmetic.</summary>
internal static class RoundPrices
{
    public const string Region = "test-1";

    public static PriceBook Book { get; } = Read();

    private static PriceBook Read()
    {
        using var list = typeof(RoundPrices).Assembly.GetManifestResourceStream("round-prices.json")!;
        return PriceBook.With(list, "round-prices.json");
    }
}
