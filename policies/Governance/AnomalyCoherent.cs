using Policies.Packs;
using AwsMonitor = ResourceViews.Aws.CostExplorer.AnomalyMonitorProps;
using AwsSubscription = ResourceViews.Aws.CostExplorer.AnomalySubscriptionProps;
using NativeSubscription = ResourceViews.AwsNative.Ce.AnomalySubscriptionProps;

namespace Policies.Governance;

/// <summary>An anomaly reaches somebody: how often a subscription reports decides to whom it can.</summary>
/// <remarks>https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html</remarks>
internal sealed class AnomalyCoherent : ResourcePolicy
{
    private const string Immediate = "IMMEDIATE";
    private const string Topic = "SNS";
    private const string Email = "EMAIL";
    private const string Dimensional = "DIMENSIONAL";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "anomaly-coherent",
        DisplayName = "Anomaly subscriptions reach somebody",
        Description = "Anomalies are reported at once to topics and daily or weekly by e-mail, and monitors say what they watch.",
        Severity = Severity.Low,
        Remediation = "Use frequency IMMEDIATE with subscribers of the type SNS, DAILY or WEEKLY with those of the type EMAIL.",
        Url = PolicyPages.Of("anomaly-coherent"),
        Tags = ["cost", "governance", PolicyTags.Irreversible],
        Config = new(),
    };

    public override IReadOnlyCollection<string> ResourceTypes { get; } =
        [.. AwsMonitor.ResourceTypes, .. AwsSubscription.ResourceTypes, .. NativeSubscription.ResourceTypes];

    public override Verdict Check(ResourceContext context)
    {
        var resource = context.Resource;
        if (AwsMonitor.ResourceTypes.Contains(resource.Type))
        {
            return Judge(AwsMonitor.From(resource.InputsValue), resource.Name);
        }

        var native = NativeSubscription.ResourceTypes.Contains(resource.Type);
        var frequency = native
            ? NativeSubscription.From(resource.InputsValue).Frequency
            : AwsSubscription.From(resource.InputsValue).Frequency;
        return frequency.IsUnknown ? Verdict.Unknown("frequency") : Verdict.All(
            TypesOf(resource, native).Select((type, index) => Judge(frequency, type, $"subscribers[{index}].type", resource.Name)));
    }

    private static List<Known<string>> TypesOf(PolicyResource resource, bool native)
    {
        var types = new List<Known<string>>();
        if (native)
        {
            foreach (var subscriber in NativeSubscription.From(resource.InputsValue).Subscribers)
            {
                types.Add(subscriber.Type);
            }
        }
        else
        {
            foreach (var subscriber in AwsSubscription.From(resource.InputsValue).Subscribers)
            {
                types.Add(subscriber.Type);
            }
        }

        return types;
    }

    private static Verdict Judge(Known<string> frequency, Known<string> type, string path, string name) => (frequency.Value, type) switch
    {
        (_, { IsUnknown: true }) => Verdict.Unknown(path),
        (Immediate, { Value: Email }) => Verdict.Violation(
            $"{name}: {path} is {type} and frequency is {frequency}: what is reported at once goes to a topic. Use {Topic}, or another frequency."),
        (not Immediate, { Value: Topic }) => Verdict.Violation(
            $"{name}: {path} is {type} and frequency is {frequency}: summaries go by e-mail. Use {Email}, or {Immediate}."),
        _ => Verdict.Compliant,
    };

    private static Verdict Judge(AwsMonitor monitor, string name) => (monitor.MonitorType, monitor.MonitorDimension, monitor.MonitorSpecification) switch
    {
        ({ IsUnknown: true }, _, _) => Verdict.Unknown("monitorType"),
        ({ Value: Dimensional }, { IsUnknown: false, Value: null }, _) => Verdict.Violation(
            $"{name}: monitorType is {Dimensional} and monitorDimension is not set. Set it, for example to SERVICE."),
        ({ Value: not Dimensional }, _, { IsUnknown: false, Value: null }) => Verdict.Violation(
            $"{name}: monitorType is {monitor.MonitorType} and monitorSpecification is not set. Say in it what the monitor watches."),
        _ => Verdict.Compliant,
    };
}
