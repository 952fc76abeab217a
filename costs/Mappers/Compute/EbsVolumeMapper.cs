using ResourceViews.Aws.Ebs;

namespace Costs.Mappers.Compute;

/// <summary>EBS volumes.</summary>
internal sealed class EbsVolumeMapper : ResourceMapper<VolumeProps>
{
    protected override IEnumerable<CostItem> Map(VolumeProps volume, MappingContext context) =>
        EbsVolumes.Map(volume.Type, volume.Size, volume.Iops, volume.Throughput, path: "");
}
