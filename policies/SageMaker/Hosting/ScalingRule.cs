using Policies.Workloads;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.AppAutoScaling;
using Native = ResourceViews.AwsNative.ApplicationAutoScaling;

namespace Policies.SageMaker.Hosting;

/// <summary>What moves a scalable target: a scaling policy, or a scheduled action.</summary>
internal sealed record ScalingRule
{
    private const string Step = "StepScaling";

    public required PolicyResource Resource { get; init; }

    /// <summary>The target's own resource id, which names what is scaled.</summary>
    public required Reference ResourceId { get; init; }

    public required Setting<string> Dimension { get; init; }

    /// <summary>Not set for a scheduled action.</summary>
    public Setting<string> Type { get; init; }

    /// <summary>What a scheduled action sets the target's bounds to; null for a scaling policy.</summary>
    public ScaledBounds? Scheduled { get; init; }

    public bool IsScheduled => Scheduled is not null;

    public Setting<string> PredefinedMetric { get; init; }

    public Setting<string> CustomMetric { get; init; }

    public Setting<int?> ScaleInCooldown { get; init; }

    /// <summary>What each step of a step policy adds; less than 0 where it takes away.</summary>
    public ImmutableArray<Setting<int?>> Steps { get; init; } = [];

    /// <summary>Whether a policy that tracks a metric only ever adds.</summary>
    public Setting<bool?> OnlyAdds { get; init; }

    /// <summary>What alarms name it by; not set before it is there.</summary>
    public Known<string> Arn { get; init; }

    /// <summary>Whether it adds or takes away steps, as an alarm tells it; null where that is not known before deployment.</summary>
    public bool? IsStep => IsScheduled ? false : Type.Known.IsUnknown ? null : Type.Known.Value is null or Step;

    /// <summary>The policy or action that a resource is; null for every other resource, and for those of other services.</summary>
    public static ScalingRule? From(PolicyResource resource) => resource.Type switch
    {
        var type when type == Aws.PolicyProps.ResourceType => From(resource, resource.View<Aws.PolicyProps>()),
        var type when type == Aws.ScheduledActionProps.ResourceType => From(resource, resource.View<Aws.ScheduledActionProps>()),
        var type when type == Native.ScalingPolicyProps.ResourceType => From(resource, resource.View<Native.ScalingPolicyProps>()),
        _ => null,
    };

    private static ScalingRule? From(PolicyResource resource, Aws.PolicyProps policy) => !ScaledTarget.IsOurs(policy.ServiceNamespace) ? null : new()
    {
        Resource = resource,
        Arn = Aws.PolicyProps.From(resource.OutputsValue).Arn,
        ResourceId = Reference.Of(resource, Setting(policy.ResourceId)),
        Dimension = Setting(policy.ScalableDimension),
        Type = Setting(policy.PolicyType),
        PredefinedMetric = Setting(policy.TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType),
        CustomMetric = Setting(policy.TargetTrackingScalingPolicyConfiguration.CustomizedMetricSpecification.MetricName),
        ScaleInCooldown = Setting(policy.TargetTrackingScalingPolicyConfiguration.ScaleInCooldown),
        OnlyAdds = Setting(policy.TargetTrackingScalingPolicyConfiguration.DisableScaleIn),
        Steps = [.. Each(policy.StepScalingPolicyConfiguration.StepAdjustments, (step, at) => Setting(step.ScalingAdjustment, at))],
    };

    private static ScalingRule? From(PolicyResource resource, Aws.ScheduledActionProps action) =>
        !ScaledTarget.IsOurs(action.ServiceNamespace) ? null : new()
        {
            Resource = resource,
            ResourceId = Reference.Of(resource, Setting(action.ResourceId)),
            Dimension = Setting(action.ScalableDimension),
            Scheduled = new(resource, Setting(action.ScalableTargetAction.MinCapacity), Setting(action.ScalableTargetAction.MaxCapacity)),
        };

    /// <summary>In aws-native a policy may name its target by the target's id, which is made of the three properties.</summary>
    private static ScalingRule? From(PolicyResource resource, Native.ScalingPolicyProps policy)
    {
        var byTarget = policy.ResourceId is { IsKnown: true, Value: null };
        return !byTarget && !ScaledTarget.IsOurs(policy.ServiceNamespace) ? null : new()
        {
            Resource = resource,
            Arn = Native.ScalingPolicyProps.From(resource.OutputsValue).Arn,
            ResourceId = Reference.Of(resource, byTarget ? FromTargetId(Setting(policy.ScalingTargetId)) : Setting(policy.ResourceId)),
            Dimension = byTarget && policy.ScalableDimension is { IsKnown: true, Value: null }
                ? new(PathOf(policy.ScalingTargetId), Known<string>.Unknown)
                : Setting(policy.ScalableDimension),
            Type = Setting(policy.PolicyType),
            PredefinedMetric = Setting(policy.TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType),
            CustomMetric = Setting(policy.TargetTrackingScalingPolicyConfiguration.CustomizedMetricSpecification.MetricName),
            ScaleInCooldown = Setting(policy.TargetTrackingScalingPolicyConfiguration.ScaleInCooldown),
            OnlyAdds = Setting(policy.TargetTrackingScalingPolicyConfiguration.DisableScaleIn),
            Steps = [.. Each(policy.StepScalingPolicyConfiguration.StepAdjustments, (step, at) => Setting(step.ScalingAdjustment, at))],
        };
    }

    /// <summary>The resource id of endpoint/a/variant/b|sagemaker:variant:DesiredInstanceCount|sagemaker.</summary>
    private static Setting<string> FromTargetId(Setting<string> id) =>
        id.Known.IsSet ? id with { Known = id.Known.Value!.Split('|')[0] } : id;
}
