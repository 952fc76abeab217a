using System.Globalization;
using Policies.Packs;
using ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.S3;

/// <summary>Lifecycle rules that S3 takes, and that do not cost more than they save.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html</remarks>
internal sealed class LifecycleValid : ResourcePolicy
{
    private const int MaxRules = 1000;
    private const int MaxIdLength = 255;
    private const int InfrequentAccessDays = 30;

    private static readonly string[] InfrequentAccess = ["STANDARD_IA", "ONEZONE_IA"];
    private static readonly string[] Archives = ["GLACIER", "DEEP_ARCHIVE", "GLACIER_IR"];

    /// <summary>Days for which a class bills an object at least.</summary>
    private static readonly Dictionary<string, int> MinimumDays = new()
    {
        ["STANDARD_IA"] = 30,
        ["ONEZONE_IA"] = 30,
        ["GLACIER_IR"] = 90,
        ["GLACIER"] = 90,
        ["DEEP_ARCHIVE"] = 180,
    };

    public override PolicyInfo Info { get; } = new()
    {
        Name = "lifecycle-valid",
        DisplayName = "Lifecycle rules are valid",
        Description = "Lifecycle rules are such as S3 takes them.",
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
            return Judge(BucketIntelligentTieringConfigurationProps.From(resource.InputsValue), resource.Name);
        }

        var rules = StackLifecycle.From(resource)?.Rules ?? StackBucket.From(resource)!.Inline;
        return rules switch
        {
            { IsUnknown: true } => Verdict.Unknown(rules.Path.ToString()),
            { Rules.Length: > MaxRules } => Verdict.Violation(
                $"{resource.Name}: {rules.Path} has {rules.Rules.Length} rules, and S3 takes {MaxRules}. Join some."),
            _ => Verdict.All(rules.Rules.SelectMany(rule => Judge(rule.Terms, resource.Name))),
        };
    }

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

        if (terms is { RemovesDeleteMarkers: true, Expires: true })
        {
            yield return Verdict.Violation(
                $"{name}: {terms.Path}.expiration has both days or a date and expiredObjectDeleteMarker. Give the marker a rule of its own.");
        }

        if (terms is { Expires: true, Prefix.Known: { IsUnknown: false, Value: null or "" }, IsNarrowed: false })
        {
            yield return Verdict.Warning($"{name}: {terms.Path} expires everything in the bucket. If that is not meant, give it a prefix.");
        }

        foreach (var transition in terms.Transitions)
        {
            yield return Judge(transition, terms, name);
        }
    }

    private static Verdict Judge(Transition transition, RuleTerms terms, string name)
    {
        var (days, storage) = (transition.Days, transition.Class);
        if (storage.Known.IsUnknown)
        {
            return Verdict.Unknown(storage.Path.ToString());
        }

        if (days.Known.IsUnknown)
        {
            return Verdict.Unknown(days.Path.ToString());
        }

        var (after, to) = (days.Known.Value ?? 0, storage.Known.Value ?? "");
        var found = $"{name}: {days.Path} is {(days.Known.IsSecret ? days.Known : after)} for {storage.Known}";
        if (InfrequentAccess.Contains(to) && after < InfrequentAccessDays)
        {
            return Verdict.Violation($"{found}, expected at least {InfrequentAccessDays}. Raise it, or use INTELLIGENT_TIERING, which takes any.");
        }

        if (Archives.Contains(to) && LastInfrequentAccess(terms) is { } earlier && after < earlier + InfrequentAccessDays)
        {
            return Verdict.Violation(
                $"{found}, expected at least {earlier + InfrequentAccessDays}: an object stays in infrequent access for {InfrequentAccessDays} days. Raise it.");
        }

        return JudgeExpiration(terms, after, to, found);
    }

    private static Verdict JudgeExpiration(RuleTerms terms, int after, string to, string found) => terms.ExpirationDays.Known switch
    {
        { IsUnknown: true } => Verdict.Unknown(terms.ExpirationDays.Path.ToString()),
        { Value: { } end } when end <= after => Verdict.Violation(
            $"{found}, and the object expires after {end}: expected fewer. Remove the transition, or expire later."),
        { Value: { } end } when MinimumDays.TryGetValue(to, out var least) && end < after + least => Verdict.Warning(string.Create(
            CultureInfo.InvariantCulture,
            $"{found}, and the object expires after {end}: {to} bills at least {least} days, so that the rest is paid for nothing.")),
        _ => Verdict.Compliant,
    };

    /// <summary>When the rule moves objects to infrequent access, if it does.</summary>
    private static int? LastInfrequentAccess(RuleTerms terms) => terms.Transitions
        .Where(transition => InfrequentAccess.Contains(transition.Class.Known.Value))
        .Select(transition => transition.Days.Known.Value)
        .Max();

    private static Verdict Judge(BucketIntelligentTieringConfigurationProps tiering, string name)
    {
        var verdicts = new List<Verdict>();
        foreach (var tier in tiering.Tierings)
        {
            var path = $"tierings[{verdicts.Count}].days";
            var least = tier.AccessTier.Value switch
            {
                "ARCHIVE_ACCESS" => 90,
                "DEEP_ARCHIVE_ACCESS" => 180,
                _ => 0,
            };
            verdicts.Add((tier.AccessTier, tier.Days) switch
            {
                ({ IsUnknown: true }, _) => Verdict.Unknown($"tierings[{verdicts.Count}].accessTier"),
                (_, { IsUnknown: true }) => Verdict.Unknown(path),
                (_, { Value: { } days }) when days < least || days > 730 => Verdict.Violation(
                    $"{name}: {path} is {tier.Days} for {tier.AccessTier}, expected {least} to 730."),
                _ => Verdict.Compliant,
            });
        }

        return Verdict.All(verdicts);
    }
}
