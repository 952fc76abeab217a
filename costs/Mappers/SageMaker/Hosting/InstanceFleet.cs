using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Quantities;

namespace Costs.Mappers.SageMaker.Hosting;

/// <summary>Instances of one type: every hour of each, whether it answers or waits, and their volumes.</summary>
/// <param name="VolumeGb">Of each instance. Types with disks of their own have none.</param>
internal sealed record InstanceFleet(string InstanceType, Quantity Instances, Quantity VolumeGb) : ServedVariant
{
    /// <summary>What SageMaker attaches where the configuration does not say.</summary>
    public const int DefaultVolumeGb = 30;

    /// <summary>Between how many instances it moves; null where the number is fixed.</summary>
    public ScalingBounds? Bounds { get; init; }

    /// <summary>Whether requests wait in a queue.</summary>
    public bool IsAsync { get; init; }

    /// <summary>Whether many models share it.</summary>
    public bool IsMultiModel { get; init; }

    /// <summary>So many instances all month, with the volumes that SageMaker attaches.</summary>
    public static InstanceFleet AlwaysOn(string instanceType, Quantity instances) =>
        new(instanceType, instances, Quantity.Of(DefaultVolumeGb));

    public override IEnumerable<CostItem> Items()
    {
        yield return new CostItem.Component(
            $"Hosting instances ({InstanceType})", CostCategory.Inference, InstancePrices.For(InstanceUse.Hosting, InstanceType),
            Instances * BillingMonth.Hours);
        if (!InstanceTypes.HasLocalStorage(InstanceType))
        {
            yield return new CostItem.Component(
                $"Endpoint volumes ({InstanceType})", CostCategory.Storage, SageMakerPrices.EndpointVolume, Instances * VolumeGb);
        }
    }
}
