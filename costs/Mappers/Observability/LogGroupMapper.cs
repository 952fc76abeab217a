using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Quantities;
using Costs.Usage;
using ResourceViews.Aws.CloudWatch;
using NativeLogGroup = ResourceViews.AwsNative.Logs.LogGroupProps;

namespace Costs.Mappers.Observability;

/// <summary>CloudWatch log groups: what is written, and what lies there until the retention is over.</summary>
/// <remarks>https://aws.amazon.com/cloudwatch/pricing/</remarks>
internal sealed class LogGroupMapper : ResourceMapper
{
    private static readonly UsageSetting Ingest = UsageKeys.IngestGb.Required();
    private static readonly UsageSetting Stored = UsageKeys.StoredGb.Required();

    public override IReadOnlyList<string> ResourceTypes { get; } = [.. LogGroupProps.ResourceTypes, .. NativeLogGroup.ResourceTypes];

    public override ImmutableArray<UsageSetting> Usage { get; } = [Ingest, Stored];

    public override IEnumerable<CostItem> Map(MappingContext context)
    {
        var group = LogGroupProps.From(PropertyValue.FromMap(context.Resource.Inputs));
        return group.LogGroupClass.Value is "INFREQUENT_ACCESS" or "DELIVERY"
            ? [new CostItem.NotPriced("Logs", $"the price list has no price for logs of class {group.LogGroupClass.Value}.")]
            :
            [
                new CostItem.Component("Logs ingested", CostCategory.Other, ServicePrices.LogIngest, context.Usage[Ingest]),
                new CostItem.Component("Logs stored", CostCategory.Other, ServicePrices.LogStorage, StoredGb(group, context.Usage)),
            ];
    }

    /// <summary>In a steady state; logs without retention only grow, so their amount has to be stated.</summary>
    private static Quantity StoredGb(LogGroupProps group, ResourceUsage usage) => (usage.States(Stored), group.RetentionInDays) switch
    {
        (true, _) or (_, { IsKnown: true, Value: null or 0 }) => usage[Stored],
        (_, { IsUnknown: true }) => Quantity.NotKnownYet("retentionInDays"),
        (_, { Value: var days }) => (usage[Ingest] * (days!.Value / BillingMonth.StorageDays))
            .Because("stored logs are counted as they were written; AWS bills them compressed"),
    };
}
