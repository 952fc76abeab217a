using Policies.S3;
using ResourceViews.Aws.S3;
using static Policies.Tests.S3.Storage;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.Tests.S3;

public class MultipartAbortTests
{
    private static readonly MultipartAbort Policy = new();

    private static readonly BucketLifecycleConfigurationRuleProps Ending =
        Rule("") with { AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = 7 } };

    private static BucketLifecycleConfigurationProps With(params BucketLifecycleConfigurationRuleProps[] rules) => new() { Rules = [.. rules] };

    [Fact]
    public void A_rule_for_the_whole_bucket_is_compliant() => Policy.On(With(Ending)).ShouldBeCompliant();

    [Fact]
    public void A_bucket_without_a_rule_in_force_is_judged_elsewhere()
    {
        Policy.On(new BucketProps()).ShouldBeCompliant();
        var disabled = With(Rule("models/") with { Status = "Disabled" });
        Policy.On(disabled).ShouldBeCompliant();
        Assert.Equal(disabled, Policy.Remediated(disabled));
    }

    [Fact]
    public void No_rule_a_narrow_one_or_one_out_of_force_is_a_violation()
    {
        Assert.Equal(
            "trainer: no enabled rule in rules ends incomplete multipart uploads in the whole bucket: they are invisible and billed. Add one "
                + "with abortIncompleteMultipartUpload and no filter.",
            Policy.On(With(Rule("models/"))).Violation());
        Assert.True(Policy.On(With(Ending with { Filter = new() { Prefix = "models/" } })).IsViolation);
        Assert.True(Policy.On(With(Rule("models/"), Ending with { Status = "Disabled" })).IsViolation);
    }

    [Fact]
    public void What_decides_and_is_not_known_yet_is_unknown()
    {
        Policy.On(With(Ending with { Status = Known<string>.Unknown })).ShouldBeUnknown("rules[0].status");
        Policy.On(With(Ending with { Filter = new() { Prefix = Known<string>.Unknown } })).ShouldBeUnknown("rules[0].filter.prefix");
    }

    [Fact]
    public void Remediation_adds_a_rule_and_keeps_the_rest()
    {
        var config = With(Rule("models/")) with { Bucket = Known<string>.Unknown };
        var repaired = Policy.Remediated(config, PropertyMap.Of(("daysAfterInitiation", 3)));

        Assert.True(repaired.Bucket.IsUnknown);
        Assert.Equal(2, repaired.Rules.Count);
        Assert.Equal(Rule("models/"), repaired.Rules[0]);
        Assert.Equal(3, repaired.Rules[1].AbortIncompleteMultipartUpload.DaysAfterInitiation.Value);
        Policy.On(repaired).ShouldBeCompliant();
    }

    [Fact]
    public void The_rule_it_adds_has_an_id_of_its_own()
    {
        var disabled = Ending with { Id = "abort-incomplete-uploads", Status = "Disabled" };
        var narrow = Rule("models/") with { Id = "abort-incomplete-uploads-2" };

        Assert.Equal("abort-incomplete-uploads", Policy.Remediated(With(Rule("models/"))).Rules[1].Id.Value);
        Assert.Equal("abort-incomplete-uploads-3", Policy.Remediated(With(disabled, narrow)).Rules[2].Id.Value);
    }

    [Fact]
    public void Rules_of_buckets_themselves_are_repaired_too()
    {
        Policy.On(Policy.Remediated(new BucketProps { LifecycleRules = [new() { Enabled = true }] })).ShouldBeCompliant();
        Policy.On(Policy.Remediated(new BucketV2Props { LifecycleRules = [new() { Enabled = true }] })).ShouldBeCompliant();
        Policy.On(Policy.Remediated(new Native.BucketProps { LifecycleConfiguration = new() { Rules = [new() { Status = "Enabled" }] } }))
            .ShouldBeCompliant();
    }

    [Fact]
    public void What_is_right_or_not_known_yet_is_left_as_it_is()
    {
        Assert.Equal(With(Ending), Policy.Remediated(With(Ending)));
        var unknown = new BucketLifecycleConfigurationProps { Rules = ViewList<BucketLifecycleConfigurationRuleProps>.Unknown };
        Assert.Equal(unknown, Policy.Remediated(unknown));
    }
}
