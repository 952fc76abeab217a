using System.Globalization;
using Policies.Packs;
using Policies.Workloads;
using Policies.Workloads.Resources;
using AwsLogGroup = ResourceViews.Aws.CloudWatch.LogGroupProps;
using NativeLogGroup = ResourceViews.AwsNative.Logs.LogGroupProps;

namespace Policies.Observability;

/// <summary>Logs end: without a retention they are kept, and billed, for ever.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html</remarks>
internal sealed class LogRetention : ResourcePolicy
{
    private const string Days = "retentionInDays";
    private const int DefaultDays = 30;

    /// <summary>The class of what is delivered elsewhere: AWS keeps it for two days, whatever a program says.</summary>
    private const string Delivery = "DELIVERY";

    /// <summary>The numbers of days that CloudWatch Logs takes.</summary>
    private static readonly int[] Accepted =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public override PolicyInfo Info { get; } = new()
    {
        Name = "log-retention",
        DisplayName = "Log groups forget",
        Description = "A log group keeps its events for a limited time.",
        Severity = Severity.Low,
        Remediation = $"Set retentionInDays; with the level remediate it is set to the setting {Days}.",
        Url = PolicyPages.Of("log-retention"),
        Tags = ["cost", "storage"],
        Config = new(new PolicySetting(Days, PropertyMap.Of(
            ("type", "integer"),
            ("description", "Days that remediation gives to a log group without a retention: a number that CloudWatch Logs takes."),
            ("default", DefaultDays),
            ("enum", Accepted)))),
    };

    public override IReadOnlyCollection<string> ResourceTypes { get; } =
        [.. AwsLogGroup.ResourceTypes, .. NativeLogGroup.ResourceTypes];

    public override bool CanRemediate => true;

    public override Verdict Check(ResourceContext context)
    {
        var (retention, groupClass) = Read(context.Resource);
        return (retention.Known, groupClass.Known) switch
        {
            ({ IsUnknown: true }, _) => Verdict.Unknown(retention.Path.ToString()),
            ({ Value: not (null or 0) }, _) or (_, { Value: Delivery }) => Verdict.Compliant,
            (_, { IsUnknown: true }) => Verdict.Unknown(groupClass.Path.ToString()),
            _ => Verdict.Violation(string.Create(
                CultureInfo.InvariantCulture,
                $"{context.Resource.Name}: {retention.Path} is {(retention.Known.IsSet ? retention.Known.ToString() : "not set")}, so that its events are "
                + $"kept, and billed, for ever. Set it, for example to {Wanted(context)}.")),
        };
    }

    public override PropertyMap? Remediate(ResourceContext context) => !Check(context).IsViolation ? null
        : NativeLogGroup.ResourceTypes.Contains(context.Resource.Type)
            ? (NativeLogGroup.From(context.Resource.InputsValue) with { RetentionInDays = Wanted(context) }).ToProperty().Members
            : (AwsLogGroup.From(context.Resource.InputsValue) with { RetentionInDays = Wanted(context) }).ToProperty().Members;

    private static int Wanted(ResourceContext context) => context.Config[Days].AsInt32() ?? DefaultDays;

    private static (Setting<int?> Retention, Setting<string> Class) Read(PolicyResource resource)
    {
        if (NativeLogGroup.ResourceTypes.Contains(resource.Type))
        {
            var native = NativeLogGroup.From(resource.InputsValue);
            return (ViewReading.Setting(native.RetentionInDays), ViewReading.Setting(native.LogGroupClass));
        }

        var group = AwsLogGroup.From(resource.InputsValue);
        return (ViewReading.Setting(group.RetentionInDays), ViewReading.Setting(group.LogGroupClass));
    }
}
