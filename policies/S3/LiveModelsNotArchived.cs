using Policies.Packs;
using Policies.Workloads;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.Sagemaker;
using Native = ResourceViews.AwsNative.SageMaker;

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
        var models = new ModelData(
            from resource in context.Resources
            from data in DataOf(resource)
            select (resource, data));
        var archiving = (
            from bucket in storage.Buckets
            let rules = Archiving(bucket, storage).ToArray()
            where rules.Length > 0
            select (Bucket: bucket, Rules: rules)).ToArray();
        var judged =
            from bucket in archiving
            from rule in bucket.Rules
            from model in models.PerhapsIn(bucket.Bucket)
            select Judge(rule, bucket.Bucket, model.Model, model.Data);
        var undecided = archiving.Length == 0 ? [] : models.FromAnywhere.Select(model => Undecided(model.Model, model.Data));
        return judged.Where(verdict => !verdict.Verdict.IsCompliant).Concat(undecided).Distinct();
    }

    /// <summary>The rules in force that move objects of a bucket to an archive.</summary>
    private static IEnumerable<(PolicyResource Resource, RuleTerms Terms, Setting<string> Class)> Archiving(StackBucket bucket, StackStorage storage) =>
        from source in storage.RulesOf(bucket)
        from rule in source.Rules.Rules
        where rule.IsEnabled.Known is { IsUnknown: true } or { Value: true }
        from transition in rule.Terms.Transitions
        where StorageClasses.NeedsRestore(transition.Class.Known.Value)
        select (source.Resource, rule.Terms, transition.Class);

    private static ResourceVerdict Judge(
        (PolicyResource Resource, RuleTerms Terms, Setting<string> Class) rule, StackBucket bucket, PolicyResource model, Setting<string> data) =>
        IsArchived(rule.Terms, bucket, data) switch
        {
            true => new(rule.Resource, Verdict.Violation(
                $"{rule.Resource.Name}: {rule.Class.Path} is {rule.Class.Known} for {rule.Terms.ShownPrefix}, from where {model.Name} loads "
                + $"{data.Known}: an archived model cannot be read without a restore. Use GLACIER_IR or INTELLIGENT_TIERING, or archive under "
                + "another prefix.")),
            null => Undecided(model, data),
            false => new(model, Verdict.Compliant),
        };

    private static ResourceVerdict Undecided(PolicyResource model, Setting<string> data) => new(model, Verdict.Unknown(data.Path.ToString()));

    private static bool? IsArchived(RuleTerms terms, StackBucket bucket, Setting<string> data)
    {
        if (data.Known.IsUnknown)
        {
            return null;
        }

        var key = data.Known.Value![(ModelData.Scheme.Length + bucket.Name.Value!.Length + 1)..];
        return terms.Prefix.Known switch
        {
            { IsUnknown: true } => null,
            { Value: null } => true,
            // A multi-model endpoint loads whatever is below its prefix.
            { Value: var prefix } => key.StartsWith(prefix, StringComparison.Ordinal)
                || (key.EndsWith('/') && prefix.StartsWith(key, StringComparison.Ordinal)),
        };
    }

    /// <summary>Where a model's data is loaded from.</summary>
    private static IEnumerable<Setting<string>> DataOf(PolicyResource resource)
    {
        if (Aws.ModelProps.ResourceTypes.Contains(resource.Type))
        {
            var model = Aws.ModelProps.From(resource.InputsValue);
            return Set([
                Setting(model.PrimaryContainer.ModelDataUrl),
                .. Each(model.Containers, (container, at) => Setting(container.ModelDataUrl, at)),
            ]);
        }

        if (Native.ModelProps.ResourceTypes.Contains(resource.Type))
        {
            var model = Native.ModelProps.From(resource.InputsValue);
            return Set([
                Setting(model.PrimaryContainer.ModelDataUrl),
                .. Each(model.Containers, (container, at) => Setting(container.ModelDataUrl, at)),
            ]);
        }

        return [];
    }

    private static IEnumerable<Setting<string>> Set(IEnumerable<Setting<string>> settings) =>
        settings.Where(setting => setting.Known is { IsUnknown: true } or { Value: not null });
}
