using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Quantities;
using ResourceViews.Aws.CloudWatch;
using NativeDashboard = ResourceViews.AwsNative.CloudWatch.DashboardProps;

namespace Costs.Mappers.Observability;

/// <summary>CloudWatch dashboards.</summary>
/// <remarks>https://aws.amazon.com/cloudwatch/pricing/</remarks>
internal sealed class DashboardMapper : ResourceMapper
{
    public override IReadOnlyList<string> ResourceTypes { get; } = [.. DashboardProps.ResourceTypes, .. NativeDashboard.ResourceTypes];

    public override IEnumerable<CostItem> Map(MappingContext context) =>
        [new CostItem.Component("Dashboard", CostCategory.Other, ServicePrices.Dashboard, Quantity.One)];
}
