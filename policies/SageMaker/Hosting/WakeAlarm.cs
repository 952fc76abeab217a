using Policies.Workloads;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.CloudWatch;
using Native = ResourceViews.AwsNative.CloudWatch;

namespace Policies.SageMaker.Hosting;

/// <summary>An alarm of the stack, as far as it can wake something that has gone to zero.</summary>
/// <param name="Metrics">The metrics it watches.</param>
/// <param name="Comparison">How it compares them with its threshold; not set where it does arithmetic, which may turn that around.</param>
/// <param name="ActsFor">URNs of the resources that its actions came from.</param>
/// <param name="Actions">The actions themselves, as far as they are known.</param>
/// <param name="AreActionsUnknown">Whether an action, or all of them, are not known before deployment.</param>
internal sealed record WakeAlarm(
    PolicyResource Resource,
    ImmutableArray<WatchedMetric> Metrics,
    Setting<string> Comparison,
    ImmutableArray<string> ActsFor,
    ImmutableArray<string> Actions,
    bool AreActionsUnknown)
{
    public static PropertyPath ActionsPath { get; } = PropertyPath.Of("alarmActions");

    /// <summary>The alarm that a resource is; null for every other resource, and for an alarm that does nothing.</summary>
    public static WakeAlarm? From(PolicyResource resource)
    {
        if (resource.Type == Aws.MetricAlarmProps.ResourceType)
        {
            var alarm = resource.View<Aws.MetricAlarmProps>();
            return alarm.ActionsEnabled.Value == false ? null : From(resource, alarm.AlarmActions,
            [
                new(Setting(alarm.MetricName), Setting(alarm.Namespace), PathOf(alarm.Dimensions), In(alarm.Dimensions)),
                .. Each(alarm.MetricQueries, (query, at) => new WatchedMetric(
                    Setting(query.Metric.MetricName, at),
                    Setting(query.Metric.Namespace, at),
                    PathOf(query.Metric.Dimensions, at),
                    In(query.Metric.Dimensions))),
            ], Setting(alarm.ComparisonOperator));
        }

        if (resource.Type == Native.AlarmProps.ResourceType)
        {
            var alarm = resource.View<Native.AlarmProps>();
            return alarm.ActionsEnabled.Value == false ? null : From(resource, alarm.AlarmActions,
            [
                new(Setting(alarm.MetricName), Setting(alarm.Namespace), PathOf(alarm.Dimensions), In(alarm.Dimensions)),
                .. Each(alarm.Metrics, (query, at) => new WatchedMetric(
                    Setting(query.MetricStat.Metric.MetricName, at),
                    Setting(query.MetricStat.Metric.Namespace, at),
                    PathOf(query.MetricStat.Metric.Dimensions, at),
                    In(query.MetricStat.Metric.Dimensions))),
            ], Setting(alarm.ComparisonOperator));
        }

        return null;
    }

    private static WakeAlarm From(
        PolicyResource resource, KnownList<string> actions, ImmutableArray<WatchedMetric> metrics, Setting<string> comparison)
    {
        var known = ImmutableArray.CreateBuilder<string>();
        var isUnknown = actions.IsUnknown;
        foreach (var action in actions)
        {
            isUnknown |= action.IsUnknown;
            if (action.IsSet)
            {
                known.Add(action.Value!);
            }
        }

        return new(
            resource,
            [.. metrics.Where(metric => metric.Name.Known is { IsUnknown: true } or { Value: not null })],
            metrics[0].Name.Known is { IsKnown: true, Value: null } ? default : comparison,
            resource.PropertyDependencies.GetValueOrDefault(ActionsPath.ToString(), []),
            known.ToImmutable(),
            isUnknown);
    }

    /// <summary>Whether it goes off when a signal is given for what a target scales; null where it watches something else.</summary>
    public Verdict? Sees(WakeSignal signal, ScaledTarget target, INamed? scaled)
    {
        var watched = Metrics.Where(metric => metric.Name.Known.IsUnknown || metric.Name.Known.Value == signal.Metric)
            .Select(metric => Sees(metric, signal, target, scaled)).ToArray();
        return watched.Length == 0 ? null
            : Array.Find(watched, verdict => verdict.IsCompliant) ?? Array.Find(watched, verdict => verdict.IsUnknown) ?? watched[0];
    }

    private Verdict Sees(WatchedMetric metric, WakeSignal signal, ScaledTarget target, INamed? scaled)
    {
        var (name, dimension) = (Resource.Name, metric.Dimension(signal.Dimension));
        var id = target.ResourceId.Name.Known;
        var expected = id.IsSet ? ScaledId.Parse(id.Value!)?.Name : scaled?.Name.Value;
        var isOfScaled = dimension.IsUnknown && Resource.PropertyDependencies.GetValueOrDefault(metric.Dimensions.Input, [])
            .Any(urn => urn == target.Resource.Urn || urn == scaled?.Resource.Urn || target.ResourceId.Sources.Contains(urn));
        return (metric.Namespace.Known, Comparison.Known, dimension) switch
        {
            ({ IsKnown: true, Value: not WakeSignal.Namespace }, _, _) => Verdict.Violation(
                $"{metric.Namespace.Path} of {name} is {metric.Namespace.Known}, expected {WakeSignal.Namespace}"),
            (_, { Value: { } comparison }, _) when !comparison.Contains("GreaterThan", StringComparison.Ordinal) => Verdict.Violation(
                $"{Comparison.Path} of {name} is {comparison}, expected GreaterThanOrEqualToThreshold"),
            (_, _, { IsKnown: true, Value: null }) => Verdict.Violation(
                $"{metric.Dimensions} of {name} has no {signal.Dimension}, without which there is no {signal.Metric}"),
            (_, _, { IsKnown: true }) when expected is not null && dimension.Value != expected => Verdict.Violation(
                $"{metric.Dimensions} of {name} has the {signal.Dimension} {dimension}, expected {expected}"),
            _ when metric.Name.Known.IsUnknown => Verdict.Unknown(metric.Name.Path.ToString()),
            ({ IsUnknown: true }, _, _) => Verdict.Unknown(metric.Namespace.Path.ToString()),
            (_, { IsUnknown: true }, _) => Verdict.Unknown(Comparison.Path.ToString()),
            (_, _, { IsUnknown: true }) when !isOfScaled => Verdict.Unknown(metric.Dimensions.ToString()),
            (_, _, { IsKnown: true }) when expected is null => Verdict.Unknown(target.ResourceId.Name.Path.ToString()),
            _ => Verdict.Compliant,
        };
    }

    private static Func<string, Known<string>> In(KnownMap<string> dimensions) =>
        name => dimensions.IsUnknown ? Known<string>.Unknown : dimensions[name];

    /// <summary>A dimension that is not known yet may be any.</summary>
    private static Func<string, Known<string>> In(ViewList<Native.AlarmDimensionProps> dimensions) => name =>
    {
        var isOpen = dimensions.IsUnknown;
        foreach (var dimension in dimensions)
        {
            if (dimension.Name.Value == name)
            {
                return dimension.Value;
            }

            isOpen |= dimension.Name.IsUnknown;
        }

        return isOpen ? Known<string>.Unknown : default;
    };
}

/// <summary>A metric that an alarm watches.</summary>
/// <param name="Dimensions">The property that tells whose metric it is.</param>
/// <param name="Dimension">The value of a dimension by its name.</param>
internal sealed record WatchedMetric(
    Setting<string> Name, Setting<string> Namespace, PropertyPath Dimensions, Func<string, Known<string>> Dimension);

/// <summary>A metric that shows that somebody waits for what has gone to zero.</summary>
/// <param name="Dimension">Whose name tells it apart.</param>
internal sealed record WakeSignal(string Metric, string Dimension)
{
    public const string Namespace = "AWS/SageMaker";

    /// <summary>Counts calls that found no copy; CloudWatch shows it for the inference component.</summary>
    public static WakeSignal FailedCalls { get; } = new("NoCapacityInvocationFailures", "InferenceComponentName");

    /// <summary>Is 1 while requests wait for an asynchronous endpoint without instances.</summary>
    public static WakeSignal Waiting { get; } = new("HasBacklogWithoutCapacity", "EndpointName");
}
