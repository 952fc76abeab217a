using System.Globalization;
using Bill.Classification;
using Costs.Catalogue;
using Costs.Catalogue.Keys;

namespace Bill.Savings;

/// <summary>Standard storage that would lie in Intelligent-Tiering.</summary>
internal static class TieringEstimate
{
    /// <summary>Shares that nobody read for 30 and for 90 days. Assumed, for the data sets and models of a machine learning team.</summary>
    private const decimal Infrequent = 0.25m;

    private const decimal Archived = 0.35m;

    private const decimal ObjectMb = 100;

    public static Saving Of(ImmutableArray<BillLine> bill, PriceBook prices)
    {
        var sum = new EstimateSum();
        foreach (var line in bill.Where(line => line.Item == "standardStorage"))
        {
            var region = prices.For(line.Region);
            var (infrequent, archived, watching) = (
                region.Find(S3Prices.IntelligentTier("infrequentAccess")), region.Find(S3Prices.IntelligentTier("archiveInstantAccess")),
                region.Find(S3Prices.Monitoring));
            if ((infrequent.WhyNot ?? archived.WhyNot ?? watching.WhyNot) is { } whyNot)
            {
                sum.Skip(line, whyNot);
                continue;
            }

            var objects = line.Amount * 1024 / ObjectMb;
            var usd = (line.Usd * (1 - Infrequent - Archived))
                + (line.Amount * Infrequent * infrequent.Price!.FirstUsd)
                + (line.Amount * Archived * archived.Price!.FirstUsd)
                + (objects / S3Prices.Monitoring.UnitSize * watching.Price!.FirstUsd);
            sum.Add(line, usd, string.Create(
                CultureInfo.InvariantCulture,
                $"{Infrequent * 100:0}% was not read for 30 days and {Archived * 100:0}% not for 90, in objects of {ObjectMb:0} MB; the "
                + $"full effect takes 90 days, and moving objects costs once"));
        }

        return sum.As("intelligentTiering", "S3 Intelligent-Tiering");
    }
}
