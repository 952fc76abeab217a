using PropertyValues;
using Pulumi.Policy;

internal sealed class BucketsAreVersioned : ResourcePolicy
{
    public override PolicyInfo Info { get; } = new()
    {
        Name = "buckets-are-versioned",
        Description = "What is overwritten or deleted in a bucket can be brought back.",
    };

    public override IReadOnlyCollection<string> ResourceTypes { get; } = ["aws:s3/bucketVersioning:BucketVersioning"];

    public override Verdict Check(ResourceContext context) => Known.Text(context.Resource.Inputs["versioningConfiguration"]["status"]) switch
    {
        { IsUnknown: true } => Verdict.Unknown("versioningConfiguration.status"),
        { Value: "Enabled" } => Verdict.Compliant,
        var status => Verdict.Violation($"The status of versioning is {status}, expected Enabled."),
    };
}
