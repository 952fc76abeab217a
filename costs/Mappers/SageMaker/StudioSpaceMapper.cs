using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Quantities;
using ResourceViews.Aws.Sagemaker;
using NativeSpace = ResourceViews.AwsNative.SageMaker.SpaceProps;

namespace Costs.Mappers.SageMaker;

/// <summary>Studio spaces: the volume, which is billed whether or not anybody works. Apps in it are priced by themselves.</summary>
internal sealed class StudioSpaceMapper : ResourceMapper
{
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-spaces.html</remarks>
    private const int DefaultVolumeGb = 5;

    public override IReadOnlyList<string> ResourceTypes { get; } = [.. SpaceProps.ResourceTypes, .. NativeSpace.ResourceTypes];

    public override IEnumerable<CostItem> Map(MappingContext context)
    {
        var space = SpaceProps.From(PropertyValue.FromMap(context.Resource.Inputs));
        return
        [
            new CostItem.Component(
                "Studio space volume", CostCategory.Storage, SageMakerPrices.StudioVolume,
                Quantity.Of(
                    space.SpaceSettings.SpaceStorageSettings.EbsStorageSettings.EbsVolumeSizeInGb,
                    "spaceSettings.spaceStorageSettings.ebsStorageSettings.ebsVolumeSizeInGb", DefaultVolumeGb)),
        ];
    }
}
