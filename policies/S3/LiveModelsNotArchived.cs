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
    private const string Scheme = "s3://";

    private static readonly string[] Archives = ["GLACIER", "DEEP_ARCHIVE"];

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
        var storage = new StackStorage(context.Resources);
        var models = context.Resources.SelectMany(resource => DataOf(resource).Select(data => (Resource: resource, Data: data))).ToArray();
        return storage.Buckets.SelectMany(bucket => Archiving(bucket, storage)
            .SelectMany(rule => models.Select(model => Judge(rule, bucket, model.Resource, model.Data))))
            .Where(verdict => !verdict.Verdict.IsCompliant)
            .Distinct();
    }

    /// <summary>The rules in force that move objects of a bucket to an archive.</summary>
    private static IEnumerable<(PolicyResource Resource, RuleTerms Terms, Setting<string> Class)> Archiving(StackBucket bucket, StackStorage storage) =>
        from source in storage.RulesOf(bucket)
        from rule in source.Rules.Rules
        where rule.IsEnabled.Known is { IsUnknown: true } or { Value: true }
        from transition in rule.Terms.Transitions
        where Archives.Contains(transition.Class.Known.Value)
        select (source.Resource, rule.Terms, transition.Class);

    private static ResourceVerdict Judge(
        (PolicyResource Resource, RuleTerms Terms, Setting<string> Class) rule, StackBucket bucket, PolicyResource model, Setting<string> data) =>
        IsArchived(rule.Terms, bucket, model, data) switch
        {
            true => new(rule.Resource, Verdict.Violation(
                $"{rule.Resource.Name}: {rule.Class.Path} is {rule.Class.Known} for {Shown(rule.Terms.Prefix.Known)}, from where {model.Name} loads "
                + $"{data.Known}: an archived model cannot be read without a restore. Use GLACIER_IR or INTELLIGENT_TIERING, or archive under "
                + "another prefix.")),
            null => new(model, Verdict.Unknown(data.Path.ToString())),
            false => new(model, Verdict.Compliant),
        };

    private static bool? IsArchived(RuleTerms terms, StackBucket bucket, PolicyResource model, Setting<string> data)
    {
        if (data.Known.IsUnknown)
        {
            // An archive in another bucket of the stack is not meant; of which one is known where the value came from.
            return model.PropertyDependencies.Values.SelectMany(urns => urns).ToArray() is { Length: > 0 } sources
                && !sources.Contains(bucket.Resource.Urn) ? false : null;
        }

        if (!bucket.Name.IsSet || data.Known.Value?.StartsWith($"{Scheme}{bucket.Name.Value}/", StringComparison.Ordinal) != true)
        {
            return false;
        }

        var key = data.Known.Value[(Scheme.Length + bucket.Name.Value!.Length + 1)..];
        return terms.Prefix.Known switch
        {
            { IsUnknown: true } => null,
            { Value: null } => true,
            // A multi-model endpoint loads whatever is below its prefix.
            { Value: var prefix } => key.StartsWith(prefix, StringComparison.Ordinal)
                || (key.EndsWith('/') && prefix.StartsWith(key, StringComparison.Ordinal)),
        };
    }

    private static string Shown(Known<string> prefix) => string.IsNullOrEmpty(prefix.Value) ? "the whole bucket" : prefix.ToString();

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
