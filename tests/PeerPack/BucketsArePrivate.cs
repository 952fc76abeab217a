using ResourceViews.Aws.S3;

namespace PeerPack;

internal sealed class BucketsArePrivate : ResourcePolicy<BucketProps>
{
    public override PolicyInfo Info { get; } = new()
    {
        Name = "buckets-are-private",
        Description = "No bucket can be read by everybody.",
        Severity = Severity.Critical,
    };

    protected override Verdict Check(BucketProps bucket, ResourceContext context) => bucket.Acl switch
    {
        { IsUnknown: true } => Verdict.Unknown("acl"),
        { Value: "public-read" or "public-read-write" } acl =>
            Verdict.Violation($"{context.Resource.Name}: acl is {acl}, expected private."),
        _ => Verdict.Compliant,
    };
}
