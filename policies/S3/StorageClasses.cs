namespace Policies.S3;

/// <summary>Storage classes of S3, by how their objects are read.</summary>
internal static class StorageClasses
{
    /// <summary>Archived, and read at once all the same.</summary>
    public const string GlacierInstant = "GLACIER_IR";

    /// <summary>From it a lifecycle rule leads to <c>GLACIER</c> and <c>DEEP_ARCHIVE</c> only.</summary>
    public const string OneZone = "ONEZONE_IA";

    /// <summary>Whether objects cannot be read before somebody restores them, which takes minutes to days.</summary>
    public static bool NeedsRestore(string? storageClass) => storageClass is "GLACIER" or "DEEP_ARCHIVE";

    /// <summary>Whether it is a tier of Intelligent-Tiering from which objects come back by a restore, too.</summary>
    public static bool IsArchiveTier(string? tier) => tier is "ARCHIVE_ACCESS" or "DEEP_ARCHIVE_ACCESS";
}
