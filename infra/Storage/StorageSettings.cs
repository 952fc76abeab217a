using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Storage;

/// <summary>How long things stay in the artifact bucket, and in which storage class.</summary>
internal sealed record StorageSettings : IConsistent
{
    /// <summary>A physical name for the bucket. Default: generated, and unique. Changing it makes a new, empty bucket; the
    /// old one is kept.</summary>
    [BucketName]
    public string? BucketName { get; init; }

    /// <summary>Days until a checkpoint expires, 1 to 3650; more than the longest wait of any family. Default: 30.</summary>
    [Range(1, 3650)]
    public int CheckpointExpiryDays { get; init; } = 30;

    /// <summary>Days until models under <c>models/archive/</c> move to S3 Glacier Flexible Retrieval, 0 to 3650.
    /// Default: 90.</summary>
    [Range(0, 3650)]
    public int ArchiveModelsAfterDays { get; init; } = 90;

    /// <summary>Days until the results of training jobs expire, 1 to 3650. Default: never; what is good is copied to
    /// <c>models/live/</c>, and nobody should lose the rest by surprise.</summary>
    [Range(1, 3650)]
    public int? OutputExpiryDays { get; init; }

    /// <summary>Days until requests to asynchronous endpoints and their responses expire, 1 to 3650. Default: 30.</summary>
    [Range(1, 3650)]
    public int InvocationExpiryDays { get; init; } = 30;

    /// <summary>Days without access until a dataset moves to the archive access tier, 90 to 730. Reading it again then
    /// needs a restore of hours. Default: never.</summary>
    [Range(90, 730)]
    public int? ArchiveDatasetsAfterDays { get; init; }

    /// <summary>Likewise for the deep archive access tier, 180 to 730, restored within two days. Default: never.</summary>
    [Range(180, 730)]
    public int? DeepArchiveDatasetsAfterDays { get; init; }

    /// <summary>Days until an overwritten or deleted version is gone for good, 1 to 3650. Default: 30.</summary>
    [Range(1, 3650)]
    public int NoncurrentExpiryDays { get; init; } = 30;

    /// <summary>Days until the parts of an upload that was never completed are removed, 1 to 365. Default: 7.</summary>
    [Range(1, 365)]
    public int AbortUploadsAfterDays { get; init; } = 7;

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (DeepArchiveDatasetsAfterDays <= ArchiveDatasetsAfterDays)
        {
            yield return new(
                SettingsShape.Join(path, "deepArchiveDatasetsAfterDays"), $"is {DeepArchiveDatasetsAfterDays}",
                $"more than archiveDatasetsAfterDays ({ArchiveDatasetsAfterDays})");
        }
    }
}
