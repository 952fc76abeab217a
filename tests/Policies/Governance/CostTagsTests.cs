using Policies.Governance;
using ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.Sns;

namespace Policies.Tests.Governance;

public class CostTagsTests
{
    private static readonly CostTags Policy = new();

    private static readonly Dictionary<string, Known<string>> All = new()
    {
        ["team"] = "ml-platform",
        ["environment"] = "dev",
        ["cost-category"] = "storage",
        ["component"] = "artifacts",
    };

    private static readonly PropertyMap Owned = PropertyMap.Of(
        ("requiredTags", (string[])["team", "owner"]), ("values", PropertyMap.Of(("owner", "ml-platform"), ("idle", "x"))));

    [Fact]
    public void All_tags_are_compliant() => Policy.On(new BucketProps { Tags = All }).ShouldBeCompliant();

    [Fact]
    public void Default_tags_of_the_provider_count() => Policy.On(new BucketProps { TagsAll = All }).ShouldBeCompliant();

    [Fact]
    public void What_is_missing_is_named() => Assert.Equal(
        "trainer: tags has no environment, cost-category, component. Add them, here or in the default tags of the provider.",
        Policy.On(new BucketProps { Tags = new Dictionary<string, Known<string>> { ["team"] = "ml" } }).Violation());

    [Fact]
    public void A_value_that_is_not_known_yet_is_there() =>
        Policy.On(new BucketProps { Tags = new Dictionary<string, Known<string>>(All) { ["team"] = Known<string>.Unknown } }).ShouldBeCompliant();

    [Fact]
    public void Tags_that_are_not_known_yet_are_unknown() =>
        Policy.On(new BucketProps { Tags = KnownMap<string>.Unknown }).ShouldBeUnknown("tags");

    [Fact]
    public void Lists_of_keys_and_values_count()
    {
        var topic = new Native.TopicProps { Tags = [.. All.Select(tag => new ResourceViews.AwsNative.TagProps { Key = tag.Key, Value = tag.Value })] };

        Policy.On(topic).ShouldBeCompliant();
        Assert.True(Policy.On(new Native.TopicProps()).IsViolation);
        Policy.On(new Native.TopicProps { Tags = [new() { Key = Known<string>.Unknown }] }).ShouldBeUnknown("tags");
    }

    [Theory]
    [InlineData("aws:ec2/vpc:Vpc")]
    [InlineData("aws:rds/instance:Instance")]
    [InlineData("aws-native:sagemaker:FeatureGroup")]
    public void Types_that_no_other_policy_looks_at_are_asked_for_them_too(string type) => Assert.True(Policy.On(type, PropertyMap.Empty).IsViolation);

    /// <summary>Each of its tags says whether instances get it, which nobody can choose for the program.</summary>
    [Fact]
    public void Auto_Scaling_groups_are_not_asked() => Assert.DoesNotContain("aws:autoscaling/group:Group", Policy.ResourceTypes);

    [Fact]
    public void Types_without_tags_are_not_asked_for_any() =>
        Assert.DoesNotContain("aws:s3/bucketVersioning:BucketVersioning", Policy.ResourceTypes);

    [Fact]
    public void Remediation_adds_what_the_setting_names_and_keeps_the_rest()
    {
        var inputs = PropertyMap.Of(
            ("bucket", PropertyValue.Unknown), ("tags", PropertyMap.Of(("team", PropertyValue.SecretOf("ml")))));

        Assert.Equal(
            inputs.With("tags", PropertyValue.FromMap(PropertyMap.Of(("team", PropertyValue.SecretOf("ml")), ("owner", "ml-platform")))),
            Remediate(BucketProps.ResourceType, inputs));
    }

    [Fact]
    public void Remediation_adds_to_lists_too() => Assert.Equal(
        PropertyMap.Of(("tags", (PropertyMap[])
        [
            PropertyMap.Of(("key", "team"), ("value", "ml")),
            PropertyMap.Of(("key", "owner"), ("value", "ml-platform")),
        ])),
        Remediate(
            Native.TopicProps.ResourceType,
            PropertyMap.Of(("tags", (PropertyMap[])[PropertyMap.Of(("key", "team"), ("value", "ml"))]))));

    [Fact]
    public void What_is_right_or_not_known_yet_is_left_as_it_is()
    {
        var right = PropertyMap.Of(("tags", PropertyMap.Of(("team", "ml"), ("owner", "ml"))));
        var unknown = PropertyMap.Of(("tags", PropertyValue.Unknown));

        Assert.Equal(right, Remediate(BucketProps.ResourceType, right));
        Assert.Equal(unknown, Remediate(BucketProps.ResourceType, unknown));
    }

    private static PropertyMap Remediate(string type, PropertyMap inputs) =>
        PolicyTest.Remediate(Policy, PolicyTest.Resource(type, inputs), Owned);
}
