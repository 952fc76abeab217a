namespace PeerPack;

internal sealed class BucketsBlockAccess : StackPolicy
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string AccessBlock = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "buckets-block-access",
        Description = "Every bucket has a public access block, and a stack has few buckets.",
        Severity = Severity.Unspecified,
        Config = new(new PolicySetting("most", PropertyMap.Of(("type", "integer"), ("minimum", 1), ("default", 20)))),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var buckets = context.Resources.Where(resource => resource.Type == Bucket).ToArray();
        var blocked = context.Resources
            .Where(resource => resource.Type == AccessBlock && resource.PropertyDependencies.ContainsKey("bucket"))
            .SelectMany(block => block.PropertyDependencies["bucket"])
            .ToHashSet();
        foreach (var bucket in buckets.Where(bucket => !blocked.Contains(bucket.Urn)))
        {
            yield return new(bucket, Verdict.Violation($"{bucket.Name} has no public access block."));
        }

        var most = context.Config["most"].AsInt32();
        if (buckets.Length > most)
        {
            yield return new(null, Verdict.Violation($"There are {buckets.Length} buckets, accepted are {most}."));
        }

        foreach (var bucket in buckets)
        {
            if (bucket.Outputs["bucket"].IsUnknown)
            {
                yield return new(bucket, Verdict.Unknown("bucket"));
                yield break;
            }

            if (bucket.Outputs["bucket"].Is("public"u8))
            {
                yield return new(bucket, Verdict.Violation($"{bucket.Name} is called public."));
            }
        }
    }
}
