using Policies.Workloads;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.AppAutoScaling;
using Native = ResourceViews.AwsNative.ApplicationAutoScaling;

namespace Policies.SageMaker.Hosting;

/// <summary>A scalable target of Application Auto Scaling that is SageMaker's.</summary>
internal sealed record ScaledTarget
{
    private const string Service = "sagemaker";

    public required PolicyResource Resource { get; init; }

    /// <summary>What is scaled.</summary>
    public required Reference ResourceId { get; init; }

    public required Setting<string> Dimension { get; init; }

    public required Setting<int?> Min { get; init; }

    public required Setting<int?> Max { get; init; }

    /// <summary>What a schedule of its own sets them to.</summary>
    public ImmutableArray<ScaledBounds> Scheduled { get; init; } = [];

    /// <summary>Whether a schedule of its own moves it.</summary>
    public bool HasSchedule => !Scheduled.IsEmpty;

    /// <summary>The target that a resource is; null for every other resource, and for targets of other services.</summary>
    public static ScaledTarget? From(PolicyResource resource)
    {
        if (resource.Type == Aws.TargetProps.ResourceType)
        {
            var target = resource.View<Aws.TargetProps>();
            return !IsOurs(target.ServiceNamespace) ? null : new()
            {
                Resource = resource,
                ResourceId = Reference.Of(resource, Setting(target.ResourceId)),
                Dimension = Setting(target.ScalableDimension),
                Min = Setting(target.MinCapacity),
                Max = Setting(target.MaxCapacity),
            };
        }

        if (resource.Type == Native.ScalableTargetProps.ResourceType)
        {
            var target = resource.View<Native.ScalableTargetProps>();
            return !IsOurs(target.ServiceNamespace) ? null : new()
            {
                Resource = resource,
                ResourceId = Reference.Of(resource, Setting(target.ResourceId)),
                Dimension = Setting(target.ScalableDimension),
                Min = Setting(target.MinCapacity),
                Max = Setting(target.MaxCapacity),
                Scheduled =
                [
                    .. Each(target.ScheduledActions, (action, at) => new ScaledBounds(
                        resource, Setting(action.ScalableTargetAction.MinCapacity, at), Setting(action.ScalableTargetAction.MaxCapacity, at))),
                ],
            };
        }

        return null;
    }

    /// <summary>A service that is not known yet is told by the dimension, which begins with its name.</summary>
    public static bool IsOurs(Known<string> service) => service.IsUnknown || service.Value == Service;
}

/// <summary>How few and how many there may be: always, or from an hour on that a schedule tells.</summary>
/// <param name="Resource">The target, or the scheduled action, that says so.</param>
internal sealed record ScaledBounds(PolicyResource Resource, Setting<int?> Min, Setting<int?> Max);

/// <summary>What a target's resource id says: endpoint/&lt;name&gt;/variant/&lt;variant&gt; or inference-component/&lt;name&gt;.</summary>
/// <param name="Name">The endpoint or the inference component.</param>
/// <param name="Variant">The endpoint's variant; null for an inference component.</param>
internal readonly record struct ScaledId(string Name, string? Variant)
{
    public static ScaledId? Parse(string id) => id.Split('/') switch
    {
        ["endpoint", { Length: > 0 } name, "variant", { Length: > 0 } variant] => new(name, variant),
        ["inference-component", { Length: > 0 } name] => new(name, null),
        _ => null,
    };
}

/// <summary>What Application Auto Scaling can count of SageMaker, and the metrics made for each.</summary>
/// <remarks>https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html</remarks>
internal static class ScalableDimensions
{
    public const string Instances = "sagemaker:variant:DesiredInstanceCount";
    public const string Provisioned = "sagemaker:variant:DesiredProvisionedConcurrency";
    public const string Copies = "sagemaker:inference-component:DesiredCopyCount";

    public static ImmutableArray<string> All { get; } = [Instances, Provisioned, Copies];

    /// <summary>The dimension that each predefined metric of SageMaker is for.</summary>
    public static ImmutableDictionary<string, string> OfMetrics { get; } = new Dictionary<string, string>
    {
        ["SageMakerVariantInvocationsPerInstance"] = Instances,
        ["SageMakerVariantConcurrentRequestsPerModelHighResolution"] = Instances,
        ["SageMakerVariantProvisionedConcurrencyUtilization"] = Provisioned,
        ["SageMakerInferenceComponentInvocationsPerCopy"] = Copies,
        ["SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution"] = Copies,
    }.ToImmutableDictionary();
}
