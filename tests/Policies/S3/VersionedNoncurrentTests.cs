using System.Collections.Immutable;
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
        Assert.NotEmpty(Check(Resource("data", new BucketV2Props
        {
            Versionings = [new() { Enabled = true }],
            LifecycleRules = [new() { Enabled = true, Expirations = [new() { Days = 1 }] }],
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

    [Fact]
    public void Rules_that_are_not_known_yet_may_expire_anything_or_everything()
    {
        var unread = Of(Bucket, "more", new BucketLifecycleConfigurationProps
        {
            Bucket = Known<string>.Unknown,
            Rules = ViewList<BucketLifecycleConfigurationRuleProps>.Unknown,
        });

        Assert.Equal(
            [("more", Verdict.Unknown("rules"))],
            Check(Bucket, Versioned, Lifecycle(Expiring), unread).Select(verdict => (verdict.Resource!.Name, verdict.Verdict)));
    }

    [Fact]
    public void What_may_expire_old_versions_or_may_not_is_unknown()
    {
        Assert.Equal(
            Verdict.Unknown("rules[1].status"),
            Assert.Single(Check(Bucket, Versioned, Lifecycle(Expiring, Freeing with { Status = Known<string>.Unknown }))).Verdict);
        Assert.Equal(
            Verdict.Unknown("rules[1].filter.prefix"),
            Assert.Single(Check(Bucket, Versioned, Lifecycle(Expiring, Freeing with { Filter = new() { Prefix = Known<string>.Unknown } }))).Verdict);
    }

    [Fact]
    public void A_configuration_that_may_be_for_the_bucket_is_unknown()
    {
        var noSources = ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        var expiring = Lifecycle(Expiring) with { PropertyDependencies = noSources };
        var freeing = Lifecycle(Freeing) with { PropertyDependencies = noSources };

        Assert.Equal(Verdict.Unknown("bucket"), Assert.Single(Check(Bucket, Versioned, expiring)).Verdict);
        Assert.Equal(Verdict.Unknown("bucket"), Assert.Single(Check(Bucket, Versioned, Lifecycle(Expiring), freeing)).Verdict);
        Assert.Empty(Check(Bucket, Versioned, Lifecycle(Expiring, Freeing) with { PropertyDependencies = noSources }));
    }

    [Fact]
    public void A_versioning_that_is_not_known_yet_is_unknown_where_it_stands()
    {
        var versioning = Of(Bucket, "data-versioning", new BucketVersioningProps
        {
            Bucket = Known<string>.Unknown,
            VersioningConfiguration = new() { Status = Known<string>.Unknown },
        });

        var verdict = Assert.Single(Check(Bucket, versioning, Lifecycle(Expiring)));

        Assert.Equal("data-versioning", verdict.Resource!.Name);
        Assert.Equal(Verdict.Unknown("versioningConfiguration.status"), verdict.Verdict);
    }

    [Fact]
    public void Sizes_beyond_32_bits_narrow_a_rule_too() => Assert.NotEmpty(Check(Bucket, Versioned, Lifecycle(Expiring, Freeing with
    {
        Filter = new() { ObjectSizeGreaterThan = 5_368_709_120 },
    })));

    private static IReadOnlyList<ResourceVerdict> Check(params PolicyResource[] resources) =>
        PolicyTest.Check(new VersionedNoncurrent(), resources);
}
