using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Hosting;

/// <summary>Between how many instances an asynchronous endpoint moves, by what waits in its queue.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-autoscale.html</remarks>
internal sealed record BacklogScaling : IConsistent
{
    /// <summary>Instances while nothing waits, 0 to 100. Default: 0.</summary>
    [Range(0, 100)]
    public int MinInstances { get; init; }

    /// <summary>Instances at the busiest time, 1 to 100: the ceiling of what the endpoint can cost. Default: 10.</summary>
    [Range(1, 100)]
    public int MaxInstances { get; init; } = 10;

    /// <summary>The target, in requests that wait for each instance, 1 to 100000. Higher costs less and takes longer.
    /// Default: 5.</summary>
    [Range(1, 100_000)]
    public int BacklogPerInstance { get; init; } = 5;

    /// <summary>Seconds between two steps down, 60 to 3600. Default: 300.</summary>
    [Range(60, 3600)]
    public int ScaleInCooldownSeconds { get; init; } = 300;

    /// <summary>Seconds between two steps up, 0 to 3600. Default: 300, since an instance takes minutes to come up and
    /// the queue waits.</summary>
    [Range(0, 3600)]
    public int ScaleOutCooldownSeconds { get; init; } = 300;

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (MinInstances > MaxInstances)
        {
            yield return new(
                SettingsShape.Join(path, "minInstances"), $"is {MinInstances}", $"at most maxInstances ({MaxInstances})");
        }
    }
}
