namespace Costs.Catalogue.Keys;

/// <summary>Storage, requests, transitions and retrieval of S3, by the storage classes' API names.</summary>
public static class S3Prices
{
    private const string GbMonths = "GB-months";
    private const string Requests = "thousand requests";

    public static PriceKey Monitoring { get; } =
        new("/s3/storage/INTELLIGENT_TIERING/monitoring/usd", "thousand objects", 1000);

    public static PriceKey Storage(string storageClass) => storageClass == "STANDARD"
        ? new("/s3/storage/STANDARD/tiers", GbMonths)
        : new($"/s3/storage/{storageClass}/usd", GbMonths);

    /// <param name="tier">As the list calls it, for example infrequentAccess.</param>
    public static PriceKey IntelligentTier(string tier) => tier == "frequentAccess"
        ? new("/s3/storage/INTELLIGENT_TIERING/frequentAccess/tiers", GbMonths)
        : new($"/s3/storage/INTELLIGENT_TIERING/{tier}/usd", GbMonths);

    public static PriceKey Put(string storageClass) => new($"/s3/requestsPer1000/{storageClass}/putCopyPostList", Requests, 1000);

    public static PriceKey Get(string storageClass) => new($"/s3/requestsPer1000/{storageClass}/getAndOther", Requests, 1000);

    public static PriceKey Transition(string storageClass) => new($"/s3/lifecycleTransitionPer1000/{storageClass}", Requests, 1000);

    /// <summary>Restores from the Glacier classes are taken at the standard speed.</summary>
    public static PriceKey Retrieval(string storageClass) => storageClass is "GLACIER" or "DEEP_ARCHIVE"
        ? new($"/s3/retrieval/{storageClass}/standard", "GB")
        : new($"/s3/retrieval/{storageClass}", "GB");
}
