namespace Infra.Hosting;

/// <summary>How Application Auto Scaling moves one variant, with every number in the unit its metric has.</summary>
/// <param name="Dimension">What is scaled.</param>
/// <param name="Metric">What is held at the target.</param>
/// <param name="Target">In the unit of <paramref name="Metric"/>.</param>
/// <remarks>https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html</remarks>
internal sealed record ScalingPlan(
    string Dimension, string Metric, int Min, int Max, double Target, int ScaleInCooldownSeconds, int ScaleOutCooldownSeconds)
{
    /// <summary>Instances of a variant, by the calls each of them gets in a minute.</summary>
    public static ScalingPlan ByInvocations(InstanceScaling scaling) => new(
        Dimension: "sagemaker:variant:DesiredInstanceCount",
        Metric: "SageMakerVariantInvocationsPerInstance",
        scaling.MinInstances,
        scaling.MaxInstances,
        Target: scaling.TargetInvocationsPerInstancePerMinute,
        scaling.ScaleInCooldownSeconds,
        scaling.ScaleOutCooldownSeconds);

    public static string ResourceId(string endpoint, string variant) => $"endpoint/{endpoint}/variant/{variant}";
}
