using PropertyValues;
using Pulumi.Policy;

internal readonly record struct BucketVersioning(PropertyValue Value) : IResourceView<BucketVersioning>
{
    public static string ResourceType => "aws:s3/bucketVersioning:BucketVersioning";

    public static BucketVersioning From(PropertyValue value) => new(value);

    public Known<string> Status => Known.Text(Value["versioningConfiguration"]["status"]);
}

internal sealed class VersioningIsOn : ResourcePolicy<BucketVersioning>
{
    public override PolicyInfo Info { get; } = new() { Name = "versioning-is-on", Description = "Versioning is switched on." };

    protected override Verdict Check(BucketVersioning bucket, ResourceContext context) =>
        bucket.Status.IsUnknown ? Verdict.Unknown("versioningConfiguration.status")
        : bucket.Status.Value == "Enabled" ? Verdict.Compliant
        : Verdict.Violation($"The status is {bucket.Status}, expected Enabled.");
}
