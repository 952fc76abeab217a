namespace Infra.Hosting;

/// <summary>What target tracking holds at its target.</summary>
internal abstract record TrackedMetric
{
    /// <summary>A metric that Application Auto Scaling knows by name.</summary>
    /// <remarks>https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html</remarks>
    internal sealed record Predefined(string Type) : TrackedMetric;

    /// <summary>Any metric of an endpoint in CloudWatch, by its average.</summary>
    /// <param name="OfVariant">Whether it is told apart by variant, or only by endpoint.</param>
    internal sealed record Custom(string Namespace, string Name, bool OfVariant) : TrackedMetric;
}
