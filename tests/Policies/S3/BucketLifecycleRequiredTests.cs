using System.Collections.Immutable;
using Policies.S3;
using ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.Tests.S3;

public class BucketLifecycleRequiredTests
{
    private static readonly BucketProps Data = new() { BucketName = "data-1a2b3c4" };

    private static readonly BucketLifecycleConfigurationProps Rules = new()
    {
        Bucket = Known<string>.Unknown,
        Rules = [new() { Id = "checkpoints", Status = "Enabled", Expiration = new() { Days = 30 } }],
    };

    private static readonly BucketLifecycleConfigurationRuleProps Enabled =
        new() { Status = "Enabled", AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = 7 } };

    private static readonly PolicyResource Bucket = Previewed("data", Data);

    [Fact]
    public void A_bucket_with_an_enabled_rule_is_compliant_though_its_id_is_unknown() =>
        Assert.Empty(Check(Bucket, Lifecycle(Rules, of: Bucket)));

    [Fact]
    public void A_bucket_without_a_lifecycle_is_a_violation() => Assert.Equal(
        "data: no lifecycle configuration of this stack is for it, and it has no rules of its own, expected an Enabled one. Add a rule to a "
            + "BucketLifecycleConfiguration of this bucket (aws-native: lifecycleConfiguration), such as expiring checkpoints/ after 30 days.",
        Violation(Bucket));

    [Fact]
    public void Rules_that_are_disabled_are_no_rules() => Assert.Contains(
        "rules has only Disabled rules", Violation(Bucket, Lifecycle(Rules with { Rules = [new() { Status = "Disabled" }] }, of: Bucket)));

    [Fact]
    public void One_enabled_rule_is_enough() => Assert.Empty(Check(
        Bucket, Lifecycle(Rules with { Rules = [new() { Status = "Disabled" }, Enabled] }, of: Bucket)));

    [Fact]
    public void Rules_that_do_nothing_are_no_rules()
    {
        const string Found = "no Enabled rule with an action (to expire, move or abort something), expected an Enabled one";
        var empty = Rules with { Rules = [new() { Status = "Enabled", Expiration = new() }, Enabled with { Status = "Disabled" }] };

        Assert.Contains($"rules has {Found}", Violation(Bucket, Lifecycle(empty, of: Bucket)));
        Assert.Contains($"lifecycleRules has {Found}", Violation(Previewed("data", Data with { LifecycleRules = [new() { Enabled = true }] })));
        Assert.Contains(
            $"lifecycleConfiguration.rules has {Found}",
            Violation(Previewed("data", new Native.BucketProps { LifecycleConfiguration = new() { Rules = [new() { Status = "Enabled" }] } })));
    }

    [Fact]
    public void An_action_that_is_not_known_yet_counts() => Assert.Empty(Check(Bucket, Lifecycle(
        Rules with { Rules = [new() { Status = "Enabled", Expiration = new() { ExpiredObjectDeleteMarker = Known<bool?>.Unknown } }] }, of: Bucket)));

    [Fact]
    public void An_empty_list_is_no_rule()
    {
        Assert.Contains("rules has no rules", Violation(Bucket, Lifecycle(Rules with { Rules = [] }, of: Bucket)));
        Assert.Contains("rules has no rules", Violation(Bucket, Lifecycle(new() { Bucket = Known<string>.Unknown }, of: Bucket)));
    }

    [Fact]
    public void Rules_for_another_bucket_do_not_count()
    {
        var other = Previewed("other", new BucketProps { BucketName = "other-5d6e7f8" });

        Assert.StartsWith("data:", Violation(Bucket, other, Lifecycle(Rules, of: other)));
    }

    [Fact]
    public void Equal_names_belong_together() =>
        Assert.Empty(Check(Bucket, Lifecycle(Rules with { Bucket = "data-1a2b3c4" })));

    [Fact]
    public void Other_names_do_not() => Assert.Contains("data:", Violation(Bucket, Lifecycle(Rules with { Bucket = "elsewhere" })));

    [Fact]
    public void A_name_made_from_this_buckets_name_means_another_bucket() =>
        Assert.Contains("data:", Violation(Bucket, Lifecycle(Rules with { Bucket = "data-1a2b3c4-logs" }, of: Bucket)));

    [Fact]
    public void Of_several_buckets_that_a_name_came_from_the_one_of_that_name_is_meant()
    {
        var other = Previewed("other", new BucketProps { BucketName = "other-5d6e7f8" });

        Assert.StartsWith(
            "other:", Violation(Bucket, other, Lifecycle(Rules with { Bucket = "data-1a2b3c4" }, of: [Bucket, other])));
    }

    [Fact]
    public void Inline_rules_of_the_inputs_count() => Assert.Empty(Check(Previewed("data", Data with
    {
        LifecycleRules = [new() { Enabled = true, Expiration = new() { Days = 30 } }],
    })));

    [Fact]
    public void Inline_rules_that_are_disabled_do_not_count() => Assert.Contains(
        "lifecycleRules has only Disabled rules",
        Violation(Previewed("data", Data with { LifecycleRules = [new() { Enabled = false }] })));

    [Fact]
    public void Inline_rules_that_are_unknown_outputs_are_absent()
    {
        var outputsOnly = Bucket with { Inputs = PropertyMap.Empty };

        Assert.Contains("it has no rules of its own", Violation(Bucket));
        Assert.Contains("it has no rules of its own", Violation(outputsOnly));
    }

    [Fact]
    public void Inline_rules_in_the_outputs_count_where_there_are_no_inputs() => Assert.Empty(Check(Bucket with
    {
        Inputs = PropertyMap.Empty,
        Outputs = (Data with { LifecycleRules = [new() { Enabled = true, AbortIncompleteMultipartUploadDays = 7 }] }).ToProperty().Members,
    }));

    [Fact]
    public void Inline_rules_that_the_program_does_not_know_yet_are_unknown()
    {
        var bucket = Previewed("data", Data with { LifecycleRules = ViewList<BucketLifecycleRuleProps>.Unknown });

        Assert.Equal(new ResourceVerdict(bucket, Verdict.Unknown("lifecycleRules")), Assert.Single(Check(bucket)));
    }

    [Fact]
    public void Rules_that_are_not_known_yet_are_unknown_on_their_own_resource()
    {
        var lifecycle = Lifecycle(Rules with { Rules = ViewList<BucketLifecycleConfigurationRuleProps>.Unknown }, of: Bucket);

        Assert.Equal(new ResourceVerdict(lifecycle, Verdict.Unknown("rules")), Assert.Single(Check(Bucket, lifecycle)));
    }

    [Fact]
    public void A_status_that_is_not_known_yet_is_unknown_unless_another_rule_is_enabled()
    {
        var lifecycle = Lifecycle(Rules with { Rules = [Enabled with { Status = Known<string>.Unknown }] }, of: Bucket);
        var both = Lifecycle(Rules with { Rules = [Enabled with { Status = Known<string>.Unknown }, Enabled] }, of: Bucket);

        Assert.Equal(new ResourceVerdict(lifecycle, Verdict.Unknown("rules[0].status")), Assert.Single(Check(Bucket, lifecycle)));
        Assert.Empty(Check(Bucket, both));
    }

    [Fact]
    public void A_configuration_for_a_bucket_that_nobody_knows_yet_may_be_for_one_without_a_known_name()
    {
        var nameless = Previewed("data", Data with { BucketName = Known<string>.Unknown });
        var lifecycle = Lifecycle(Rules, of: Previewed("suffix", new BucketPolicyProps { Policy = "{}" }));

        Assert.Equal(new ResourceVerdict(lifecycle, Verdict.Unknown("bucket")), Assert.Single(Check(nameless, lifecycle)));
        Assert.Contains("data:", Violation(Bucket, lifecycle));
    }

    [Fact]
    public void The_older_names_of_the_types_are_judged_too()
    {
        var bucket = Previewed("data", new BucketV2Props { Bucket = "data-1a2b3c4" });
        var lifecycle = Previewed("rules", new BucketLifecycleConfigurationV2Props
        {
            Bucket = "data-1a2b3c4",
            Rules = [new() { Status = "Enabled", Expiration = new() { Days = 30 } }],
        });

        Assert.StartsWith("data:", Violation(bucket));
        Assert.Empty(Check(bucket, lifecycle));
        Assert.Empty(Check(Previewed("data", new BucketV2Props { LifecycleRules = [new() { Enabled = true, AbortIncompleteMultipartUploadDays = 7 }] })));
    }

    [Fact]
    public void A_bucket_of_aws_native_carries_its_lifecycle()
    {
        var bucket = new Native.BucketProps { BucketName = "data" };

        Assert.StartsWith("data:", Violation(Previewed("data", bucket)));
        Assert.Empty(Check(Previewed("data", bucket with { LifecycleConfiguration = new() { Rules = [new() { Status = "Enabled", ExpirationInDays = 30 }] } })));
        Assert.Contains(
            "lifecycleConfiguration.rules has only Disabled rules",
            Violation(Previewed("data", bucket with { LifecycleConfiguration = new() { Rules = [new() { Status = "Disabled" }] } })));
    }

    [Fact]
    public void A_lifecycle_of_aws_native_that_is_not_known_yet_is_unknown()
    {
        var bucket = Previewed("data", new Native.BucketProps
        {
            LifecycleConfiguration = Native.BucketLifecycleConfigurationProps.From(PropertyValue.Unknown),
        });

        Assert.Equal(Verdict.Unknown("lifecycleConfiguration.rules"), Assert.Single(Check(bucket)).Verdict);
    }

    [Fact]
    public void A_configuration_of_aws_may_be_for_a_bucket_of_aws_native()
    {
        var bucket = Previewed("data", new Native.BucketProps());

        Assert.Empty(Check(bucket, Lifecycle(Rules, of: bucket)));
    }

    [Fact]
    public void Ending_multipart_uploads_is_a_rule_unless_configured_otherwise()
    {
        var lifecycle = Lifecycle(Rules with { Rules = [Enabled] }, of: Bucket);
        var strict = PropertyMap.Of(("requireExpirationOrTransition", true));

        Assert.Empty(Check(Bucket, lifecycle));
        Assert.Contains(
            "rules has only rules that end multipart uploads, expected an Enabled one that expires or moves objects",
            Assert.Single(PolicyTest.Check(new BucketLifecycleRequired(), [Bucket, lifecycle], strict)).Verdict.Violation());
        Assert.Empty(PolicyTest.Check(new BucketLifecycleRequired(), [Bucket, Lifecycle(Rules, of: Bucket)], strict));
    }

    [Fact]
    public void A_stack_without_buckets_has_nothing_to_tell() => Assert.Empty(Check(Lifecycle(Rules)));

    private static IReadOnlyList<ResourceVerdict> Check(params PolicyResource[] resources) =>
        PolicyTest.Check(new BucketLifecycleRequired(), resources);

    private static string Violation(params PolicyResource[] resources)
    {
        var (resource, verdict) = Assert.Single(Check(resources));
        var message = verdict.Violation();
        Assert.StartsWith($"{resource!.Name}:", message);
        return message;
    }

    private static PolicyResource Lifecycle(BucketLifecycleConfigurationProps config, params ImmutableArray<PolicyResource> of) =>
        Previewed("rules", config) with
        {
            PropertyDependencies = of.IsEmpty
                ? ImmutableDictionary<string, ImmutableArray<string>>.Empty
                : ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("bucket", [.. of.Select(resource => resource.Urn)]),
        };

    /// <summary>A resource as a stack policy sees it in a preview: what AWS decides, inline rules among it, is unknown.</summary>
    private static PolicyResource Previewed<TView>(string name, TView inputs)
        where TView : struct, IResourceView<TView>
    {
        var resource = PolicyTest.Resource(TView.ResourceType, inputs.ToProperty().Members, name);
        return resource with
        {
            Outputs = resource.Inputs
                .With("id", PropertyValue.Unknown)
                .With("lifecycleRules", PropertyValue.Unknown)
                .With("lifecycleConfiguration", PropertyValue.Unknown),
        };
    }
}
