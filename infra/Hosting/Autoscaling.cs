using Pulumi.Aws.AppAutoScaling;
using Pulumi.Aws.AppAutoScaling.Inputs;

namespace Infra.Hosting;

/// <summary>Registers a variant with Application Auto Scaling.</summary>
internal static class Autoscaling
{
    private const string Service = "sagemaker";

    /// <summary>Scales a variant of an endpoint that is in service.</summary>
    /// <param name="endpoint">The endpoint's own name output: the target then waits until the endpoint serves.</param>
    public static void Attach(
        string name, Output<string> endpoint, string variant, ScalingPlan plan, InputMap<string> tags, Resource parent)
    {
        var child = new CustomResourceOptions { Parent = parent };
        var target = new Target(name, new()
        {
            ServiceNamespace = Service,
            ResourceId = endpoint.Apply(found => ScalingPlan.ResourceId(found, variant)),
            ScalableDimension = plan.Dimension,
            MinCapacity = plan.Min,
            MaxCapacity = plan.Max,
            Tags = tags,
        }, child);
        _ = new Policy(name, new()
        {
            // Step scaling is what Application Auto Scaling takes an omission for.
            PolicyType = "TargetTrackingScaling",
            ServiceNamespace = target.ServiceNamespace,
            ResourceId = target.ResourceId,
            ScalableDimension = target.ScalableDimension,
            TargetTrackingScalingPolicyConfiguration = new PolicyTargetTrackingScalingPolicyConfigurationArgs
            {
                TargetValue = plan.Target,
                PredefinedMetricSpecification =
                    new PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                    {
                        PredefinedMetricType = plan.Metric,
                    },
                ScaleInCooldown = plan.ScaleInCooldownSeconds,
                ScaleOutCooldown = plan.ScaleOutCooldownSeconds,
            },
        }, child);
    }
}
