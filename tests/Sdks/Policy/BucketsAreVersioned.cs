using Pulumi.Policy;
using ResourceViews.Aws.S3;

internal sealed class BucketsAreVersioned : ResourcePolicy<BucketVersioningProps>
{
    public override PolicyInfo Info { get; } = new()
    {
        Name = "buckets-are-versioned",
        Description = "What is overwritten or deleted in a bucket can be brought back.",
    };

    protected override Verdict Check(BucketVersioningProps bucket, ResourceContext context) => bucket.VersioningConfiguration.Status switch
    {
        { IsUnknown: true } => Verdict.Unknown("versioningConfiguration.status"),
        { Value: "Enabled" } => Verdict.Compliant,
        var status => Verdict.Violation($"The status of versioning is {status}, expected Enabled."),
    };
}
