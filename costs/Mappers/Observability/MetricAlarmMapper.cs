using ResourceViews.Aws.CloudWatch;

namespace Costs.Mappers.Observability;

/// <summary>CloudWatch alarms: each metric an alarm looks at is billed.</summary>
internal sealed class MetricAlarmMapper : ResourceMapper<MetricAlarmProps>
{
    protected override IEnumerable<CostItem> Map(MetricAlarmProps alarm, MappingContext context)
    {
        var queried = new List<Known<int?>>();
        foreach (var query in alarm.MetricQueries)
        {
            if (!query.Metric.IsMissing)
            {
                queried.Add(query.Metric.Period);
            }
        }

        return AlarmCost.Map(alarm.Period, queried, alarm.MetricQueries.IsUnknown);
    }
}
