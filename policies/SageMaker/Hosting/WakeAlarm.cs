using Policies.Workloads;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.CloudWatch;
using Native = ResourceViews.AwsNative.CloudWatch;

namespace Policies.SageMaker.Hosting;

/// <summary>An alarm of the stack, as far as it can wake something that has gone to zero.</summary>
/// <param name="Metrics">The metrics it watches.</param>
/// <param name="ActsFor">URNs of the resources that its actions came from.</param>
/// <param name="Actions">The actions themselves, as far as they are known.</param>
/// <param name="AreActionsUnknown">Whether an action, or all of them, are not known before deployment.</param>
internal sealed record WakeAlarm(
    PolicyResource Resource,
    ImmutableArray<Setting<string>> Metrics,
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
                Setting(alarm.MetricName),
                .. Each(alarm.MetricQueries, (query, at) => Setting(query.Metric.MetricName, at)),
            ]);
        }

        if (resource.Type == Native.AlarmProps.ResourceType)
        {
            var alarm = resource.View<Native.AlarmProps>();
            return alarm.ActionsEnabled.Value == false ? null : From(resource, alarm.AlarmActions,
            [
                Setting(alarm.MetricName),
                .. Each(alarm.Metrics, (query, at) => Setting(query.MetricStat.Metric.MetricName, at)),
            ]);
        }

        return null;
    }

    private static WakeAlarm From(PolicyResource resource, KnownList<string> actions, ImmutableArray<Setting<string>> metrics)
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
            [.. metrics.Where(metric => metric.Known is { IsUnknown: true } or { Value: not null })],
            resource.PropertyDependencies.GetValueOrDefault(ActionsPath.ToString(), []),
            known.ToImmutable(),
            isUnknown);
    }

    /// <summary>Whether it watches a metric; null where that is not known before deployment.</summary>
    public bool? Watches(string metric) => Metrics.Any(setting => setting.Known.Value == metric) ? true
        : Metrics.Any(setting => setting.Known.IsUnknown) ? null
        : false;
}
