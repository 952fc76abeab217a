using Pulumi.Aws.AppAutoScaling;
using Pulumi.Aws.AppAutoScaling.Inputs;
using Pulumi.Aws.CloudWatch;

namespace Infra.Hosting;

/// <summary>
/// Brings back what has gone to zero. Target tracking cannot: its metric is an average over instances, of which there are
/// none. So an alarm sees that somebody waits, and a step policy adds the first one.
/// </summary>
internal static class WakeFromZero
{
    /// <summary>Values of the metric from the alarm's threshold on.</summary>
    private const string FromThreshold = "0";

    public static void Attach(
        string name, Target target, WakeSignal signal, Output<string> scaled, int cooldownSeconds, InputMap<string> tags,
        Resource parent)
    {
        var child = new CustomResourceOptions { Parent = parent };
        var policy = new Policy($"{name}-wake", new()
        {
            PolicyType = "StepScaling",
            ServiceNamespace = target.ServiceNamespace,
            ResourceId = target.ResourceId,
            ScalableDimension = target.ScalableDimension,
            StepScalingPolicyConfiguration = new PolicyStepScalingPolicyConfigurationArgs
            {
                AdjustmentType = "ChangeInCapacity",
                MetricAggregationType = "Maximum",
                Cooldown = cooldownSeconds,
                StepAdjustments = new PolicyStepScalingPolicyConfigurationStepAdjustmentArgs
                {
                    MetricIntervalLowerBound = FromThreshold,
                    ScalingAdjustment = 1,
                },
            },
        }, child);
        _ = new MetricAlarm($"{name}-wake", new()
        {
            AlarmDescription = signal.Description,
            Namespace = "AWS/SageMaker",
            MetricName = signal.Metric,
            Dimensions = { { signal.Dimension, scaled } },
            Statistic = "Maximum",
            Period = signal.PeriodSeconds,
            EvaluationPeriods = signal.Periods,
            DatapointsToAlarm = signal.Periods,
            Threshold = 1,
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
            TreatMissingData = "missing",
            AlarmActions = policy.Arn,
            Tags = tags,
        }, child);
    }
}

/// <summary>What shows that somebody waits for an endpoint that has no instance.</summary>
/// <param name="Dimension">Whose name tells the metric apart.</param>
internal sealed record WakeSignal(string Metric, string Dimension, int PeriodSeconds, int Periods, string Description)
{
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-zero-instances.html</remarks>
    public static WakeSignal FailedCalls { get; } = new(
        "NoCapacityInvocationFailures", "InferenceComponentName", PeriodSeconds: 60, Periods: 1,
        "Somebody called a model of which no copy runs; adds one.");

    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-autoscale.html</remarks>
    public static WakeSignal Backlog { get; } = new(
        "HasBacklogWithoutCapacity", "EndpointName", PeriodSeconds: 60, Periods: 2,
        "A request waits for an endpoint without instances; adds one.");
}
