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
                $"{context.Resource.Name}: no enabled rule of {rules.Path} ends incomplete multipart uploads in the whole bucket: they are "
                + "invisible and billed. Add one with abortIncompleteMultipartUpload and no filter."),
        };
    }

    public override PropertyMap? Remediate(ResourceContext context)
    {
        var resource = context.Resource;
        if (IsEnded(LifecycleRules.In(resource)) is not false)
        {
            return null;
        }

        var days = context.Config[Days].AsInt32() ?? DefaultDays;
        return resource.Type switch
        {
            var type when Native.BucketProps.ResourceTypes.Contains(type) => WithNative(resource.Inputs, days),
            var type when BucketProps.ResourceTypes.Contains(type) => WithRule(BucketProps.From(resource.InputsValue), days),
            var type when BucketV2Props.ResourceTypes.Contains(type) => WithRule(BucketV2Props.From(resource.InputsValue), days),
            _ => WithRule(BucketLifecycleConfigurationProps.From(resource.InputsValue), days),
        };
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

    private static PropertyMap WithRule(BucketLifecycleConfigurationProps config, int days) => (config with
    {
        Rules =
        [
            .. config.Rules,
            new()
            {
                Id = RuleId,
                Status = "Enabled",
                Filter = new() { Prefix = "" },
                AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = days },
            },
        ],
    }).ToProperty().Members;

    private static PropertyMap WithRule(BucketProps bucket, int days) => (bucket with
    {
        LifecycleRules = [.. bucket.LifecycleRules, new() { Id = RuleId, Enabled = true, AbortIncompleteMultipartUploadDays = days }],
    }).ToProperty().Members;

    private static PropertyMap WithRule(BucketV2Props bucket, int days) => (bucket with
    {
        LifecycleRules = [.. bucket.LifecycleRules, new() { Id = RuleId, Enabled = true, AbortIncompleteMultipartUploadDays = days }],
    }).ToProperty().Members;

    private static PropertyMap WithNative(PropertyMap inputs, int days)
    {
        var bucket = Native.BucketProps.From(PropertyValue.FromMap(inputs));
        return (bucket with
        {
            LifecycleConfiguration = bucket.LifecycleConfiguration with
            {
                Rules =
                [
                    .. bucket.LifecycleConfiguration.Rules,
                    new() { Id = RuleId, Status = "Enabled", AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = days } },
                ],
            },
        }).ToProperty().Members;
    }
}
