using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Quantities;
using Costs.Usage;

namespace Costs.Mappers.S3;

/// <summary>What the objects of one prefix cost: bytes by class, transitions, monitoring, retrieval.</summary>
/// <param name="prefix">Empty for the whole bucket.</param>
internal sealed class PrefixStorage(string prefix, StorageTimeline timeline, ResourceUsage usage)
{
    private const decimal MbInGb = 1024;
    private const decimal KbInGb = 1024 * 1024;

    private readonly Quantity objectMb = usage[StorageUsage.ObjectMb];

    public IEnumerable<CostItem> Map()
    {
        if (timeline.NoncurrentDays is null)
        {
            yield return new CostItem.NotPriced(
                Named("Noncurrent versions", ""), "nothing deletes them, so they grow without end; add a noncurrent version expiration.");
        }

        foreach (var stage in timeline.Stages)
        {
            var stored = Stored(stage);
            foreach (var item in Bytes(stage.StorageClass, stored))
            {
                yield return item;
            }

            // What is only measured, not written to, has been moved before.
            if (stage.StorageClass != StorageClasses.Standard && usage.States(StorageUsage.Ingest))
            {
                var moved = Objects(usage[StorageUsage.Ingest]);
                yield return Line("Lifecycle transitions", stage.StorageClass, S3Prices.Transition(stage.StorageClass), moved);
            }
        }

        if (StorageClasses.ChargesRetrieval(timeline.Last.StorageClass))
        {
            yield return Line(
                "Retrieval", timeline.Last.StorageClass, S3Prices.Retrieval(timeline.Last.StorageClass), usage[StorageUsage.Retrieved]);
        }
    }

    /// <summary>
    /// GB in a steady state. What is measured counts where it is stated: all of it in the last class but for what ingest puts
    /// into the classes before.
    /// </summary>
    private Quantity Stored(StorageStage stage)
    {
        var isLast = stage == timeline.Last;
        if (!usage.States(StorageUsage.Stored))
        {
            return FromIngest(stage, isLast);
        }

        var stored = usage[StorageUsage.Stored];
        if (timeline.Stages.Length == 1)
        {
            return stored;
        }

        if (!usage.States(StorageUsage.Ingest))
        {
            return timeline.LifeDays is { } life
                ? stored * (stage.Days!.Value / life)
                : isLast ? stored.Because("all of it has reached its last storage class") : Quantity.Zero;
        }

        var before = timeline.Stages.Where(other => other != timeline.Last)
            .Aggregate(Quantity.Zero, (sum, other) => sum + FromIngest(other, isLast: false));
        return isLast ? Less(stored, before) : FromIngest(stage, isLast: false).AtMost(stored.Ceiling);
    }

    private Quantity FromIngest(StorageStage stage, bool isLast)
    {
        var ingest = usage[StorageUsage.Ingest];
        if (stage.BilledDays is not { } billed)
        {
            // Nobody deletes it: without knowing how long it is kept, it only grows.
            return ingest * usage[StorageUsage.KeepMonths];
        }

        var hidden = isLast ? timeline.NoncurrentDays ?? 0 : 0;
        var quantity = ingest * ((billed + hidden) / BillingMonth.StorageDays);
        if (billed > stage.Days)
        {
            quantity = quantity.Because(
                $"{stage.StorageClass} is billed for {billed:0} days at least, though objects leave after {stage.Days:0}");
        }

        return hidden > 0
            ? quantity.Because($"deleted objects stay as noncurrent versions for {hidden:0} more days")
            : quantity;
    }

    private IEnumerable<CostItem> Bytes(string storageClass, Quantity stored)
    {
        if (storageClass == StorageClasses.IntelligentTiering)
        {
            return new TieredStorage(prefix, usage, objectMb).Map(stored, Objects(stored));
        }

        var billed = storageClass;
        if (StorageClasses.HasMinimumSize(storageClass) && objectMb.Expected * MbInGb < StorageClasses.SmallObjectKb)
        {
            stored = (stored * (StorageClasses.SmallObjectKb / (objectMb.Expected * MbInGb)))
                .Because($"objects under {StorageClasses.SmallObjectKb:0} KB are billed as such in {storageClass}");
        }

        if (!StorageClasses.IsArchive(storageClass))
        {
            return [Line("Storage", billed, S3Prices.Storage(storageClass), stored)];
        }

        return
        [
            Line("Storage", billed, S3Prices.Storage(storageClass),
                stored + (Objects(stored) * (StorageClasses.ArchiveOverheadKb / KbInGb))),
            Line("Index of archived objects", StorageClasses.Standard, S3Prices.Storage(StorageClasses.Standard),
                Objects(stored) * (StorageClasses.ArchiveIndexKb / KbInGb)),
        ];
    }

    private Quantity Objects(Quantity gigabytes) => objectMb.Expected == 0
        ? Quantity.Zero
        : (gigabytes * (MbInGb / objectMb.Expected)).With(objectMb);

    private static Quantity Less(Quantity whole, Quantity part)
    {
        if (!whole.IsKnown || !part.IsKnown)
        {
            return whole + part;
        }

        decimal Rest(decimal all, decimal some) => Math.Max(0, all - some);
        var (floor, expected, ceiling) = (
            Rest(whole.Floor, part.Ceiling), Rest(whole.Expected, part.Expected), Rest(whole.Ceiling, part.Floor));
        return Quantity.Between(floor, expected, ceiling).With(whole).With(part);
    }

    private CostItem.Component Line(string name, string storageClass, Catalogue.PriceKey price, Quantity quantity) =>
        new(Named(name, storageClass), CostCategory.Storage, price, quantity);

    private string Named(string name, string storageClass) => StorageNames.Of(name, prefix, storageClass);
}

/// <summary>What storage lines are called: what varies in brackets.</summary>
internal static class StorageNames
{
    public static string Of(string name, string prefix, string detail)
    {
        string[] varying = [prefix, detail];
        var shown = string.Join(", ", varying.Where(text => text.Length > 0));
        return shown.Length > 0 ? $"{name} ({shown})" : name;
    }
}
