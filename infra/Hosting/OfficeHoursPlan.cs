using Infra.Settings;

namespace Infra.Hosting;

/// <summary>Decides when the bounds of a scaling change, and to what.</summary>
/// <remarks>https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html</remarks>
internal static class OfficeHoursPlan
{
    /// <summary>The office's bounds from its opening, the plan's own ones again from its closing.</summary>
    public static IReadOnlyList<ScheduledBounds> For(OfficeHours hours, ScalingPlan plan) =>
    [
        new("open", Schedule(hours.Start, hours.Days), hours.MinInstances, hours.MaxInstances ?? plan.Max),
        new("close", Schedule(hours.End, hours.Days), plan.Min, plan.Max),
    ];

    private static string Schedule(string time, IReadOnlyList<string> days)
    {
        var at = TimeOfDayAttribute.Parse(time);
        return $"cron({at.Minute} {at.Hour} ? * {string.Join(',', days)} *)";
    }
}

/// <summary>Bounds that a scaling gets at certain times.</summary>
/// <param name="Schedule">In the form <c>cron(minute hour day month weekday year)</c>.</param>
internal sealed record ScheduledBounds(string Name, string Schedule, int Min, int Max);
