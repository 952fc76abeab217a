using Infra.Compute;

namespace Infra.Hosting;

/// <summary>How Application Auto Scaling moves one endpoint, with every number in the unit its metric has.</summary>
/// <param name="Dimension">What is scaled.</param>
/// <param name="Metric">What is held at the target.</param>
/// <param name="Target">In the unit of <paramref name="Metric"/>.</param>
internal sealed record ScalingPlan(
    string Dimension, TrackedMetric Metric, int Min, int Max, double Target, int ScaleInCooldownSeconds,
    int ScaleOutCooldownSeconds)
{
    private const string Instances = "sagemaker:variant:DesiredInstanceCount";

    private const string Copies = "sagemaker:inference-component:DesiredCopyCount";

    /// <summary>Instances of a variant, by the calls each of them gets in a minute.</summary>
    public static ScalingPlan ByInvocations(InstanceScaling scaling) => new(
        Dimension: Instances,
        Metric: new TrackedMetric.Predefined("SageMakerVariantInvocationsPerInstance"),
        scaling.MinInstances,
        scaling.MaxInstances,
        Target: scaling.TargetInvocationsPerInstancePerMinute,
        scaling.ScaleInCooldownSeconds,
        scaling.ScaleOutCooldownSeconds);

    /// <summary>Instances of a variant by the chosen metric; or copies of a model, down to none.</summary>
    public static ScalingPlan For(RealtimeSettings settings)
    {
        var (metric, target) = Tracked(settings);
        var plan = ByInvocations(settings.Scaling) with { Metric = metric, Target = target };
        return settings.ScaleToZero is null ? plan : plan with { Dimension = Copies, Min = 0 };
    }

    /// <summary>Instances of an asynchronous variant, by the requests that wait for each of them.</summary>
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-autoscale.html</remarks>
    public static ScalingPlan For(BacklogScaling scaling) => new(
        Dimension: Instances,
        Metric: new TrackedMetric.Custom("AWS/SageMaker", "ApproximateBacklogSizePerInstance", OfVariant: false),
        scaling.MinInstances,
        scaling.MaxInstances,
        Target: scaling.BacklogPerInstance,
        scaling.ScaleInCooldownSeconds,
        scaling.ScaleOutCooldownSeconds);

    /// <param name="scaled">The name of the endpoint whose instances, or of the inference component whose copies, are
    /// counted.</param>
    public string ResourceId(string scaled) =>
        Dimension == Copies ? $"inference-component/{scaled}" : $"endpoint/{scaled}/variant/{Variant.Name}";

    private static (TrackedMetric Metric, double Target) Tracked(RealtimeSettings settings)
    {
        var instance = InstanceType.Parse(settings.InstanceType);
        var copies = settings.ScaleToZero is not null;
        return settings.Metric switch
        {
            ScalingMetric.Concurrency => (
                new TrackedMetric.Predefined(copies
                    ? "SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution"
                    : "SageMakerVariantConcurrentRequestsPerModelHighResolution"),
                settings.TargetConcurrentRequests),
            ScalingMetric.Cpu => (Hardware("CPUUtilization"), settings.TargetPercent * (instance.VirtualCpus() ?? 1)),
            ScalingMetric.Gpu => (Hardware("GPUUtilization"), settings.TargetPercent * (instance.Gpus() ?? 1)),
            _ => (
                new TrackedMetric.Predefined(copies
                    ? "SageMakerInferenceComponentInvocationsPerCopy"
                    : "SageMakerVariantInvocationsPerInstance"),
                settings.Scaling.TargetInvocationsPerInstancePerMinute),
        };
    }

    /// <summary>Summed over the cores or GPUs of an instance: 0 to 100 for each of them.</summary>
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html</remarks>
    private static TrackedMetric.Custom Hardware(string name) => new("/aws/sagemaker/Endpoints", name, OfVariant: true);
}
