using Policies.Money;
using Policies.Packs;

namespace Policies.S3;

/// <summary>Makes every bucket forget: checkpoints and old models are billed until something deletes or tiers them.</summary>
internal sealed class BucketLifecycleRequired : StackPolicy
{
    private const string MustFree = "requireExpirationOrTransition";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "bucket-lifecycle-required",
        DisplayName = "Buckets have lifecycle rules",
        Description = "Every bucket has a lifecycle rule that is enabled.",
        Severity = Severity.Medium,
        Remediation = "Add an aws.s3.BucketLifecycleConfiguration for the bucket (aws-native: lifecycleConfiguration) with at least one "
            + "rule whose status is Enabled, such as one that expires checkpoints/ after 30 days.",
        Url = PolicyPages.Of("bucket-lifecycle-required"),
        Tags = ["s3", "cost", "storage"],
        Config = new(PolicySetting.Flag(
            MustFree,
            "Whether only rules count that expire or move objects, not those that just end multipart uploads.",
            byDefault: false)),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var mustFree = context.Config[MustFree].AsBool() == true;
        var storage = StackStorage.Of(context);
        return storage.Buckets
            .SelectMany(bucket => Check(bucket, [.. storage.Join.For(bucket)], storage.Join.PerhapsFor(bucket).FirstOrDefault(), mustFree, context.Stack))
            .Distinct();
    }

    private static ResourceVerdict[] Check(
        StackBucket bucket, ImmutableArray<StackLifecycle> own, StackLifecycle? perhaps, bool mustFree, StackInfo stack)
    {
        (PolicyResource Resource, LifecycleRules Rules)[] sources =
            [(bucket.Resource, bucket.Inline), .. own.Select(lifecycle => (lifecycle.Resource, lifecycle.Rules))];
        var answers = sources.Select(source => source.Rules.Apply(mustFree)).ToArray();
        if (answers.Contains(true))
        {
            return [];
        }

        ResourceVerdict[] unknowns =
        [
            .. sources.Where((_, i) => answers[i] is null)
                .Select(source => new ResourceVerdict(source.Resource, Verdict.Unknown(source.Rules.UnknownPath(mustFree).ToString()))),
            .. perhaps is null ? [] : (ResourceVerdict[])[new(perhaps.Resource, Verdict.Unknown(perhaps.Bucket.Path.ToString()))],
        ];
        return unknowns.Length > 0 ? unknowns : [new(bucket.Resource, Verdict.Violation(Message(bucket, own, mustFree) + StorageMoney.Kept(bucket.Resource, stack)))];
    }

    private static string Message(StackBucket bucket, ImmutableArray<StackLifecycle> own, bool mustFree)
    {
        var wanted = mustFree ? "an Enabled one that expires or moves objects" : "an Enabled one";
        string[] found =
        [
            .. bucket.Inline.Rules.IsEmpty ? [] : (string[])[$"{bucket.Inline.Path} has {Described(bucket.Inline)}"],
            .. own.Select(lifecycle => $"{lifecycle.Resource.Name} has {Described(lifecycle.Rules)}"),
        ];
        var what = found.Length == 0
            ? "no lifecycle configuration of this stack is for it, and it has no rules of its own"
            : string.Join(" and ", found);
        return $"{bucket.Resource.Name}: {what}, expected {wanted}. Add a rule to a BucketLifecycleConfiguration of this bucket "
            + "(aws-native: lifecycleConfiguration), such as expiring checkpoints/ after 30 days.";
    }

    private static string Described(LifecycleRules rules) => rules.Rules switch
    {
        { IsEmpty: true } => "no rules",
        var all when all.All(rule => rule.IsEnabled.Known.Value != true) => "only Disabled rules",
        var all when all.Any(rule => rule.IsEnabled.Known.Value == true && rule.Terms.DoesSomething) => "only rules that end multipart uploads",
        _ => "no Enabled rule with an action (to expire, move or abort something)",
    };
}
