using ResourceViews.AwsNative.CloudWatch;

namespace Costs.Mappers.Observability;

/// <summary>The same through aws-native, which nests a query's metric differently.</summary>
internal sealed class NativeAlarmMapper : ResourceMapper<AlarmProps>
{
    protected override IEnumerable<CostItem> Map(AlarmProps alarm, MappingContext context)
    {
        var queried = new List<Known<int?>>();
        foreach (var query in alarm.Metrics)
        {
            if (!query.MetricStat.IsMissing)
            {
                queried.Add(query.MetricStat.Period);
            }
        }

        return AlarmCost.Map(alarm.Period, queried, alarm.Metrics.IsUnknown);
    }
}
