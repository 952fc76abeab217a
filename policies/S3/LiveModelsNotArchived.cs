using Policies.Packs;
using Policies.Workloads;

namespace Policies.S3;

/// <summary>
/// What an endpoint may load can be read at any time: an archived model fails the next scale-out, instance replacement or first call.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html</remarks>
internal sealed class LiveModelsNotArchived : StackPolicy
{
    public override PolicyInfo Info { get; } = new()
    {
        Name = "live-models-not-archived",
        DisplayName = "Models in use are not archived",
        Description = "No lifecycle rule moves what an endpoint loads to a class that needs a restore.",
        Severity = Severity.High,
        Remediation = "Move archived models to a prefix of their own, or use GLACIER_IR or INTELLIGENT_TIERING, which are read at once.",
        Url = PolicyPages.Of("live-models-not-archived"),
        Tags = ["s3", "sagemaker", "reliability", PolicyTags.Irreversible],
        Config = new(),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var storage = StackStorage.Of(context);
        var models = new ModelData(context.Resources, storage.Buckets);
        return (
            from bucket in storage.Buckets
            let loaded = models.PerhapsIn(bucket).ToArray()
            where loaded.Length > 0
            from source in storage.RulesOf(bucket).Concat(storage.TieringsOf(bucket))
            from verdict in Judge(source, loaded)
            where !verdict.Verdict.IsCompliant
            select verdict).Distinct();
    }

    private static IEnumerable<ResourceVerdict> Judge(BucketRules source, LoadedModel[] loaded) => source.Rules.IsUnknown
        ? [new(source.Resource, Verdict.Unknown(source.Rules.Path.ToString()))]
        :
            from rule in source.Rules.Rules
            where rule.IsEnabled.Known is { IsUnknown: true } or { Value: true }
            from move in rule.Terms.Transitions
            where move.Class.Known.IsUnknown || StorageClasses.NeedsRestore(move.Class.Known.Value) || StorageClasses.IsArchiveTier(move.Class.Known.Value)
            from model in loaded
            select Judge(source, rule, move.Class, model);

    private static ResourceVerdict Judge(BucketRules source, LifecycleRule rule, Setting<string> storageClass, LoadedModel model)
    {
        var (terms, location) = (rule.Terms, model.Location);
        if (location.Url.Known.IsUnknown)
        {
            return new(model.Resource, Verdict.Unknown(location.Url.Path.ToString()));
        }

        if (terms.Prefix.Known.IsUnknown)
        {
            return new(source.Resource, Verdict.Unknown(terms.Prefix.Path.ToString()));
        }

        return location.Overlaps(terms.Prefix.Known.Value ?? "") switch
        {
            { IsUnknown: true } => new(model.Resource, Verdict.Unknown(location.IsPrefix.Path.ToString())),
            { Value: not true } => new(model.Resource, Verdict.Compliant),
            _ => new(source.Resource, JudgeOverlap(source, rule, storageClass, model)),
        };
    }

    /// <summary>The verdict on a rule for what a model loads.</summary>
    private static Verdict JudgeOverlap(BucketRules source, LifecycleRule rule, Setting<string> storageClass, LoadedModel model)
    {
        var found = $"{source.Resource.Name}: {storageClass.Path} is {storageClass.Known} for {rule.Terms.ShownPrefix}, from where "
            + $"{model.Resource.Name} loads {model.Location.Url.Known}";
        return source switch
        {
            { OpenBucket: { } open } => Verdict.Unknown(open.ToString()),
            _ when storageClass.Known.IsUnknown => Verdict.Unknown(storageClass.Path.ToString()),
            _ when rule.IsEnabled.Known.IsUnknown => Verdict.Unknown(rule.IsEnabled.Path.ToString()),
            _ when StorageClasses.IsArchiveTier(storageClass.Known.Value) => Verdict.Warning(
                $"{found}: what is in Intelligent-Tiering and nobody reads for so long cannot be read without a restore. Use no archive tier for "
                + "what an endpoint loads, or narrow the filter to another prefix."),
            _ when rule.Terms.IsNarrowed => Verdict.Warning(
                $"{found}: the rule is narrowed by tags or sizes. If what is loaded has them, it cannot be read without a restore once it is "
                + "archived."),
            _ => Verdict.Violation(
                $"{found}: an archived model cannot be read without a restore. Use GLACIER_IR or INTELLIGENT_TIERING, or archive under "
                + "another prefix."),
        };
    }
}
