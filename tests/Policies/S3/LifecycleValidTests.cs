using Policies.S3;
using ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.Tests.S3;

public class LifecycleValidTests
{
    private static readonly LifecycleValid Policy = new();

    private static BucketLifecycleConfigurationProps With(params BucketLifecycleConfigurationRuleProps[] rules) => new() { Rules = [.. rules] };

    /// <summary>A rule that has an action, since S3 takes no other.</summary>
    private static BucketLifecycleConfigurationRuleProps Rule(string prefix) =>
        Storage.Rule(prefix) with { AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = 7 } };

    private static BucketLifecycleConfigurationRuleTransitionProps To(string storage, Known<int?> days) => new() { StorageClass = storage, Days = days };

    [Fact]
    public void Rules_that_S3_takes_are_compliant() => Policy.On(With(Rule("datasets/") with
    {
        Transitions = [To("STANDARD_IA", 30), To("GLACIER", 60)],
        Expiration = new() { Days = 365 },
    })).ShouldBeCompliant();

    [Theory]
    [InlineData("STANDARD_IA", 29)]
    [InlineData("ONEZONE_IA", 0)]
    public void Infrequent_access_begins_after_thirty_days(string storage, int days) => Assert.Equal(
        $"trainer: rules[0].transitions[0].days is {days} for {storage}, expected at least 30. Raise it, or use INTELLIGENT_TIERING, which takes any.",
        Policy.On(With(Rule("datasets/") with { Transitions = [To(storage, days)] })).Violation());

    [Theory]
    [InlineData("INTELLIGENT_TIERING")]
    [InlineData("GLACIER")]
    public void Other_classes_take_objects_at_once(string storage) =>
        Policy.On(With(Rule("datasets/") with { Transitions = [To(storage, 0)] })).ShouldBeCompliant();

    [Fact]
    public void An_archive_follows_infrequent_access_after_thirty_days() => Assert.Contains(
        "rules[0].transitions[1].days is 45 for GLACIER, expected at least 60",
        Policy.On(With(Rule("datasets/") with { Transitions = [To("STANDARD_IA", 30), To("GLACIER", 45)] })).Violation());

    [Fact]
    public void Nothing_moves_after_it_has_expired() => Assert.Contains(
        "and the object expires after 30: expected fewer",
        Policy.On(With(Rule("models/") with { Transitions = [To("GLACIER", 30)], Expiration = new() { Days = 30 } })).Violation());

    [Fact]
    public void Expiry_before_the_shortest_time_that_is_billed_is_a_warning() => Assert.Contains(
        "GLACIER bills at least 90 days",
        Assert.Single(Policy.On(With(Rule("models/") with { Transitions = [To("GLACIER", 30)], Expiration = new() { Days = 60 } })).Warnings));

    [Fact]
    public void A_filter_has_one_member() => Assert.Contains("rules[0].filter has 2 members", Policy.On(With(Rule("models/") with
    {
        Filter = new() { Prefix = "models/", ObjectSizeGreaterThan = 1 },
    })).Violation());

    [Fact]
    public void Delete_markers_have_a_rule_of_their_own() => Assert.Contains(
        "Give the marker a rule of its own",
        Policy.On(With(Rule("models/") with { Expiration = new() { Days = 30, ExpiredObjectDeleteMarker = true } })).Violation());

    [Theory]
    [InlineData("Enabled")]
    [InlineData("Disabled")]
    public void A_rule_has_an_action(string status) => Assert.Equal(
        "trainer: rules[0] has no action, and S3 takes no such rule. Let it expire, move or abort something, or remove it.",
        Policy.On(With(Storage.Rule("models/") with { Status = status })).Violation());

    [Fact]
    public void An_id_occurs_once()
    {
        Assert.Equal(
            "trainer: rules[2].id is rule, as rules[0].id is, and S3 takes an id once. Give each rule an id of its own.",
            Policy.On(With(Rule("a"), Rule("b") with { Id = "other" }, Rule("c"))).Violation());
        Policy.On(With(Rule("a") with { Id = null }, Rule("b") with { Id = null })).ShouldBeCompliant();
        Policy.On(With(Rule("a") with { Id = Known<string>.Unknown }, Rule("b") with { Id = Known<string>.Unknown })).ShouldBeCompliant();
    }

    [Fact]
    public void Uploads_and_delete_markers_have_no_tags()
    {
        const string Uploads = "rules[0] has both a filter by tags and an abort of uploads";
        var tags = KnownMap.Texts(PropertyValue.Of(PropertyMap.Of(("tier", "cold"))));

        Assert.Contains(Uploads, Policy.On(With(Rule("") with { Filter = new() { Tag = new() { Key = "tier", Value = "cold" } } })).Violation());
        Assert.Contains(Uploads, Policy.On(With(Rule("") with { Filter = new() { And = new() { Tags = tags } } })).Violation());
        Assert.Contains("rules[0] has both a filter by tags and expiredObjectDeleteMarker", Policy.On(With(Storage.Rule("") with
        {
            Filter = new() { And = new() { Tags = tags } },
            Expiration = new() { ExpiredObjectDeleteMarker = true },
        })).Violation());
        Assert.True(Policy.On(new BucketProps
        {
            LifecycleRules = [new() { Tags = tags, AbortIncompleteMultipartUploadDays = 7 }],
        }).IsViolation);
        Assert.True(Policy.On(new BucketV2Props
        {
            LifecycleRules = [new() { Tags = tags, AbortIncompleteMultipartUploadDays = 7 }],
        }).IsViolation);
        Assert.True(Policy.On(new Native.BucketProps
        {
            LifecycleConfiguration = new() { Rules = [new() { TagFilters = [new() { Key = "tier", Value = "cold" }], AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = 7 } }] },
        }).IsViolation);
    }

    [Fact]
    public void Nothing_expires_on_the_day_on_which_it_begins()
    {
        Assert.Contains(
            "rules[0].expiration.days is 0, expected 1 or more", Policy.On(With(Rule("models/") with { Expiration = new() { Days = 0 } })).Violation());
        Policy.On(With(Rule("models/") with { Expiration = new() { Days = 1 } })).ShouldBeCompliant();
    }

    [Fact]
    public void Expiring_the_whole_bucket_is_a_warning() =>
        Assert.Contains("expires everything", Assert.Single(Policy.On(With(Rule("") with { Expiration = new() { Days = 30 } })).Warnings));

    [Fact]
    public void S3_takes_a_thousand_rules_and_ids_of_255_characters()
    {
        Assert.Contains("1001 rules", Policy.On(With([.. Enumerable.Repeat(Rule("a"), 1001)])).Violation());
        Assert.Contains("256 characters", Policy.On(With(Rule("a") with { Id = new string('a', 256) })).Violation());
    }

    [Theory]
    [InlineData("ARCHIVE_ACCESS", 90, true)]
    [InlineData("ARCHIVE_ACCESS", 89, false)]
    [InlineData("DEEP_ARCHIVE_ACCESS", 179, false)]
    [InlineData("DEEP_ARCHIVE_ACCESS", 731, false)]
    public void Archive_tiers_have_bounds(string tier, int days, bool valid)
    {
        var verdict = Policy.On(new BucketIntelligentTieringConfigurationProps { Tierings = [new() { AccessTier = tier, Days = days }] });

        Assert.Equal(valid, verdict.IsCompliant);
    }

    [Fact]
    public void Rules_of_buckets_themselves_are_held_to_it_too()
    {
        Assert.True(Policy.On(new BucketProps
        {
            LifecycleRules = [new() { Enabled = true, Transitions = [new() { Days = 1, StorageClass = "STANDARD_IA" }] }],
        }).IsViolation);
        Assert.True(Policy.On(new BucketV2Props
        {
            LifecycleRules = [new() { Enabled = true, Transitions = [new() { Days = 1, StorageClass = "STANDARD_IA" }] }],
        }).IsViolation);
        Assert.True(Policy.On(new Native.BucketProps
        {
            LifecycleConfiguration = new() { Rules = [new() { Transition = new() { TransitionInDays = 1, StorageClass = "STANDARD_IA" } }] },
        }).IsViolation);
    }

    [Fact]
    public void A_move_on_a_date_has_no_days_to_judge()
    {
        Policy.On(With(Rule("datasets/") with
        {
            Transitions = [new() { StorageClass = "STANDARD_IA", Date = "2027-01-01T00:00:00Z" }],
            Expiration = new() { Days = 365 },
        })).ShouldBeCompliant();
        Policy.On(new Native.BucketProps
        {
            LifecycleConfiguration = new() { Rules = [new() { Transition = new() { TransitionDate = "2027-01-01T00:00:00Z", StorageClass = "STANDARD_IA" } }] },
        }).ShouldBeCompliant();
    }

    [Fact]
    public void Noncurrent_versions_move_by_the_same_rules()
    {
        Assert.Contains(
            "rules[0].noncurrentVersionTransitions[0].noncurrentDays is 7 for STANDARD_IA, expected at least 30",
            Policy.On(With(Rule("datasets/") with { NoncurrentVersionTransitions = [new() { NoncurrentDays = 7, StorageClass = "STANDARD_IA" }] })).Violation());
        Assert.Contains("and the noncurrent version expires after 60: expected fewer", Policy.On(With(Rule("datasets/") with
        {
            NoncurrentVersionTransitions = [new() { NoncurrentDays = 60, StorageClass = "GLACIER" }],
            NoncurrentVersionExpiration = new() { NoncurrentDays = 60 },
        })).Violation());
        Assert.True(Policy.On(new BucketProps
        {
            LifecycleRules = [new() { Enabled = true, NoncurrentVersionTransitions = [new() { Days = 1, StorageClass = "STANDARD_IA" }] }],
        }).IsViolation);
        Assert.True(Policy.On(new BucketV2Props
        {
            LifecycleRules = [new() { Enabled = true, NoncurrentVersionTransitions = [new() { Days = 1, StorageClass = "STANDARD_IA" }] }],
        }).IsViolation);
        Assert.True(Policy.On(new Native.BucketProps
        {
            LifecycleConfiguration = new() { Rules = [new() { NoncurrentVersionTransition = new() { TransitionInDays = 1, StorageClass = "STANDARD_IA" } }] },
        }).IsViolation);
    }

    [Fact]
    public void A_rule_has_a_prefix_or_a_filter() => Assert.Contains(
        "rules[0] has both a prefix and a filter", Policy.On(With(Rule("models/") with { Prefix = "models/" })).Violation());

    [Fact]
    public void An_empty_text_in_a_deployed_rule_stands_for_nothing()
    {
        Policy.On(With(Rule("models/") with { Prefix = "" })).ShouldBeCompliant();
        Policy.On(With(Rule("models/") with { Transitions = [To("STANDARD_IA", 7) with { Date = "" }] })).Violation();
        Policy.On(With(Rule("models/") with { Transitions = [To("STANDARD_IA", 7) with { Date = Known<string>.Unknown }] })).Violation();
    }

    [Fact]
    public void Sizes_beyond_32_bits_are_members_of_a_filter_too() => Assert.Contains(
        "rules[0].filter has 2 members",
        Policy.On(With(Rule("models/") with { Filter = new() { Prefix = "models/", ObjectSizeLessThan = 5_368_709_120 } })).Violation());

    [Fact]
    public void Archive_tiers_of_a_bucket_itself_have_the_same_bounds() => Assert.Contains(
        "intelligentTieringConfigurations[0].tierings[1].days is 60 for ARCHIVE_ACCESS, expected 90 to 730",
        Policy.On(new Native.BucketProps
        {
            IntelligentTieringConfigurations =
                [new() { Tierings = [new() { AccessTier = "DEEP_ARCHIVE_ACCESS", Days = 180 }, new() { AccessTier = "ARCHIVE_ACCESS", Days = 60 }] }],
        }).Violation());

    [Fact]
    public void Days_that_cannot_decide_need_not_be_known()
    {
        var unknown = Known<int?>.Unknown;
        Policy.On(With(Rule("a") with { Transitions = [To("INTELLIGENT_TIERING", unknown)] })).ShouldBeCompliant();
        Policy.On(With(Rule("a") with { Transitions = [To("GLACIER", unknown)] })).ShouldBeCompliant();
        Policy.On(With(Rule("a") with { Transitions = [To("INTELLIGENT_TIERING", 0)], Expiration = new() { Days = unknown } })).ShouldBeCompliant();
        Policy.On(With(Rule("a") with { Transitions = [To("INTELLIGENT_TIERING", 7)], Expiration = new() { Days = unknown } })).ShouldBeUnknown(
            "rules[0].expiration.days");
        Policy.On(With(Rule("a") with { Transitions = [To("STANDARD_IA", 7)], Expiration = new() { Days = unknown } })).Violation();
        Policy.On(new BucketLifecycleConfigurationProps
        {
            Rules = [Rule("a") with { Transitions = [new() { Days = 30, StorageClass = Known<string>.Unknown }] }],
        }).ShouldBeCompliant();
    }

    [Fact]
    public void What_may_come_too_soon_after_another_move_is_unknown()
    {
        Policy.On(With(Rule("a") with { Transitions = [new() { Days = 30, StorageClass = Known<string>.Unknown }, To("GLACIER", 45)] }))
            .ShouldBeUnknown("rules[0].transitions[0].storageClass");
        Policy.On(With(Rule("a") with { Transitions = [To("STANDARD_IA", 30), To("GLACIER", Known<int?>.Unknown)] }))
            .ShouldBeUnknown("rules[0].transitions[1].days");
    }

    [Fact]
    public void What_decides_and_is_not_known_yet_is_unknown()
    {
        Policy.On(With(Rule("a") with { Transitions = [To("STANDARD_IA", Known<int?>.Unknown)] })).ShouldBeUnknown("rules[0].transitions[0].days");
        Policy.On(new BucketLifecycleConfigurationProps { Rules = ViewList<BucketLifecycleConfigurationRuleProps>.Unknown }).ShouldBeUnknown("rules");
        Policy.On(new BucketIntelligentTieringConfigurationProps
        {
            Tierings = ViewList<BucketIntelligentTieringConfigurationTieringProps>.Unknown,
        }).ShouldBeUnknown("tierings");
    }
}
