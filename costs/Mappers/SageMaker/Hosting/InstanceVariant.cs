using Costs.Quantities;
using Costs.Usage;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Mappers.SageMaker.Hosting;

/// <summary>Reads a variant on instances.</summary>
/// <remarks>https://aws.amazon.com/sagemaker/ai/pricing/</remarks>
internal static class InstanceVariant
{
    public static UsageSetting AverageInstances { get; } = UsageKeys.AverageInstances.Required();

    public static IEnumerable<CostItem> Map(Variant variant, string path, EndpointKind kind, MappingContext context) =>
        variant.InstanceType switch
        {
            { IsUnknown: true } => [new CostItem.NotKnownYet("Hosting instances", $"{path}.instanceType")],
            { Value: { } type } => context.AsIf<ServedVariant>(Fleet(type, variant, path, kind, context)).Items(),
            _ => [new CostItem.NotPriced("Hosting instances", $"{path} has neither an instance type nor a serverless configuration.")],
        };

    private static InstanceFleet Fleet(string type, Variant variant, string path, EndpointKind kind, MappingContext context)
    {
        var bounds = ScalingBounds.Of(context.Resource, variant, kind.HasOneVariant, ScalingBounds.Instances, context.Plan)
            ?? ScalingBounds.Managed(variant);
        var initial = Quantity.Of(variant.InitialInstanceCount, $"{path}.initialInstanceCount", 1);
        return new(type, bounds is null ? initial : Scaled(bounds, initial, context.Usage), Volume(variant, path))
        {
            Bounds = bounds,
            IsAsync = kind.IsAsync,
            IsMultiModel = kind.IsMultiModel,
        };
    }

    /// <summary>Scaling sets floor and ceiling, usage what is expected.</summary>
    private static Quantity Scaled(ScalingBounds bounds, Quantity initial, ResourceUsage usage) =>
        bounds.Around(usage.States(AverageInstances)
            ? usage[AverageInstances]
            : initial.Because(new Assumption(
                AssumptionKind.DefaultUsage,
                $"averageInstances = {initial} by default: the number a new configuration starts with")));

    private static Quantity Volume(Variant variant, string path)
    {
        var gigabytes = Quantity.Of(variant.VolumeSizeInGb, $"{path}.volumeSizeInGb", InstanceFleet.DefaultVolumeGb);
        return variant.VolumeSizeInGb is { IsKnown: true, Value: null }
            ? gigabytes.Because(
                $"{InstanceFleet.DefaultVolumeGb} GB for each instance, which SageMaker attaches where nothing is set")
            : gigabytes;
    }
}
