using Policies.Workloads;
using Policies.Workloads.Resources;
using Aws = ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.S3;

/// <summary>The lifecycle rules of a bucket, or of a configuration for one.</summary>
/// <param name="Path">The property that holds them.</param>
/// <param name="IsUnknown">Whether the list itself is not known before deployment.</param>
/// <param name="Rules">The rules in it.</param>
internal sealed record LifecycleRules(PropertyPath Path, bool IsUnknown, ImmutableArray<LifecycleRule> Rules)
{
    /// <summary>The types that hold lifecycle rules.</summary>
    public static IReadOnlyCollection<string> ResourceTypes { get; } =
    [
        .. Aws.BucketLifecycleConfigurationProps.ResourceTypes,
        .. Aws.BucketLifecycleConfigurationV2Props.ResourceTypes,
        .. Aws.BucketProps.ResourceTypes,
        .. Aws.BucketV2Props.ResourceTypes,
        .. Native.BucketProps.ResourceTypes,
    ];

    /// <summary>The rules of a resource of one of these types.</summary>
    public static LifecycleRules In(PolicyResource resource) =>
        StackLifecycle.From(resource)?.Rules ?? StackBucket.From(resource)!.Inline;

    public static LifecycleRules Of(Aws.BucketLifecycleConfigurationProps config) => From(
        config.Rules, ViewReading.PathOf(config.Rules), (rule, path) => new(
            StackBucket.IsEnabled(ViewReading.Setting(rule.Status, path)),
            RuleTerms.Of(rule, path)));

    public static LifecycleRules Of(Aws.BucketLifecycleConfigurationV2Props config) => From(
        config.Rules, ViewReading.PathOf(config.Rules), (rule, path) => new(
            StackBucket.IsEnabled(ViewReading.Setting(rule.Status, path)),
            RuleTerms.Of(rule, path)));

    public static LifecycleRules Of(Aws.BucketProps bucket) => From(
        bucket.LifecycleRules, ViewReading.PathOf(bucket.LifecycleRules), (rule, path) => new(
            ViewReading.Setting(rule.Enabled, path),
            RuleTerms.Of(rule, path)));

    public static LifecycleRules Of(Aws.BucketV2Props bucket) => From(
        bucket.LifecycleRules, ViewReading.PathOf(bucket.LifecycleRules), (rule, path) => new(
            ViewReading.Setting(rule.Enabled, path),
            RuleTerms.Of(rule, path)));

    public static LifecycleRules Of(Native.BucketProps bucket) => From(
        bucket.LifecycleConfiguration.Rules, ViewReading.PathOf(bucket.LifecycleConfiguration.Rules), (rule, path) => new(
            StackBucket.IsEnabled(ViewReading.Setting(rule.Status, path)),
            RuleTerms.Of(rule, path)));

    /// <summary>Whether a rule that does something is in force; null where that is not known before deployment.</summary>
    /// <param name="mustFree">Whether only rules count that expire or move objects.</param>
    public bool? Apply(bool mustFree) => IsUnknown
        ? null
        : Counted(mustFree).Select(rule => rule.IsEnabled.Known).Aggregate(
            (bool?)false, (any, isEnabled) => any | (isEnabled.IsUnknown ? null : isEnabled.Value == true));

    /// <summary>The property that must be known to tell whether such a rule is in force.</summary>
    public PropertyPath UnknownPath(bool mustFree) =>
        IsUnknown ? Path : Counted(mustFree).First(rule => rule.IsEnabled.Known.IsUnknown).IsEnabled.Path;

    /// <summary>The same, where unknown means that there are none.</summary>
    public LifecycleRules UnknownIsAbsent() => IsUnknown ? this with { IsUnknown = false } : this;

    private IEnumerable<LifecycleRule> Counted(bool mustFree) =>
        Rules.Where(rule => mustFree ? rule.Terms.FreesStorage : rule.Terms.DoesSomething);

    private static LifecycleRules From<TView>(ViewList<TView> list, PropertyPath path, Func<TView, PropertyPath, LifecycleRule> read)
        where TView : struct, IPropertyView<TView>
    {
        var rules = ImmutableArray.CreateBuilder<LifecycleRule>();
        foreach (var rule in list)
        {
            rules.Add(read(rule, path.Element(rules.Count)));
        }

        return new(path, list.IsUnknown, rules.ToImmutable());
    }
}

/// <summary>One rule.</summary>
/// <param name="IsEnabled">Whether it is in force.</param>
/// <param name="Terms">What it does.</param>
internal readonly record struct LifecycleRule(Setting<bool?> IsEnabled, RuleTerms Terms);
