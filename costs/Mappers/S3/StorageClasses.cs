namespace Costs.Mappers.S3;

/// <summary>What S3 storage classes charge beside the bytes, by their API names.</summary>
/// <remarks>https://aws.amazon.com/s3/pricing/; https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html</remarks>
internal static class StorageClasses
{
    public const string Standard = "STANDARD";
    public const string IntelligentTiering = "INTELLIGENT_TIERING";
    public const string Glacier = "GLACIER";
    public const string DeepArchive = "DEEP_ARCHIVE";
    public const string GlacierInstantRetrieval = "GLACIER_IR";

    /// <summary>KB that objects of classes with a minimum are billed for at least, and below which none is moved by default.</summary>
    public const decimal SmallObjectKb = 128;

    /// <summary>KB of name and metadata that each archived object adds, at the price of its class.</summary>
    public const decimal ArchiveOverheadKb = 32;

    /// <summary>KB that each archived object adds at the price of Standard.</summary>
    public const decimal ArchiveIndexKb = 8;

    /// <summary>Days that are billed at least.</summary>
    public static int MinimumDays(string storageClass) => storageClass switch
    {
        "STANDARD_IA" or "ONEZONE_IA" => 30,
        GlacierInstantRetrieval or Glacier => 90,
        DeepArchive => 180,
        _ => 0,
    };

    /// <summary>Whether objects are only readable after a restore, and carry an overhead.</summary>
    public static bool IsArchive(string storageClass) => storageClass is Glacier or DeepArchive;

    /// <summary>Whether reading costs by the byte.</summary>
    public static bool ChargesRetrieval(string storageClass) => MinimumDays(storageClass) > 0;

    /// <summary>Whether small objects are billed as <see cref="SmallObjectKb"/>.</summary>
    public static bool HasMinimumSize(string storageClass) =>
        storageClass is "STANDARD_IA" or "ONEZONE_IA" or GlacierInstantRetrieval;
}
