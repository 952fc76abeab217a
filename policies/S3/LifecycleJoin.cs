namespace Policies.S3;

/// <summary>Finds which lifecycle configurations are for which bucket.</summary>
/// <remarks>
/// A bucket's name is often not known in a preview, but Pulumi knows which resources a value came from: that comes first.
/// Equal names come second. A configuration of which neither tells may be for any bucket whose name is not known either.
/// </remarks>
internal sealed class LifecycleJoin
{
    private readonly ILookup<string, StackLifecycle> byBucket;
    private readonly StackLifecycle[] ofUnknownBuckets;

    public LifecycleJoin(IReadOnlyCollection<StackBucket> buckets, IReadOnlyCollection<StackLifecycle> lifecycles)
    {
        var byUrn = buckets.ToLookup(bucket => bucket.Resource.Urn);
        var byName = buckets.Where(bucket => bucket.Name.IsSet).ToLookup(bucket => bucket.Name.Value!);
        var pairs = lifecycles.Select(lifecycle => (Lifecycle: lifecycle, Buckets: BucketsOf(lifecycle, byUrn, byName))).ToArray();
        byBucket = pairs
            .SelectMany(pair => pair.Buckets.Select(bucket => (bucket.Resource.Urn, pair.Lifecycle)))
            .ToLookup(pair => pair.Urn, pair => pair.Lifecycle);
        ofUnknownBuckets =
        [
            .. pairs.Where(pair => pair.Buckets.Length == 0).Select(pair => pair.Lifecycle)
                .Where(lifecycle => lifecycle.Bucket.Known.IsUnknown),
        ];
    }

    /// <summary>The configurations of a bucket.</summary>
    public IEnumerable<StackLifecycle> For(StackBucket bucket) => byBucket[bucket.Resource.Urn];

    /// <summary>The configurations that cannot be told yet to be those of other buckets.</summary>
    public IEnumerable<StackLifecycle> PerhapsFor(StackBucket bucket) =>
        ofUnknownBuckets.Where(lifecycle => bucket.Name.IsUnknown || lifecycle.BucketSources.IsEmpty);

    private static StackBucket[] BucketsOf(
        StackLifecycle lifecycle, ILookup<string, StackBucket> byUrn, ILookup<string, StackBucket> byName)
    {
        StackBucket[] sources =
            [.. lifecycle.BucketSources.Distinct().SelectMany(urn => byUrn[urn]).Where(bucket => MayBe(bucket, lifecycle))];
        if (sources.Length == 1 || !lifecycle.Bucket.Known.IsSet)
        {
            return sources;
        }

        var named = byName[lifecycle.Bucket.Known.Value!].ToArray();
        return named.Length > 0 ? named : sources;
    }

    // A name made from another bucket's, such as data-logs from data, came from a bucket that it does not mean.
    private static bool MayBe(StackBucket bucket, StackLifecycle lifecycle) =>
        !bucket.Name.IsSet || !lifecycle.Bucket.Known.IsSet || bucket.Name.Value == lifecycle.Bucket.Known.Value;
}
