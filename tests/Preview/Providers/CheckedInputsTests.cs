using Preview.Providers;
using Preview.Schemas;
using Preview.Tests.Builders;

namespace Preview.Tests.Providers;

public class CheckedInputsTests
{
    private const string BucketType = "aws:s3/bucket:Bucket";

    /// <summary>Texts and order as the stand-in of the AWS provider gives them under the real CLI for the same inputs.</summary>
    [Fact]
    public void Faults_are_those_that_the_provider_finds()
    {
        var asset = PropertyMap.Of((Sentinels.SignatureKey, Sentinels.Asset), ("text", "x"));

        var faults = Check(
            BucketType,
            "b1",
            ("nope", 1),
            ("tags", new[] { "x" }),
            ("forceDestroy", "yes"),
            ("corsRules", new[] { PropertyMap.Of(("allowedMethods", "GET")) }),
            ("acl", true),
            ("website", null),
            ("bucketPrefix", asset)).Faults;

        Assert.Equal(
            [
                new("bucketPrefix", "expected string, got asset"),
                new("corsRules[0].allowedMethods", "expected array, got string"),
                new("corsRules[0].allowedOrigins", "missing required property"),
                new("forceDestroy", "expected boolean, got string"),
                new("nope", "unexpected property: the schema has no such name"),
                new("tags", "expected object, got []"),
            ],
            faults);
    }

    [Fact]
    public void What_is_not_known_yet_is_no_fault_and_a_secret_is_looked_into()
    {
        var faults = Check(
            BucketType, "b", ("forceDestroy", PropertyValue.Unknown), ("acl", PropertyValue.SecretOf("private")), ("tags", PropertyValue.SecretOf(3))).Faults;

        Assert.Equal([new("tags", "expected object, got number")], faults);
    }

    [Fact]
    public void A_number_or_a_boolean_will_do_as_a_text_and_a_fraction_not_as_an_integer()
    {
        var faults = Check("aws:cloudwatch/logGroup:LogGroup", "g", ("kmsKeyId", 5), ("retentionInDays", 1.5)).Faults;

        Assert.Equal([new("retentionInDays", "expected integer, got number")], faults);
    }

    [Theory]
    [InlineData(BucketType, "bucket")]
    [InlineData("aws:sns/topic:Topic", "name")]
    [InlineData("aws-native:s3:Bucket", "bucketName")]
    [InlineData("aws-native:sns:Topic", "topicName")]
    [InlineData("aws:kms/key:Key", null)]
    public void A_name_is_filled_in_where_the_provider_would(string type, string? property)
    {
        var inputs = Check(type, "data").Inputs;

        if (property is null)
        {
            Assert.Equal(0, inputs.Count);
        }
        else
        {
            Assert.Matches("^data-[0-9a-f]{7}$", inputs[property].AsString());
        }
    }

    [Fact]
    public void A_name_comes_from_the_urn_so_that_two_previews_are_equal()
    {
        var (first, second, other) = (Check(BucketType, "data"), Check(BucketType, "data"), Check(BucketType, "other"));

        Assert.Equal(first.Inputs["bucket"], second.Inputs["bucket"]);
        Assert.NotEqual(first.Inputs["bucket"].AsString()![^7..], other.Inputs["bucket"].AsString()![^7..]);
    }

    [Fact]
    public void A_name_is_in_lower_case()
    {
        Assert.StartsWith("mydata-", Check(BucketType, "MyData").Inputs["bucket"].AsString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_would_be_too_long_is_a_fault()
    {
        var faults = Check(BucketType, new string('a', 60)).Faults;

        Assert.Equal("bucket", Assert.Single(faults).Path);
    }

    [Fact]
    public void A_name_that_was_given_stays_even_when_it_is_unknown()
    {
        Assert.Equal("mine", Check(BucketType, "data", ("bucket", "mine")).Inputs["bucket"].AsString());
        Assert.True(Check(BucketType, "data", ("bucket", PropertyValue.Unknown)).Inputs["bucket"].IsUnknown);
    }

    [Fact]
    public void The_bridged_provider_lists_what_it_filled_in_and_marks_every_object_but_maps_of_texts()
    {
        var rule = PropertyMap.Of(("allowedMethods", new[] { "GET" }), ("allowedOrigins", new[] { "*" }));

        var inputs = Check(
            BucketType, "data", ("corsRules", new[] { rule }), ("tags", PropertyMap.Of(("a", "b"))), ("website", PropertyMap.Of(("indexDocument", "i")))).Inputs;

        Assert.Equal(PropertyValue.Of(new[] { "bucket" }), inputs["__defaults"]);
        Assert.Equal(["allowedMethods", "allowedOrigins", "__defaults"], inputs["corsRules"][0].Members.WithInternal.Names());
        Assert.Equal(["a"], inputs["tags"].Members.WithInternal.Names());
        Assert.Equal(["indexDocument"], inputs["website"].Members.WithInternal.Names());
    }

    [Fact]
    public void A_map_with_an_unknown_is_marked_too()
    {
        var inputs = Check(BucketType, "data", ("tags", PropertyMap.Of(("a", "b"), ("c", PropertyValue.Unknown)))).Inputs;

        Assert.Equal(["a", "c", "__defaults"], inputs["tags"].Members.WithInternal.Names());
    }

    [Fact]
    public void The_native_provider_keeps_no_books()
    {
        Assert.Equal(["bucketName"], Check("aws-native:s3:Bucket", "data").Inputs.WithInternal.Names());
    }

    [Fact]
    public void Outputs_show_no_books_at_any_depth()
    {
        var rule = PropertyMap.Of(("allowedMethods", new[] { "GET" }), ("allowedOrigins", new[] { "*" }));
        var inputs = Check(BucketType, "data", ("corsRules", PropertyValue.SecretOf(new[] { rule }))).Inputs;

        var outputs = ProviderDefaults.Remove(inputs);

        Assert.Equal(["corsRules", "bucket"], outputs.WithInternal.Names());
        Assert.Equal(PropertyValue.SecretOf(new[] { rule }), outputs["corsRules"]);
        Assert.Equal(["allowedMethods", "allowedOrigins"], outputs["corsRules"][0].Members.WithInternal.Names());
    }

    private static CheckedInputs Check(string type, string name, params (string Name, object? Value)[] inputs)
    {
        var package = SchemaCatalogue.Shipped.Package(type[..type.IndexOf(':', StringComparison.Ordinal)])!;
        return CheckedInputs.Of(package, package.Resource(type)!, type, $"urn:pulumi:dev::shop::{type}::{name}", name, PropertyMap.Of(inputs));
    }
}
