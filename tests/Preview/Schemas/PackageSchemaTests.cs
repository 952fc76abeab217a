using Preview.Schemas;

namespace Preview.Tests.Schemas;

public class PackageSchemaTests
{
    [Theory]
    [InlineData("aws", "7.48.0")]
    [InlineData("aws-native", "1.79.0")]
    public void The_schemas_of_both_AWS_packages_came_along(string package, string version) =>
        Assert.Equal(version, SchemaCatalogue.Shipped.Package(package)!.Version);

    [Theory]
    [InlineData("random")]
    [InlineData("../aws")]
    public void There_is_no_schema_of_other_packages(string package) => Assert.Null(SchemaCatalogue.Shipped.Package(package));

    [Fact]
    public void A_resource_has_inputs_outputs_and_which_of_them_are_required()
    {
        var bucket = SchemaCatalogue.Shipped.Package("aws")!.Resource("aws:s3/bucket:Bucket")!;

        Assert.Equal(SchemaKind.Boolean, bucket.Inputs.Properties["forceDestroy"].Kind);
        Assert.Equal("aws:s3/BucketCorsRule:BucketCorsRule", bucket.Inputs.Properties["corsRules"].Element!.Reference);
        Assert.Contains("arn", bucket.Outputs.Required);
        Assert.DoesNotContain("arn", bucket.Inputs.Properties.Keys);
    }

    [Fact]
    public void A_type_that_the_schema_does_not_have_is_null() =>
        Assert.Null(SchemaCatalogue.Shipped.Package("aws")!.Resource("aws:nope/nope:Nope"));

    [Fact]
    public void A_function_has_outputs() =>
        Assert.Contains("accountId", SchemaCatalogue.Shipped.Package("aws")!.Function("aws:index/getCallerIdentity:getCallerIdentity")!.Outputs.Properties.Keys);
}
