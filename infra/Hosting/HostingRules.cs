using Infra.Compute;
using Infra.Settings;

namespace Infra.Hosting;

/// <summary>What SageMaker refuses to host on, in words that follow "accepted:".</summary>
internal static class HostingRules
{
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-prerequisites.html</remarks>
    private const string NoBurstableScaling =
        "a type that is not burstable, for example ml.m5.large: endpoints on ml.t2 cannot scale";

    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/multi-model-support.html</remarks>
    public const string OneGpuAtMost =
        "a CPU type or one with a single GPU, for example ml.g5.xlarge: multi-model endpoints run on no other";

    /// <summary>Why an instance type is none for an endpoint that scales, or null if it is.</summary>
    public static string? ScalingRefusal(string instanceType)
    {
        var type = InstanceType.Parse(instanceType);
        return Refusal(type) ?? (type.IsBurstable ? NoBurstableScaling : null);
    }

    /// <summary>A start outside the bounds of the scaling would be undone at once.</summary>
    public static IEnumerable<SettingFault> StartFaults(string path, int start, int min, int max)
    {
        if (start < min || start > max)
        {
            yield return new(
                SettingsShape.Join(path, "initialInstanceCount"), $"is {start}", $"{min} to {max}, the bounds of the scaling");
        }
    }

    /// <summary>Why an instance type hosts nothing at all, or null if it does.</summary>
    private static string? Refusal(InstanceType type) => type.Family is "t3" or "p3dn"
        ? "a type that hosting offers, for example ml.m5.large: ml.t3 and ml.p3dn are for notebooks and training only"
        : null;
}
