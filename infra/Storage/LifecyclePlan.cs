namespace Infra.Storage;

/// <summary>
/// Decides what becomes of everything in the artifact bucket. Creates nothing, so that any combination of settings can
/// be tested without deploying.
/// </summary>
internal static class LifecyclePlan
{
    /// <summary>An overwritten checkpoint is never wanted back; only its expiry must not race the job that reads it.</summary>
    private const int NoncurrentCheckpointDays = 1;

    /// <summary>Whoever wanted a response has read it before it expired.</summary>
    private const int NoncurrentInvocationDays = 1;

    /// <summary>From the first day: small objects stay where they are, and moving costs a request fee only once.</summary>
    private const int AtOnce = 0;

    public static IReadOnlyList<LifecycleRule> For(StorageSettings settings) =>
    [
        new("checkpoints", BucketLayout.Checkpoints)
        {
            ExpireAfterDays = settings.CheckpointExpiryDays,
            NoncurrentExpireAfterDays = NoncurrentCheckpointDays,
        },
        // A model that an endpoint may load has to be readable at any time: Glacier would fail the next scale-out.
        new("models-live", BucketLayout.LiveModels)
        {
            Transition = new(AtOnce, StorageClass.IntelligentTiering),
            NoncurrentExpireAfterDays = settings.NoncurrentExpiryDays,
        },
        new("models-archive", BucketLayout.ArchivedModels)
        {
            Transition = new(settings.ArchiveModelsAfterDays, StorageClass.Glacier),
            NoncurrentExpireAfterDays = settings.NoncurrentExpiryDays,
        },
        new("datasets", BucketLayout.Datasets)
        {
            Transition = new(AtOnce, StorageClass.IntelligentTiering),
            NoncurrentExpireAfterDays = settings.NoncurrentExpiryDays,
        },
        new("output", BucketLayout.Output)
        {
            Transition = new(AtOnce, StorageClass.IntelligentTiering),
            ExpireAfterDays = settings.OutputExpiryDays,
            NoncurrentExpireAfterDays = settings.NoncurrentExpiryDays,
        },
        new("invocations", BucketLayout.Invocations)
        {
            ExpireAfterDays = settings.InvocationExpiryDays,
            NoncurrentExpireAfterDays = NoncurrentInvocationDays,
        },
        new("housekeeping", "")
        {
            NoncurrentExpireAfterDays = settings.NoncurrentExpiryDays,
            AbortUploadsAfterDays = settings.AbortUploadsAfterDays,
            RemoveExpiredDeleteMarkers = true,
        },
    ];

    /// <summary>The archive access tiers of datasets, only where the settings ask for them: what sank there needs a
    /// restore before the next training job can read it.</summary>
    public static IReadOnlyList<ArchiveTier> DatasetTiers(StorageSettings settings)
    {
        var tiers = new List<ArchiveTier>();
        if (settings.ArchiveDatasetsAfterDays is { } days)
            tiers.Add(new("ARCHIVE_ACCESS", days));
        if (settings.DeepArchiveDatasetsAfterDays is { } deepDays)
            tiers.Add(new("DEEP_ARCHIVE_ACCESS", deepDays));
        return tiers;
    }
}

/// <summary>What becomes of the objects below one prefix.</summary>
/// <param name="Prefix">Empty for the whole bucket.</param>
internal sealed record LifecycleRule(string Id, string Prefix)
{
    /// <summary>In a versioned bucket this only hides the object; <see cref="NoncurrentExpireAfterDays"/> frees it.</summary>
    public int? ExpireAfterDays { get; init; }

    public Transition? Transition { get; init; }

    public required int NoncurrentExpireAfterDays { get; init; }

    public int? AbortUploadsAfterDays { get; init; }

    /// <summary>Removes delete markers that hide nothing any more. S3 takes it only in a rule without expiry in days.</summary>
    public bool RemoveExpiredDeleteMarkers { get; init; }
}

internal sealed record Transition(int AfterDays, string StorageClass);

internal sealed record ArchiveTier(string AccessTier, int AfterDays);

/// <summary>Storage classes by the names of the S3 API.</summary>
internal static class StorageClass
{
    public const string IntelligentTiering = "INTELLIGENT_TIERING";
    public const string Glacier = "GLACIER";
}
