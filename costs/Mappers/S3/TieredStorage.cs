using System.Globalization;
using Costs.Catalogue;
using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Quantities;
using Costs.Usage;

namespace Costs.Mappers.S3;

/// <summary>Intelligent-Tiering: bytes by how long nobody read them, and a fee for watching each object.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/intelligent-tiering-overview.html</remarks>
internal sealed class TieredStorage(string prefix, ResourceUsage usage, Quantity objectMb)
{
    private const decimal SmallObjectMb = 128m / 1024;

    public IEnumerable<CostItem> Map(Quantity stored, Quantity objects)
    {
        var (infrequent, archived, deep) = (
            usage[StorageUsage.Infrequent], usage[StorageUsage.Archived], usage[StorageUsage.DeepArchived]);
        var cold = infrequent + archived + deep;
        var frequent = usage.States(StorageUsage.Frequent)
            ? usage[StorageUsage.Frequent]
            : Quantity.Of(Math.Max(0, 100 - cold.Expected)).With(cold);
        var all = frequent.Expected + cold.Expected;
        if (all > 100)
        {
            yield return new CostItem.NotPriced(
                StorageNames.Of("Intelligent-Tiering", prefix, ""),
                string.Create(CultureInfo.InvariantCulture, $"its shares add up to {all:0.##}%; expected at most 100."));
            yield break;
        }

        (string Tier, Quantity Percent)[] tiers =
        [
            ("frequentAccess", frequent), ("infrequentAccess", infrequent),
            ("archiveInstantAccess", Quantity.Of(100 - all)), ("archiveAccess", archived), ("deepArchiveAccess", deep),
        ];
        foreach (var (tier, percent) in tiers.Where(tier => tier.Percent.Expected > 0))
        {
            yield return Line("Intelligent-Tiering", Words(tier), S3Prices.IntelligentTier(tier), stored * (percent / 100));
        }

        // Objects too small to be moved are not watched either.
        if (objectMb.Expected >= SmallObjectMb)
        {
            yield return Line("Intelligent-Tiering monitoring", "", S3Prices.Monitoring, objects);
        }
    }

    private CostItem.Component Line(string name, string detail, PriceKey price, Quantity quantity) =>
        new(StorageNames.Of(name, prefix, detail), CostCategory.Storage, price, quantity);

    private static string Words(string tier) => tier switch
    {
        "frequentAccess" => "frequent access",
        "infrequentAccess" => "infrequent access",
        "archiveInstantAccess" => "archive instant access",
        "archiveAccess" => "archive access",
        _ => "deep archive access",
    };
}
