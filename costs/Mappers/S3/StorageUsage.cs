using Costs.Strategies;
using Costs.Usage;

namespace Costs.Mappers.S3;

/// <summary>What people know of a bucket, or of one prefix of it.</summary>
internal static class StorageUsage
{
    public static UsageSetting Ingest { get; } = UsageKeys.IngestGb.Required();

    public static UsageSetting Stored { get; } = UsageKeys.StoredGb.Required();

    public static UsageSetting KeepMonths { get; } = UsageKeys.KeepMonths.Required();

    public static UsageSetting ObjectMb { get; } = UsageKeys.ObjectMb.Default(100, "checkpoints, models and data shards are large");

    public static UsageSetting Retrieved { get; } =
        UsageKeys.RetrievedGb.Default(0, "what moved to a class that charges for reading is not read");

    public static UsageSetting Frequent { get; } = UsageKeys.FrequentPercent.Required();

    public static UsageSetting Infrequent { get; } =
        UsageKeys.InfrequentPercent.Default(0, "all tiered data is taken to be read every month, which is the dearest");

    public static UsageSetting Archived { get; } = UsageKeys.ArchivedPercent.Default(0, "nothing sank to the opt-in archive tier");

    public static UsageSetting DeepArchived { get; } =
        UsageKeys.DeepArchivedPercent.Default(0, "nothing sank to the opt-in deep archive tier");

    public static ImmutableArray<UsageSetting> All { get; } =
    [
        Ingest, Stored, KeepMonths, ObjectMb, Retrieved, Frequent, Infrequent, Archived, DeepArchived, WithoutSettings.KeepMonths,
    ];
}
