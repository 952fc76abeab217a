using Policies.Packs;
using Policies.Workloads;
using ResourceViews.Aws.CostExplorer;
using static Policies.Workloads.Resources.ViewReading;
using Native = ResourceViews.AwsNative.Ce;

namespace Policies.Governance;

/// <summary>An anomaly reaches somebody: how often a subscription reports decides to whom it can.</summary>
/// <remarks>https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html</remarks>
internal sealed class AnomalyCoherent : ResourcePolicy
{
    private const string Immediate = "IMMEDIATE";
    private const string Topic = "SNS";
    private const string Email = "EMAIL";
    private const string Dimensional = "DIMENSIONAL";

    private static readonly string[] Dimensions = ["SERVICE", "LINKED_ACCOUNT", "TAG", "COST_CATEGORY"];

    public override PolicyInfo Info { get; } = new()
    {
        Name = "anomaly-coherent",
        DisplayName = "Anomaly subscriptions reach somebody",
        Description = "Anomalies are reported at once to topics and daily or weekly by e-mail, and monitors say what they watch.",
        Severity = Severity.Low,
        Remediation = "Use frequency IMMEDIATE with subscribers of the type SNS, DAILY or WEEKLY with those of the type EMAIL; a threshold "
            + "compares ANOMALY_TOTAL_IMPACT_ABSOLUTE or ANOMALY_TOTAL_IMPACT_PERCENTAGE with GREATER_THAN_OR_EQUAL.",
        Url = PolicyPages.Of("anomaly-coherent"),
        Tags = ["cost", "governance", PolicyTags.Irreversible],
        Config = new(),
    };

    public override IReadOnlyCollection<string> ResourceTypes { get; } =
    [
        .. AnomalyMonitorProps.ResourceTypes,
        .. AnomalySubscriptionProps.ResourceTypes,
        .. Native.AnomalyMonitorProps.ResourceTypes,
        .. Native.AnomalySubscriptionProps.ResourceTypes,
    ];

    /// <summary>But for the threshold, both packages have the same properties.</summary>
    public override Verdict Check(ResourceContext context)
    {
        var (resource, inputs) = (context.Resource, context.Resource.InputsValue);
        return resource.Type switch
        {
            var type when AnomalyMonitorProps.ResourceTypes.Contains(type) || Native.AnomalyMonitorProps.ResourceTypes.Contains(type) =>
                Judge(AnomalyMonitorProps.From(inputs), resource.Name),
            var type when Native.AnomalySubscriptionProps.ResourceTypes.Contains(type) => Verdict.All(
            [
                .. Judge(AnomalySubscriptionProps.From(inputs), resource.Name),
                .. AnomalyThreshold.Judge(Native.AnomalySubscriptionProps.From(inputs), resource.Name),
            ]),
            _ => Verdict.All(
            [
                .. Judge(AnomalySubscriptionProps.From(inputs), resource.Name),
                .. AnomalyThreshold.Judge(AnomalySubscriptionProps.From(inputs), resource.Name),
            ]),
        };
    }

    private static IEnumerable<Verdict> Judge(AnomalySubscriptionProps subscription, string name)
    {
        var frequency = Setting(subscription.Frequency);
        return frequency.Known.IsUnknown ? [Verdict.Unknown(frequency.Path.ToString())] : Each(
            subscription.Subscribers,
            (subscriber, at) => Judge(frequency, subscriber.IsUnknown ? new(at, Known<string>.Unknown) : Setting(subscriber.Type, at), name));
    }

    private static Verdict Judge(Setting<string> frequency, Setting<string> type, string name) => (frequency.Known.Value, type.Known) switch
    {
        (_, { IsUnknown: true }) => Verdict.Unknown(type.Path.ToString()),
        (Immediate, { Value: Email }) => Verdict.Violation(
            $"{name}: {type.Path} is {type.Known} and {frequency.Path} is {frequency.Known}: what is reported at once goes to a topic. "
            + $"Use {Topic}, or another frequency."),
        (not Immediate, { Value: Topic }) => Verdict.Violation(
            $"{name}: {type.Path} is {type.Known} and {frequency.Path} is {frequency.Known}: summaries go by e-mail. Use {Email}, or {Immediate}."),
        _ => Verdict.Compliant,
    };

    private static Verdict Judge(AnomalyMonitorProps monitor, string name)
    {
        var (type, dimension, specification) =
            (Setting(monitor.MonitorType), Setting(monitor.MonitorDimension), Setting(monitor.MonitorSpecification));
        return (type.Known, dimension.Known, specification.Known) switch
        {
            ({ IsUnknown: true }, _, _) => Verdict.Unknown(type.Path.ToString()),
            ({ Value: Dimensional }, { IsUnknown: true }, _) => Verdict.Unknown(dimension.Path.ToString()),
            ({ Value: Dimensional }, { Value: null }, _) => Verdict.Violation(
                $"{name}: {type.Path} is {Dimensional} and {dimension.Path} is not set. Set it, for example to SERVICE."),
            ({ Value: Dimensional }, { Value: var watched }, _) when !Dimensions.Contains(watched) => Verdict.Violation(
                $"{name}: {dimension.Path} is {dimension.Known}, and a monitor takes {string.Join(", ", Dimensions)}. Use one of them."),
            ({ Value: not Dimensional }, _, { IsUnknown: false, Value: null }) => Verdict.Violation(
                $"{name}: {type.Path} is {type.Known} and {specification.Path} is not set. Say in it what the monitor watches."),
            _ => Verdict.Compliant,
        };
    }
}
