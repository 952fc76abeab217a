using Policies.S3;
using ResourceViews.Aws.S3;
using static Policies.Tests.S3.Storage;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.Tests.S3;

public class LivePrefixNotArchivedTests
{
    private static readonly LivePrefixNotArchived Policy = new();

    [Theory]
    [InlineData("models/live/")]
    [InlineData("models/live/ranking/")]
    [InlineData("models/")]
    [InlineData("")]
    public void A_rule_that_archives_a_live_prefix_is_a_violation(string prefix) =>
        Assert.Contains("where models in use lie (models/live/)", Policy.On(Archiving(prefix)).Violation(), StringComparison.Ordinal);

    [Theory]
    [InlineData("models/archive/", "GLACIER")]
    [InlineData("models/live/", "GLACIER_IR")]
    [InlineData("models/live/", "INTELLIGENT_TIERING")]
    public void Another_prefix_or_class_is_not(string prefix, string storage) => Policy.On(Archiving(prefix, storage)).ShouldBeCompliant();

    [Fact]
    public void A_disabled_rule_moves_nothing() =>
        Policy.On(Config(Rule("models/") with { Status = "Disabled", Transitions = [new() { StorageClass = "GLACIER" }] })).ShouldBeCompliant();

    /// <summary>Whether what lies there has the tag or the size cannot be seen, and a deliberate archive of tagged objects is no mistake.</summary>
    [Fact]
    public void A_rule_that_is_narrowed_by_tags_or_sizes_is_a_warning_and_left_as_it_is()
    {
        var tagged = Archive("models/") with { Filter = new() { Tag = new() { Key = "tier", Value = "cold" } } };
        var large = Archive("models/") with { Filter = new() { ObjectSizeGreaterThan = 5_368_709_120 } };

        Assert.Contains("narrowed by tags or sizes", Policy.On(Config(tagged)).Warning());
        Assert.Contains("narrowed by tags or sizes", Policy.On(Config(large)).Warning());
        Assert.Null(Remediation(Config(tagged, large)));
    }

    [Fact]
    public void Which_prefixes_are_live_is_a_setting() => Policy
        .On(Archiving("models/live/"), PropertyMap.Of(("livePrefixes", new[] { "serving/" }))).ShouldBeCompliant();

    [Fact]
    public void What_decides_and_is_not_known_yet_is_unknown()
    {
        Policy.On(Archiving("models/", Known<string>.Unknown)).ShouldBeUnknown("rules[0].transitions[0].storageClass");
        Policy.On(Archiving(Known<string>.Unknown)).ShouldBeUnknown("rules[0].filter.prefix");
        Policy.On(Config(Archive("models/") with { Status = Known<string>.Unknown })).ShouldBeUnknown("rules[0].status");
        Policy.On(new BucketLifecycleConfigurationProps { Rules = ViewList<BucketLifecycleConfigurationRuleProps>.Unknown }).ShouldBeUnknown("rules");
    }

    [Fact]
    public void What_cannot_change_the_answer_need_not_be_known() =>
        Policy.On(Archiving("checkpoints/", Known<string>.Unknown)).ShouldBeCompliant();

    [Fact]
    public void Remediation_moves_to_a_class_that_is_read_at_once_and_leaves_every_other_rule() => Assert.Equal(
        Config(Rule("checkpoints/"), Archive("models/", "GLACIER_IR"), Archive("models/archive/")),
        Policy.Remediated(Config(Rule("checkpoints/"), Archive("models/"), Archive("models/archive/"))));

    /// <summary>A rule names a class once, and nothing leads from <c>ONEZONE_IA</c> to <c>GLACIER_IR</c>.</summary>
    [Theory]
    [InlineData(new[] { "DEEP_ARCHIVE@180", "GLACIER@90" }, new[] { "GLACIER_IR@90" })]
    [InlineData(new[] { "STANDARD_IA@30", "GLACIER@90", "DEEP_ARCHIVE@180" }, new[] { "STANDARD_IA@30", "GLACIER_IR@90" })]
    [InlineData(new[] { "GLACIER_IR@30", "DEEP_ARCHIVE@180" }, new[] { "GLACIER_IR@30" })]
    [InlineData(new[] { "ONEZONE_IA@30", "GLACIER@90" }, new[] { "ONEZONE_IA@30" })]
    public void Remediation_leaves_a_rule_that_S3_takes(string[] before, string[] after) =>
        Assert.Equal(Moving(after), Policy.Remediated(Moving(before)));

