using Pulumi.Aws.AppAutoScaling;
using Pulumi.Aws.AppAutoScaling.Inputs;

namespace Infra.Hosting;

/// <summary>Registers an endpoint's instances, or a model's copies, with Application Auto Scaling.</summary>
internal static class Autoscaling
{
    private const string Service = "sagemaker";

    /// <summary>Scales what is in service.</summary>
    /// <param name="scaled">The name output of the endpoint, or of the inference component: the target then waits until
    /// that serves.</param>
    /// <param name="hours">Other bounds at other times, if any.</param>
    public static Target Attach(
        string name, Output<string> scaled, ScalingPlan plan, InputMap<string> tags, Resource parent,
        OfficeHours? hours = null)
    {
        var child = new CustomResourceOptions { Parent = parent };
        var target = new Target(name, new()
        {
            ServiceNamespace = Service,
            ResourceId = scaled.Apply(plan.ResourceId),
            ScalableDimension = plan.Dimension,
            MinCapacity = plan.Min,
            MaxCapacity = plan.Max,
            Tags = tags,
        }, TargetOptions(parent, hours));
        _ = new Policy(name, new()
        {
            // Step scaling is what Application Auto Scaling takes an omission for.
            PolicyType = "TargetTrackingScaling",
            ServiceNamespace = target.ServiceNamespace,
            ResourceId = target.ResourceId,
            ScalableDimension = target.ScalableDimension,
            TargetTrackingScalingPolicyConfiguration = Tracking(plan, scaled),
        }, child);
        foreach (var bounds in hours is null ? [] : OfficeHoursPlan.For(hours, plan))
        {
            _ = new ScheduledAction($"{name}-{bounds.Name}", new()
            {
                ServiceNamespace = target.ServiceNamespace,
                ResourceId = target.ResourceId,
                ScalableDimension = target.ScalableDimension,
                Schedule = bounds.Schedule,
                Timezone = hours!.TimeZone,
                ScalableTargetAction = new ScheduledActionScalableTargetActionArgs
                {
                    MinCapacity = bounds.Min,
                    MaxCapacity = bounds.Max,
                },
            }, child);
        }

        return target;
    }

    /// <summary>A schedule rewrites the bounds of its target: an update at noon must not put the night's back.</summary>
    public static CustomResourceOptions TargetOptions(Resource? parent, OfficeHours? hours)
    {
        var options = new CustomResourceOptions { Parent = parent };
        if (hours is not null)
            options.IgnoreChanges.AddRange(["minCapacity", "maxCapacity"]);
        return options;
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationArgs Tracking(ScalingPlan plan, Output<string> scaled)
    {
        var tracking = new PolicyTargetTrackingScalingPolicyConfigurationArgs
        {
            TargetValue = plan.Target,
            ScaleInCooldown = plan.ScaleInCooldownSeconds,
            ScaleOutCooldown = plan.ScaleOutCooldownSeconds,
        };
        switch (plan.Metric)
        {
            case TrackedMetric.Predefined predefined:
                tracking.PredefinedMetricSpecification =
                    new PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                    {
                        PredefinedMetricType = predefined.Type,
                    };
                break;
            case TrackedMetric.Custom custom:
                tracking.CustomizedMetricSpecification = Customized(custom, scaled);
                break;
        }

        return tracking;
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs Customized(
        TrackedMetric.Custom metric, Output<string> endpoint)
    {
        var customized = new PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs
        {
            Namespace = metric.Namespace,
            MetricName = metric.Name,
            Statistic = "Average",
        };
        customized.Dimensions.Add(Dimension("EndpointName", endpoint));
        if (metric.OfVariant)
            customized.Dimensions.Add(Dimension("VariantName", Variant.Name));
        return customized;
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationDimensionArgs Dimension(
        string name, Input<string> value) => new() { Name = name, Value = value };
}
