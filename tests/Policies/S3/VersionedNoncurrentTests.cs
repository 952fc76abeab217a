using Policies.S3;
using ResourceViews.Aws.S3;
using static Policies.Tests.S3.Storage;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.Tests.S3;

public class VersionedNoncurrentTests
{
    private static readonly BucketLifecycleConfigurationRuleProps Expiring = Rule("checkpoints/") with { Expiration = new() { Days = 30 } };

    private static readonly BucketLifecycleConfigurationRuleProps Freeing =
        Rule("") with { NoncurrentVersionExpiration = new() { NoncurrentDays = 7 } };

    [Fact]
    public void Expiring_in_a_versioned_bucket_frees_nothing() => Assert.Equal(
        "data-lifecycle: rules[0] expires objects of data, which is versioned, and no rule expires their noncurrent versions: the bytes "
            + "stay, and are billed. Add noncurrentVersionExpiration.",
        Assert.Single(Check(Bucket, Versioned, Lifecycle(Expiring))).Verdict.Violation());

    [Fact]
    public void Without_versioning_it_does() => Assert.Empty(Check(Bucket, Lifecycle(Expiring)));

    [Fact]
    public void The_rule_itself_or_a_wider_one_may_expire_old_versions()
    {
        Assert.Empty(Check(Bucket, Versioned, Lifecycle(Expiring with { NoncurrentVersionExpiration = new() { NoncurrentDays = 1 } })));
        Assert.Empty(Check(Bucket, Versioned, Lifecycle(Expiring, Freeing)));
    }

    [Fact]
    public void One_for_other_objects_or_out_of_force_does_not_count()
    {
        Assert.NotEmpty(Check(Bucket, Versioned, Lifecycle(Expiring, Freeing with { Filter = new() { Prefix = "models/" } })));
        Assert.NotEmpty(Check(Bucket, Versioned, Lifecycle(Expiring, Freeing with { Status = "Disabled" })));
        Assert.NotEmpty(Check(Bucket, Versioned, Lifecycle(Expiring, Freeing with
        {
            Filter = new() { And = new() { Prefix = "", ObjectSizeGreaterThan = 100 } },
        })));
    }

    [Fact]
    public void A_rule_out_of_force_expires_nothing() =>
        Assert.Empty(Check(Bucket, Versioned, Lifecycle(Expiring with { Status = "Disabled" })));

    [Fact]
    public void Buckets_may_carry_both_themselves()
    {
        Assert.NotEmpty(Check(Resource("data", new BucketProps
        {
            Versioning = new() { Enabled = true },
            LifecycleRules = [new() { Enabled = true, Expiration = new() { Days = 1 } }],
        })));
        Assert.NotEmpty(Check(Resource("data", new Native.BucketProps
        {
            VersioningConfiguration = new() { Status = "Enabled" },
            LifecycleConfiguration = new() { Rules = [new() { Status = "Enabled", ExpirationInDays = 1 }] },
        })));
    }

    [Fact]
    public void What_decides_and_is_not_known_yet_is_unknown()
    {
        Assert.Equal(
            Verdict.Unknown("rules[0].status"),
            Assert.Single(Check(Bucket, Versioned, Lifecycle(Expiring with { Status = Known<string>.Unknown }))).Verdict);
        Assert.Equal(
            Verdict.Unknown("rules[0].filter.prefix"),
            Assert.Single(Check(Bucket, Versioned, Lifecycle(Expiring with { Filter = new() { Prefix = Known<string>.Unknown } }))).Verdict);
    }

    private static IReadOnlyList<ResourceVerdict> Check(params PolicyResource[] resources) =>
        PolicyTest.Check(new VersionedNoncurrent(), resources);
}
