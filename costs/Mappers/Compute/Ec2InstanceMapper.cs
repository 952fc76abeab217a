using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Usage;
using ResourceViews.Aws.Ec2;

namespace Costs.Mappers.Compute;

/// <summary>EC2 instances, Linux on demand, and their volumes.</summary>
/// <remarks>https://aws.amazon.com/ec2/pricing/on-demand/</remarks>
internal sealed class Ec2InstanceMapper : ResourceMapper<InstanceProps>
{
    private static readonly UsageSetting Hours = UsageKeys.HoursPerMonth.Default(BillingMonth.Hours, "it runs all month");

    public override ImmutableArray<UsageSetting> Usage { get; } = [Hours];

    protected override IEnumerable<CostItem> Map(InstanceProps instance, MappingContext context) =>
    [
        instance.InstanceType switch
        {
            { IsUnknown: true } => new CostItem.NotKnownYet("EC2 instance", "instanceType"),
            { Value: { } type } when instance.InstanceMarketOptions.IsMissing => new CostItem.Component(
                $"EC2 instance ({type})", CostCategory.Other, InstancePrices.Ec2(type), context.Usage[Hours]),
            { Value: { } } => new CostItem.NotPriced("EC2 instance", "EC2 spot prices move by the minute; the price list has none."),
            _ => new CostItem.NotPriced("EC2 instance", "its launch template names the instance type."),
        },
        .. Volumes(instance),
    ];

    private static IEnumerable<CostItem> Volumes(InstanceProps instance)
    {
        var root = instance.RootBlockDevice;
        var items = EbsVolumes.Map(root.VolumeType, root.VolumeSize, root.Iops, root.Throughput, "rootBlockDevice.volume");
        foreach (var device in instance.EbsBlockDevices)
        {
            items = items.Concat(EbsVolumes.Map(
                device.VolumeType, device.VolumeSize, device.Iops, device.Throughput, "ebsBlockDevices.volume"));
        }

        return items;
    }
}
