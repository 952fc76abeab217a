using Costs.Catalogue.Keys;
using Costs.Money;

namespace Policies.Money;

/// <summary>What it costs that objects stay, as a sentence at the end of a message.</summary>
internal static class StorageMoney
{
    private const int Gigabytes = 1000;

    /// <summary>Empty where the Region or its price is not known. How much there is nobody knows before it is there.</summary>
    public static string Kept(PolicyResource bucket, StackInfo stack) =>
        StackRegion.Of(bucket, stack) is { } region
        && StackPrices.Of(stack).Book?.For(region).Find(S3Prices.Storage("STANDARD")).Price is { } price
            ? $" Each {Usd.QuantityText(Gigabytes)} GB that stay cost {Usd.Text(price.FirstUsd * Gigabytes)} a month in Standard, list prices of {region}."
            : "";
}
