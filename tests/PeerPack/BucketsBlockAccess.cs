using System.Collections.Immutable;
using ResourceViews.Aws.S3;

namespace PeerPack;

internal sealed class BucketsBlockAccess : StackPolicy
{
    public override PolicyInfo Info { get; } = new()
    {
        Name = "buckets-block-access",
        Description = "Every bucket has a public access block, and a stack has few buckets.",
        Config = new(new PolicySetting("most", PropertyMap.Of(("type", "integer"), ("minimum", 1), ("default", 20)))),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var buckets = context.Of<BucketProps>().Select(bucket => bucket.Resource).ToArray();
        var blocked = context.Of<BucketPublicAccessBlockProps>()
            .SelectMany(block => block.Resource.PropertyDependencies.GetValueOrDefault("bucket", []))
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
            var name = BucketProps.From(bucket.OutputsValue).BucketName;
            if (name.IsUnknown)
            {
                yield return new(bucket, Verdict.Unknown("bucket"));
                yield break;
            }

            if (name.Value == "public")
            {
                yield return new(bucket, Verdict.Violation($"{bucket.Name} is called public."));
            }
        }
    }
}
