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
        Remediation = "Change the days, the filter, the id or the action that the message names.",
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
        _ => rules.Rules.SelectMany(rule => Judge(rule.Terms, name)).Concat(SameIds(rules, name)),
    };

    private static IEnumerable<Verdict> SameIds(LifecycleRules rules, string name) =>
        from same in rules.Rules.Select(rule => rule.Terms.Id).Where(id => id.Known.Value is { Length: > 0 }).GroupBy(id => id.Known.Value)
        from again in same.Skip(1)
        select Verdict.Violation(
            $"{name}: {again.Path} is {again.Known}, as {same.First().Path} is, and S3 takes an id once. Give each rule an id of its own.");

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

        if (!terms.DoesSomething)
        {
            yield return Verdict.Violation(
                $"{name}: {terms.Path} has no action, and S3 takes no such rule. Let it expire, move or abort something, or remove it.");
        }

        if (terms is { HasTags: true, AbortsUploads: true })
        {
            yield return Verdict.Violation(
                $"{name}: {terms.Path} has both a filter by tags and an abort of uploads, and an upload has no tags. "
                + "Abort uploads in a rule of its own, without a filter by tags.");
        }

        if (terms is { HasTags: true, RemovesDeleteMarkers: true })
        {
            yield return Verdict.Violation(
                $"{name}: {terms.Path} has both a filter by tags and expiredObjectDeleteMarker, and a delete marker has no tags. "
                + "Remove markers in a rule of its own, without a filter by tags.");
        }

        if (terms is { ExpirationDays.Known.Value: < 1, RemovesDeleteMarkers: false })
        {
            yield return Verdict.Violation(
                $"{name}: {terms.ExpirationDays.Path} is {terms.ExpirationDays.Known}, expected 1 or more. Raise it.");
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
