using Policies.Money;
using Policies.Packs;
using Policies.Workloads;

namespace Policies.S3;

/// <summary>In a versioned bucket expiring only hides an object: its bytes stay, and are billed, until noncurrent versions expire.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html</remarks>
internal sealed class VersionedNoncurrent : StackPolicy
{
    public override PolicyInfo Info { get; } = new()
    {
        Name = "versioned-noncurrent",
        DisplayName = "Old versions expire too",
        Description = "Where a versioned bucket expires objects, it expires their noncurrent versions as well.",
        Severity = Severity.High,
        Remediation = "Add noncurrentVersionExpiration to the rule, or a rule without a prefix that has it.",
        Url = PolicyPages.Of("versioned-noncurrent"),
        Tags = ["s3", "cost", "storage"],
        Config = new(),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var storage = StackStorage.Of(context);
        return storage.Buckets.SelectMany(bucket => Check(bucket, storage, context.Stack)).Distinct();
    }

    private static IEnumerable<ResourceVerdict> Check(StackBucket bucket, StackStorage storage, StackInfo stack)
    {
        var versioning = storage.VersioningOf(bucket);
        if (versioning.IsOn.Known is { IsUnknown: false, Value: not true })
        {
            return [];
        }

        BucketRules[] sources = [.. storage.RulesOf(bucket)];
        Freeing[] freeing =
        [
            .. from source in sources
               from rule in source.Rules.Rules
               where rule.Terms.ExpiresNoncurrent && MayBeInForce(rule)
               select new Freeing(source, rule),
        ];
        return sources.SelectMany(source => source.Rules.IsUnknown
            ? [new(source.Resource, Verdict.Unknown(source.Rules.Path.ToString()))]
            :
                from rule in source.Rules.Rules
                where rule.Terms is { Expires: true, ExpiresNoncurrent: false } && MayBeInForce(rule)
                where !Array.Exists(freeing, other => other.Frees(rule, source) == true)
                select Open(rule, source, versioning, freeing, sources) ?? new ResourceVerdict(source.Resource, Verdict.Violation(
                    $"{source.Resource.Name}: {rule.Terms.Path} expires objects of {bucket.Resource.Name}, which is versioned, and no rule expires "
                    + "their noncurrent versions: the bytes stay, and are billed. Add noncurrentVersionExpiration."
                    + StorageMoney.Kept(bucket.Resource, stack))));
    }

    private static bool MayBeInForce(LifecycleRule rule) => rule.IsEnabled.Known is { IsUnknown: true } or { Value: true };

    /// <summary>What must be known to tell whether a rule that expires objects frees nothing; null where everything is known.</summary>
    private static ResourceVerdict? Open(
        LifecycleRule rule,
        BucketRules source,
        (PolicyResource Resource, Setting<bool?> IsOn) versioning,
        Freeing[] freeing,
        BucketRules[] sources)
    {
        (PolicyResource Resource, PropertyPath Path)? open =
            rule.IsEnabled.Known.IsUnknown ? (source.Resource, rule.IsEnabled.Path)
            : rule.Terms.Prefix.Known.IsUnknown ? (source.Resource, rule.Terms.Prefix.Path)
            : versioning.IsOn.Known.IsUnknown ? (versioning.Resource, versioning.IsOn.Path)
            : source.OpenBucket is { } bucket ? (source.Resource, bucket)
            : Array.Find(freeing, other => other.Frees(rule, source) is null) is { } perhaps ? (perhaps.Source.Resource, perhaps.OpenPath)
            : Array.Find(sources, other => other.Rules.IsUnknown) is { } unread ? (unread.Resource, unread.Rules.Path)
            : null;
        return open is { } found ? new(found.Resource, Verdict.Unknown(found.Path.ToString())) : null;
    }

    /// <summary>A rule that expires noncurrent versions, or may.</summary>
    private sealed record Freeing(BucketRules Source, LifecycleRule Rule)
    {
        /// <summary>Whether it frees what another rule of the bucket expires; null where that is not known before deployment.</summary>
        public bool? Frees(LifecycleRule expiring, BucketRules from) =>
            Rule.Terms.IsNarrowed ? false
            : Rule.Terms.Prefix.Known.IsUnknown ? null
            : !Rule.Terms.Covers(expiring.Terms.Prefix.Known.Value ?? "") ? false
            : Rule.IsEnabled.Known.IsUnknown || (Source.OpenBucket is not null && Source != from) ? null
            : true;

        /// <summary>What must be known to tell.</summary>
        public PropertyPath OpenPath => Rule.Terms.Prefix.Known.IsUnknown ? Rule.Terms.Prefix.Path
            : Rule.IsEnabled.Known.IsUnknown ? Rule.IsEnabled.Path
            : Source.OpenBucket ?? Source.Rules.Path;
    }
}
