using Policies.Packs;
using ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.S3;

/// <summary>Lifecycle rules that S3 accepts, and that do not cost more than they save.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html</remarks>
internal sealed class LifecycleValid : ResourcePolicy
{
    private const int MaxRules = 1000;
    private const int MaxIdLength = 255;

    public override PolicyInfo Info { get; } = new()
    {
        Name = "lifecycle-valid",
        DisplayName = "Lifecycle rules are valid",
        Description = "S3 accepts the lifecycle rules.",
        Severity = Severity.Medium,
        Remediation = "Change the days or the filter that the message names.",
        Url = PolicyPages.Of("lifecycle-valid"),
        Tags = ["s3", "cost", "storage", PolicyTags.Irreversible],
        Config = new(),
    };

    public override IReadOnlyCollection<string> ResourceTypes { get; } =
    [
        .. BucketLifecycleConfigurationProps.ResourceTypes,
        .. BucketLifecycleConfigurationV2Props.ResourceTypes,
        .. BucketProps.ResourceTypes,
        .. BucketV2Props.ResourceTypes,
        .. Native.BucketProps.ResourceTypes,
        .. BucketIntelligentTieringConfigurationProps.ResourceTypes,
    ];

    public override Verdict Check(ResourceContext context)
    {
        var resource = context.Resource;
        if (BucketIntelligentTieringConfigurationProps.ResourceTypes.Contains(resource.Type))
        {
            return Verdict.All(ArchiveTiers.Judge(BucketIntelligentTieringConfigurationProps.From(resource.InputsValue), resource.Name));
        }

        var rules = LifecycleRules.In(resource);
        return Verdict.All(
        [
            .. Judge(rules, resource.Name),
            .. Native.BucketProps.ResourceTypes.Contains(resource.Type)
                ? ArchiveTiers.Judge(Native.BucketProps.From(resource.InputsValue), resource.Name)
                : [],
        ]);
    }

    private static IEnumerable<Verdict> Judge(LifecycleRules rules, string name) => rules switch
    {
        { IsUnknown: true } => [Verdict.Unknown(rules.Path.ToString())],
        { Rules.Length: > MaxRules } =>
            [Verdict.Violation($"{name}: {rules.Path} has {rules.Rules.Length} rules, and S3 takes {MaxRules}. Join some.")],
        _ => rules.Rules.SelectMany(rule => Judge(rule.Terms, name)),
    };

    private static IEnumerable<Verdict> Judge(RuleTerms terms, string name)
    {
        if (terms.Id.Known.Value is { Length: > MaxIdLength } id)
        {
            yield return Verdict.Violation($"{name}: {terms.Id.Path} has {id.Length} characters, and S3 takes {MaxIdLength}. Shorten it.");
        }

        if (terms.FilterMembers > 1)
        {
            yield return Verdict.Violation(
                $"{name}: {terms.Path}.filter has {terms.FilterMembers} members, and S3 takes one. Put them into its member and.");
        }

        if (terms.HasPrefixBesideFilter)
        {
            yield return Verdict.Violation($"{name}: {terms.Path} has both a prefix and a filter, and S3 takes one. Put the prefix into the filter.");
        }

        if (terms is { RemovesDeleteMarkers: true, Expires: true })
        {
            yield return Verdict.Violation(
                $"{name}: {terms.Path}.expiration has both days or a date and expiredObjectDeleteMarker. Give the marker a rule of its own.");
        }

        if (terms is { Expires: true, Prefix.Known: { IsUnknown: false, Value: null or "" }, IsNarrowed: false })
        {
            yield return Verdict.Warning($"{name}: {terms.Path} expires everything in the bucket. If that is not meant, give it a prefix.");
        }

        foreach (var verdict in new LifecycleMoves(terms.Transitions, terms.ExpirationDays, "object").Judge(name)
            .Concat(new LifecycleMoves(terms.NoncurrentTransitions, terms.NoncurrentExpirationDays, "noncurrent version").Judge(name)))
        {
            yield return verdict;
        }
    }
}
