using Policies.Money;
using Policies.Packs;

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
        var versioned = storage.IsVersioned(bucket);
        if (versioned is { IsUnknown: false, Value: not true })
        {
            return [];
        }

        var sources = storage.RulesOf(bucket).ToArray();
        RuleTerms[] freeing = [.. sources.SelectMany(source => source.Rules.Rules)
            .Where(rule => rule.IsEnabled.Known.Value == true && rule.Terms.ExpiresNoncurrent)
            .Select(rule => rule.Terms)];
        return
            from source in sources
            from rule in source.Rules.Rules
            where rule.Terms.Expires && rule.IsEnabled.Known is { IsUnknown: true } or { Value: true }
            where !rule.Terms.ExpiresNoncurrent && !freeing.Any(other => other.Covers(rule.Terms.Prefix.Known.Value ?? ""))
            select new ResourceVerdict(source.Resource, Judge(source.Resource.Name, rule, versioned, bucket.Resource, stack));
    }

    private static Verdict Judge(string name, LifecycleRule rule, Known<bool?> versioned, PolicyResource bucket, StackInfo stack) => rule switch
    {
        { IsEnabled.Known.IsUnknown: true } => Verdict.Unknown(rule.IsEnabled.Path.ToString()),
        { Terms.Prefix.Known.IsUnknown: true } => Verdict.Unknown(rule.Terms.Prefix.Path.ToString()),
        _ when versioned.IsUnknown => Verdict.Unknown("versioningConfiguration.status"),
        _ => Verdict.Violation(
            $"{name}: {rule.Terms.Path} expires objects of {bucket.Name}, which is versioned, and no rule expires their noncurrent versions: "
            + $"the bytes stay, and are billed. Add noncurrentVersionExpiration.{StorageMoney.Kept(bucket, stack)}"),
    };
}
