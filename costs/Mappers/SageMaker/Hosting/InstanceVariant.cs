using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Quantities;
using Costs.Usage;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Mappers.SageMaker.Hosting;

/// <summary>A variant on instances: every hour of every instance, whether it answers or waits, and their volumes.</summary>
/// <remarks>https://aws.amazon.com/sagemaker/ai/pricing/</remarks>
internal static class InstanceVariant
{
    /// <summary>What SageMaker attaches where the configuration does not say.</summary>
    private const int DefaultVolumeGb = 30;

    public static UsageSetting AverageInstances { get; } = UsageKeys.AverageInstances.Required();

    public static IEnumerable<CostItem> Map(Variant variant, string path, bool isOnly, MappingContext context)
    {
        if (variant.InstanceType.IsUnknown)
        {
            yield return new CostItem.NotKnownYet("Hosting instances", $"{path}.instanceType");
            yield break;
        }

        if (variant.InstanceType.Value is not { } type)
        {
            yield return new CostItem.NotPriced(
                "Hosting instances", $"{path} has neither an instance type nor a serverless configuration.");
            yield break;
        }

        var instances = Instances(variant, path, isOnly, context);
        yield return new CostItem.Component(
            $"Hosting instances ({type})", CostCategory.Inference, InstancePrices.For(InstanceUse.Hosting, type),
            instances * BillingMonth.Hours);
        if (InstanceTypes.HasLocalStorage(type))
        {
            yield break;
        }

        var gigabytes = Quantity.Of(variant.VolumeSizeInGb, $"{path}.volumeSizeInGb", DefaultVolumeGb);
        if (variant.VolumeSizeInGb is { IsKnown: true, Value: null })
        {
            gigabytes = gigabytes.Because($"{DefaultVolumeGb} GB for each instance, which SageMaker attaches where nothing is set");
        }

        yield return new CostItem.Component(
            $"Endpoint volumes ({type})", CostCategory.Storage, SageMakerPrices.EndpointVolume, instances * gigabytes);
    }

    /// <summary>Scaling sets floor and ceiling, usage what is expected; without scaling the number stays what it is.</summary>
    private static Quantity Instances(Variant variant, string path, bool isOnly, MappingContext context)
    {
        var initial = Quantity.Of(variant.InitialInstanceCount, $"{path}.initialInstanceCount", 1);
        var bounds = ScalingBounds.Of(context.Resource, variant, isOnly, ScalingBounds.Instances, context.Plan)
            ?? ScalingBounds.Managed(variant);
        if (bounds is null)
        {
            return initial;
        }

        return bounds.Around(context.Usage.States(AverageInstances)
            ? context.Usage[AverageInstances]
            : initial.Because(new Assumption(
                AssumptionKind.DefaultUsage,
                $"averageInstances = {initial} by default: the number a new configuration starts with")));
    }
}
