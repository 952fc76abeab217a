using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Hosting;

/// <summary>Between how many instances an endpoint moves, and what makes it move.</summary>
internal sealed record InstanceScaling : IConsistent
{
    /// <summary>The share of a measured maximum to aim for, so that there is room until another instance is up.</summary>
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-scaling-loadtest.html</remarks>
    private const decimal SafetyFactor = 0.5m;

    /// <summary>Used where nobody measured: a guess, not a percentage.</summary>
    private const int UnmeasuredInvocationsPerMinute = 70;

    /// <summary>Instances at the quietest time, 1 to 100. Default: 1; a variant cannot go to zero.</summary>
    [Range(1, 100)]
    public int MinInstances { get; init; } = 1;

    /// <summary>Instances at the busiest time, 1 to 100: the ceiling of what the endpoint can cost. Default: 10.</summary>
    [Range(1, 100)]
    public int MaxInstances { get; init; } = 10;

    /// <summary>Requests per second at which one instance is full, from a load test, 0.01 to 10000. The target follows
    /// from it. Default: not measured.</summary>
    [Range(0.01, 10000)]
    public decimal? MeasuredRequestsPerSecond { get; init; }

    /// <summary>The target itself, in invocations for each instance and minute, 1 to 600000. Default: 70, or what follows
    /// from <c>measuredRequestsPerSecond</c>.</summary>
    [Range(1, 600000)]
    public int? InvocationsPerInstancePerMinute { get; init; }

    /// <summary>Seconds between two steps down, 60 to 3600. Default: 300.</summary>
    [Range(60, 3600)]
    public int ScaleInCooldownSeconds { get; init; } = 300;

    /// <summary>Seconds between two steps up, 0 to 3600. Default: 60.</summary>
    [Range(0, 3600)]
    public int ScaleOutCooldownSeconds { get; init; } = 60;

    /// <summary>What target tracking holds the average at: invocations for each instance and minute.</summary>
    public int TargetInvocationsPerInstancePerMinute => InvocationsPerInstancePerMinute
        ?? (MeasuredRequestsPerSecond is { } measured
            ? Math.Max(1, (int)(measured * SafetyFactor * 60))
            : UnmeasuredInvocationsPerMinute);

    /// <summary>Whether somebody chose a target in invocations.</summary>
    public bool SetsInvocations => InvocationsPerInstancePerMinute is not null || MeasuredRequestsPerSecond is not null;

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (MinInstances > MaxInstances)
        {
            yield return new(
                SettingsShape.Join(path, "minInstances"), $"is {MinInstances}", $"at most maxInstances ({MaxInstances})");
        }

        if (InvocationsPerInstancePerMinute is not null && MeasuredRequestsPerSecond is not null)
        {
            yield return new(
                SettingsShape.Join(path, "invocationsPerInstancePerMinute"), $"is {InvocationsPerInstancePerMinute}",
                "either this or measuredRequestsPerSecond, not both");
        }
    }
}
