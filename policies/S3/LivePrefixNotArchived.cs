using Policies.Packs;
using Policies.Workloads;

namespace Policies.S3;

/// <summary>
/// Where models in use lie is known by convention, before any endpoint is: a rule that archives there fails the next one that loads.
/// </summary>
/// <remarks>
/// <see cref="LiveModelsNotArchived"/> finds what the models of the stack load, wherever that is. This policy sees one resource, which is
/// why it can repair it. https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
/// </remarks>
internal sealed class LivePrefixNotArchived : ResourcePolicy
{
    private const string LivePrefixes = "livePrefixes";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "live-prefix-not-archived",
        DisplayName = "Prefixes of models in use are not archived",
        Description = "No lifecycle rule moves objects of a live prefix to a class that needs a restore.",
        Severity = Severity.High,
        Remediation = "Archive under another prefix, or use GLACIER_IR or INTELLIGENT_TIERING, which are read at once. With the level "
            + "remediate the class becomes GLACIER_IR.",
        Url = PolicyPages.Of("live-prefix-not-archived"),
        Tags = ["s3", "sagemaker", "reliability", PolicyTags.Irreversible],
        Config = new(PolicySetting.Texts(LivePrefixes, "Prefixes of keys below which endpoints load models.", "models/live/")),
    };

    public override IReadOnlyCollection<string> ResourceTypes => LifecycleRules.ResourceTypes;

    public override bool CanRemediate => true;

    public override Verdict Check(ResourceContext context)
    {
        var rules = LifecycleRules.In(context.Resource);
        return rules.IsUnknown ? Verdict.Unknown(rules.Path.ToString()) : Verdict.All(rules.Rules.Select(rule => Judge(rule, context)));
    }

    public override PropertyMap? Remediate(ResourceContext context)
    {
        var isViolated = LifecycleRules.In(context.Resource).Rules.Select(rule => Judge(rule, context).IsViolation).ToArray();
        return isViolated.Contains(true) ? InstantRetrieval.In(context.Resource, isViolated) : null;
    }

    private static Verdict Judge(LifecycleRule rule, ResourceContext context)
    {
        var prefix = rule.Terms.Prefix;
        string[] live =
        [
            .. Prefixes(context.Config[LivePrefixes])
                .Where(live => prefix.Known.IsUnknown || Overlap(prefix.Known.Value ?? "", live)),
        ];
        return rule.IsEnabled.Known is { IsUnknown: false, Value: not true } || live.Length == 0
            ? Verdict.Compliant
            : Verdict.All(rule.Terms.Transitions.Select(move => Judge(rule, move.Class, live, context.Resource.Name)));
    }

    private static Verdict Judge(LifecycleRule rule, Setting<string> storageClass, string[] live, string resource) => storageClass.Known switch
    {
        { IsUnknown: true } => Verdict.Unknown(storageClass.Path.ToString()),
        { Value: var name } when !StorageClasses.NeedsRestore(name) => Verdict.Compliant,
        _ when rule.Terms.Prefix.Known.IsUnknown => Verdict.Unknown(rule.Terms.Prefix.Path.ToString()),
        _ when rule.IsEnabled.Known.IsUnknown => Verdict.Unknown(rule.IsEnabled.Path.ToString()),
        _ when rule.Terms.IsNarrowed => Verdict.Warning(
            $"{Found(rule, storageClass, live, resource)}: the rule is narrowed by tags or sizes. If a model in use has them, it cannot be "
            + "read without a restore once it is archived."),
        _ => Verdict.Violation(
            $"{Found(rule, storageClass, live, resource)}: an archived model cannot be read without a restore. Use GLACIER_IR or "
            + "INTELLIGENT_TIERING, or archive under another prefix."),
    };

    private static string Found(LifecycleRule rule, Setting<string> storageClass, string[] live, string resource) =>
        $"{resource}: {storageClass.Path} is {storageClass.Known} for {rule.Terms.ShownPrefix}, where models in use lie ({string.Join(", ", live)})";

    /// <summary>Whether a rule for one prefix moves objects of the other.</summary>
    private static bool Overlap(string prefix, string live) =>
        live.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(live, StringComparison.Ordinal);

    private static List<string> Prefixes(PropertyValue setting)
    {
        var prefixes = new List<string>();
        foreach (var item in setting.Items)
        {
            prefixes.Add(item.AsString()!);
        }

        return prefixes;
    }
}
