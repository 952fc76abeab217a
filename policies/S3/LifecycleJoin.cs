namespace Policies.S3;

/// <summary>Finds which lifecycle configurations are for which bucket.</summary>
/// <remarks>
/// A bucket's name is often not known in a preview, but Pulumi knows which resources a value came from: that comes first. Two values of
/// one name mean one bucket. Only a configuration of which neither is known may be for any bucket whose name is not known either.
/// </remarks>
internal sealed class LifecycleJoin(IReadOnlyCollection<StackBucket> buckets, IReadOnlyCollection<StackLifecycle> lifecycles)
{
    /// <summary>The configurations of a bucket.</summary>
    public IEnumerable<StackLifecycle> For(StackBucket bucket) => lifecycles.Where(lifecycle => BucketsOf(lifecycle).Contains(bucket));

    /// <summary>Configurations that cannot be told yet to be those of another bucket.</summary>
    public IEnumerable<StackLifecycle> PerhapsFor(StackBucket bucket) => lifecycles.Where(lifecycle =>
        lifecycle.Bucket.Known.IsUnknown
        && BucketsOf(lifecycle).Count == 0
        && (bucket.Name.IsUnknown || lifecycle.BucketSources.IsEmpty));

    private List<StackBucket> BucketsOf(StackLifecycle lifecycle)
    {
        var sources = buckets.Where(bucket => lifecycle.BucketSources.Contains(bucket.Resource.Urn) && MayBe(bucket, lifecycle)).ToList();
        return sources.Count switch
        {
            0 => [.. buckets.Where(bucket => Is(bucket, lifecycle))],
            1 => sources,
            _ when sources.Exists(bucket => Is(bucket, lifecycle)) => [.. sources.Where(bucket => Is(bucket, lifecycle))],
            _ => sources,
        };
    }

    private static bool Is(StackBucket bucket, StackLifecycle lifecycle) =>
        bucket.Name.IsSet && lifecycle.Bucket.Known.IsSet && bucket.Name.Value == lifecycle.Bucket.Known.Value;

    // A name made from another bucket's, such as data-logs from data, came from a bucket that it does not mean.
    private static bool MayBe(StackBucket bucket, StackLifecycle lifecycle) =>
        !bucket.Name.IsSet || !lifecycle.Bucket.Known.IsSet || bucket.Name.Value == lifecycle.Bucket.Known.Value;
}
