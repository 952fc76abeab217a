using Policies.Packs;
using Policies.Workloads;
using ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.S3;

/// <summary>Uploads that were broken off are invisible and billed until something ends them.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html</remarks>
internal sealed class MultipartAbort : ResourcePolicy
{
    private const string Days = "daysAfterInitiation";
    private const int DefaultDays = 7;
    private const string RuleId = "abort-incomplete-uploads";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "multipart-abort",
        DisplayName = "Unfinished uploads end",
        Description = "A lifecycle configuration ends incomplete multipart uploads in the whole bucket.",
        Severity = Severity.Low,
        Remediation = "Add an enabled rule without a filter that has abortIncompleteMultipartUpload; with the level remediate it is added.",
        Url = PolicyPages.Of("multipart-abort"),
        Tags = ["s3", "cost", "storage"],
        Config = new(PolicySetting.Integer(
            Days, "Days after which the rule that remediation adds ends an upload.", DefaultDays, minimum: 1)),
    };

    public override IReadOnlyCollection<string> ResourceTypes => LifecycleRules.ResourceTypes;

    public override bool CanRemediate => true;

    public override Verdict Check(ResourceContext context)
    {
        var rules = LifecycleRules.In(context.Resource);
        return IsEnded(rules) switch
        {
            true => Verdict.Compliant,
            null => Verdict.Unknown(UnknownPath(rules).ToString()),
            false => Verdict.Violation(
                $"{context.Resource.Name}: no enabled rule in {rules.Path} ends incomplete multipart uploads in the whole bucket: they are "
                + "invisible and billed. Add one with abortIncompleteMultipartUpload and no filter."),
        };
    }

    public override PropertyMap? Remediate(ResourceContext context)
    {
        var resource = context.Resource;
        var rules = LifecycleRules.In(resource);
        if (IsEnded(rules) is not false)
        {
            return null;
        }

        var (id, days) = (FreeId(rules), context.Config[Days].AsInt32() ?? DefaultDays);
        return (resource.Type switch
        {
            var type when Native.BucketProps.ResourceTypes.Contains(type) =>
                WithRule(Native.BucketProps.From(resource.InputsValue), id, days).ToProperty(),
            var type when BucketProps.ResourceTypes.Contains(type) => WithRule(BucketProps.From(resource.InputsValue), id, days).ToProperty(),
            _ => WithRule(BucketLifecycleConfigurationProps.From(resource.InputsValue), id, days).ToProperty(),
        }).Members;
    }

    /// <summary>An id that no rule has, out of force or not: S3 refuses two that are the same.</summary>
    private static string FreeId(LifecycleRules rules)
    {
        var taken = rules.Rules.Select(rule => rule.Terms.Id.Known.Value).ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? RuleId : $"{RuleId}-{number}").First(id => !taken.Contains(id));
    }

    /// <summary>
    /// Whether some rule does it; true also where no rule is in force, which bucket-lifecycle-required judges: a rule that remediation
    /// adds there would only hide it.
    /// </summary>
    private static bool? IsEnded(LifecycleRules rules) => rules switch
    {
        { IsUnknown: true } => null,
        _ when rules.Rules.All(rule => rule.IsEnabled.Known is { IsUnknown: false, Value: false }) => true,
        _ => rules.Rules.Where(rule => rule.Terms.AbortsUploads && (rule.Terms.Covers("") || rule.Terms.Prefix.Known.IsUnknown))
            .Select(rule => rule.Terms.Prefix.Known.IsUnknown || rule.IsEnabled.Known.IsUnknown ? null : rule.IsEnabled.Known.Value)
            .Aggregate((bool?)false, (any, enabled) => any | enabled),
    };

    /// <summary>What must be known to tell.</summary>
    private static PropertyPath UnknownPath(LifecycleRules rules)
    {
        if (rules.IsUnknown)
        {
            return rules.Path;
        }

        var open = rules.Rules.First(rule => rule.Terms.AbortsUploads && (rule.Terms.Prefix.Known.IsUnknown || rule.IsEnabled.Known.IsUnknown));
        return open.Terms.Prefix.Known.IsUnknown ? open.Terms.Prefix.Path : open.IsEnabled.Path;
    }

    private static BucketLifecycleConfigurationProps WithRule(BucketLifecycleConfigurationProps config, string id, int days) => config with
    {
        Rules =
        [
            .. config.Rules,
            new()
            {
                Id = id,
                Status = "Enabled",
                Filter = new() { Prefix = "" },
                AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = days },
            },
        ],
    };

    private static BucketProps WithRule(BucketProps bucket, string id, int days) => bucket with
    {
        LifecycleRules = [.. bucket.LifecycleRules, new() { Id = id, Enabled = true, AbortIncompleteMultipartUploadDays = days }],
    };

    private static Native.BucketProps WithRule(Native.BucketProps bucket, string id, int days) => bucket with
    {
        LifecycleConfiguration = bucket.LifecycleConfiguration with
        {
            Rules =
            [
                .. bucket.LifecycleConfiguration.Rules,
                new() { Id = id, Status = "Enabled", AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = days } },
            ],
        },
    };
}
