using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Quantities;
using ResourceViews.Aws.CloudWatch;
using NativeCompositeAlarm = ResourceViews.AwsNative.CloudWatch.CompositeAlarmProps;

namespace Costs.Mappers.Observability;

/// <summary>Alarms on other alarms; those are billed besides.</summary>
internal sealed class CompositeAlarmMapper : ResourceMapper
{
    public override IReadOnlyList<string> ResourceTypes { get; } =
        [.. CompositeAlarmProps.ResourceTypes, .. NativeCompositeAlarm.ResourceTypes];

    public override IEnumerable<CostItem> Map(MappingContext context) =>
        [new CostItem.Component("Composite alarm", CostCategory.Other, ServicePrices.CompositeAlarm, Quantity.One)];
}