    [Fact]
    public void Every_type_that_holds_rules_is_remediated()
    {
        Assert.Equal("GLACIER_IR", Policy.Remediated(new BucketProps
        {
            LifecycleRules = [new() { Enabled = true, Prefix = "models/", Transitions = [new() { Days = 90, StorageClass = "GLACIER" }] }],
        }).LifecycleRules[0].Transitions[0].StorageClass.Value);
        Assert.Equal("GLACIER_IR", Policy.Remediated(new BucketV2Props
        {
            LifecycleRules = [new() { Enabled = true, Prefix = "models/", Transitions = [new() { Days = 90, StorageClass = "GLACIER" }] }],
        }).LifecycleRules[0].Transitions[0].StorageClass.Value);
        Assert.Equal("GLACIER_IR", Policy.Remediated(new BucketLifecycleConfigurationV2Props
        {
            Rules = [new() { Status = "Enabled", Filter = new() { Prefix = "models/" }, Transitions = [new() { Days = 90, StorageClass = "GLACIER" }] }],
        }).Rules[0].Transitions[0].StorageClass.Value);
        var native = Policy.Remediated(new Native.BucketProps
        {
            LifecycleConfiguration = new()
            {
                Rules =
                [
                    new() { Status = "Enabled", Prefix = "models/", Transition = new() { TransitionInDays = 90, StorageClass = "GLACIER" } },
                    new() { Status = "Enabled", Prefix = "models/", Transitions = [new() { TransitionInDays = 90, StorageClass = "GLACIER" }] },
                ],
            },
        });
        Assert.Equal("GLACIER_IR", native.LifecycleConfiguration.Rules[0].Transition.StorageClass.Value);
        Assert.Equal("GLACIER_IR", native.LifecycleConfiguration.Rules[1].Transitions[0].StorageClass.Value);
    }

    [Fact]
    public void Unknown_and_secret_values_of_a_remediated_resource_stay()
    {
        var remediated = Policy.Remediated(Config(Archive("models/") with { Id = Known<string>.Secret("hush-hush") }) with { Bucket = Known<string>.Unknown });

        Assert.True(remediated.Bucket.IsUnknown);
        Assert.Equal(Known<string>.Secret("hush-hush"), remediated.Rules[0].Id);
        Assert.Equal("GLACIER_IR", remediated.Rules[0].Transitions[0].StorageClass.Value);
    }

    [Fact]
    public void A_resource_that_is_right_or_not_known_is_returned_untouched()
    {
        Assert.Null(Remediation(Archiving("models/archive/")));
        Assert.Null(Remediation(Archiving("models/", Known<string>.Unknown)));
        Assert.Null(Remediation(new BucketLifecycleConfigurationProps { Rules = ViewList<BucketLifecycleConfigurationRuleProps>.Unknown }));
    }

    private static PropertyMap? Remediation(BucketLifecycleConfigurationProps config) => Policy.Remediate(new(
        Resource("data-lifecycle", config), new(PropertyMap.Of(("livePrefixes", new[] { "models/live/" }))), StackInfo.Unspecified));

    private static BucketLifecycleConfigurationProps Archiving(Known<string> prefix) =>
        Config(Archive("models/") with { Filter = new() { Prefix = prefix } });

    private static BucketLifecycleConfigurationProps Archiving(string prefix, Known<string>? storage = null) =>
        Config(Archive(prefix, storage));

    private static BucketLifecycleConfigurationProps Config(params BucketLifecycleConfigurationRuleProps[] rules) => new() { Rules = [.. rules] };

    private static BucketLifecycleConfigurationProps Moving(string[] moves) => Config(Rule("models/") with
    {
        Transitions =
        [
            .. moves.Select(move => move.Split('@') is [var name, var days]
                ? new BucketLifecycleConfigurationRuleTransitionProps { Days = int.Parse(days), StorageClass = name }
                : default),
        ],
    });

    private static BucketLifecycleConfigurationRuleProps Archive(string prefix, Known<string>? storage = null) => Rule(prefix) with
    {
        Transitions = [new() { Days = 90, StorageClass = storage ?? "GLACIER" }],
    };
}
