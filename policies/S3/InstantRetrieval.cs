using ResourceViews.Aws.S3;
using static Policies.S3.StorageClasses;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.S3;

/// <summary>Has lifecycle rules move objects to <c>GLACIER_IR</c> where they moved them to an archive that needs a restore.</summary>
internal static class InstantRetrieval
{
    /// <summary>The inputs of a resource whose marked rules are changed so.</summary>
    public static PropertyMap In(PolicyResource resource, bool[] isMarked) => (resource.Type switch
    {
        var type when Native.BucketProps.ResourceTypes.Contains(type) =>
            In(Native.BucketProps.From(resource.InputsValue), isMarked).ToProperty(),
        var type when BucketProps.ResourceTypes.Contains(type) => In(BucketProps.From(resource.InputsValue), isMarked).ToProperty(),
        _ => In(BucketLifecycleConfigurationProps.From(resource.InputsValue), isMarked).ToProperty(),
    }).Members;

    private static BucketLifecycleConfigurationProps In(BucketLifecycleConfigurationProps config, bool[] isMarked) => config with
    {
        Rules = Marked(config.Rules, isMarked, rule => rule with
        {
            Transitions = Instant(
                rule.Transitions, move => (move.StorageClass, move.Days), move => move with { StorageClass = GlacierInstant }),
        }),
    };

    private static BucketProps In(BucketProps bucket, bool[] isMarked) => bucket with
    {
        LifecycleRules = Marked(bucket.LifecycleRules, isMarked, rule => rule with
        {
            Transitions = Instant(
                rule.Transitions, move => (move.StorageClass, move.Days), move => move with { StorageClass = GlacierInstant }),
        }),
    };

    private static Native.BucketProps In(Native.BucketProps bucket, bool[] isMarked) => bucket with
    {
        LifecycleConfiguration = bucket.LifecycleConfiguration with
        {
            Rules = Marked(bucket.LifecycleConfiguration.Rules, isMarked, In),
        },
    };

    /// <summary>A rule of <c>aws-native</c> has one transition, or a list of them.</summary>
    private static Native.BucketRuleProps In(Native.BucketRuleProps rule) => NeedsRestore(rule.Transition.StorageClass.Value)
        ? rule with { Transition = rule.Transition with { StorageClass = GlacierInstant } }
        : rule with
        {
            Transitions = Instant(
                rule.Transitions, move => (move.StorageClass, move.TransitionInDays), move => move with { StorageClass = GlacierInstant }),
        };

    private static ViewList<TRule> Marked<TRule>(ViewList<TRule> rules, bool[] isMarked, Func<TRule, TRule> change)
        where TRule : struct, IPropertyView<TRule> => [.. rules.Select((rule, index) => isMarked[index] ? change(rule) : rule)];

    /// <summary>
    /// The first move to an archive leads to <c>GLACIER_IR</c>, and further ones fall away; the first one too where the rule has come to
    /// <c>GLACIER_IR</c> already, or to <c>ONEZONE_IA</c>, from where nothing leads there.
    /// </summary>
    private static ViewList<TMove> Instant<TMove>(
        ViewList<TMove> moves, Func<TMove, (Known<string> Class, Known<int?> Days)> read, Func<TMove, TMove> change)
        where TMove : struct, IPropertyView<TMove>
    {
        TMove[] all = [.. moves];
        var isReached = Array.Exists(all, move => read(move).Class.Value is GlacierInstant or OneZone);
        var first = Enumerable.Range(0, all.Length)
            .Where(index => !isReached && NeedsRestore(read(all[index]).Class.Value))
            .OrderBy(index => read(all[index]).Days.Value ?? int.MaxValue)
            .Select(index => (int?)index)
            .FirstOrDefault();
        return
        [
            .. all.Select((move, index) => index == first ? change(move) : move)
                .Where(move => !NeedsRestore(read(move).Class.Value)),
        ];
    }
}
