using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Quantities;

namespace Costs.Mappers.Observability;

/// <summary>What an alarm costs: by the metrics it looks at, more where it looks more than once a minute.</summary>
/// <remarks>https://aws.amazon.com/cloudwatch/pricing/</remarks>
internal static class AlarmCost
{
    private const int StandardPeriodSeconds = 60;

    /// <param name="period">Of an alarm on a single metric.</param>
    /// <param name="queried">The periods of the metrics that an alarm on an expression looks at.</param>
    public static IEnumerable<CostItem> Map(Known<int?> period, IReadOnlyCollection<Known<int?>> queried, bool queriesUnknown)
    {
        if (queriesUnknown)
        {
            return [new CostItem.NotKnownYet("Alarm", "its metrics")];
        }

        IReadOnlyCollection<Known<int?>> periods = queried.Count > 0 ? queried : [period];
        if (periods.Any(seconds => seconds.IsUnknown))
        {
            return [new CostItem.NotKnownYet("Alarm", "period")];
        }

        var (name, price) = periods.Any(seconds => seconds.Value < StandardPeriodSeconds)
            ? ("High-resolution alarm", ServicePrices.HighResolutionAlarm)
            : ("Alarm", ServicePrices.Alarm);
        return [new CostItem.Component(name, CostCategory.Other, price, Quantity.Of(periods.Count))];
    }
}
