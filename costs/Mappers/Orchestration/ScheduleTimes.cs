using System.Globalization;
using Costs.Money;
using Costs.Quantities;

namespace Costs.Mappers.Orchestration;

/// <summary>How often a schedule expression comes due in an average month.</summary>
/// <remarks>https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html</remarks>
internal static class ScheduleTimes
{
    /// <summary>Null where it is not set or is no expression that AWS would take.</summary>
    public static Quantity? PerMonth(Known<string> expression) => expression switch
    {
        { IsUnknown: true } => Quantity.NotKnownYet("scheduleExpression"),
        { Value: { } text } when Inside(text, "rate(") is { } rate => Rate(rate),
        { Value: { } text } when Inside(text, "cron(") is { } cron => Cron(cron),
        { Value: { } text } when Inside(text, "at(") is not null => Quantity.Between(0, 1, 1).Because("it comes due once"),
        _ => null,
    };

    private static string? Inside(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(')') ? text[start.Length..^1].Trim() : null;

    private static Quantity? Rate(string rate)
    {
        if (rate.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var count, var unit]
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var every) || every == 0)
        {
            return null;
        }

        decimal? hours = unit.TrimEnd('s') switch
        {
            "minute" => every / 60m,
            "hour" => every,
            "day" => every * 24m,
            _ => null,
        };
        return hours is { } between ? Quantity.Of(BillingMonth.Hours / between) : null;
    }

    /// <summary>Minutes × hours × days. Days of the week and days of the month never both say something.</summary>
    private static Quantity? Cron(string cron)
    {
        if (cron.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var minute, var hour, var monthDay, var month, var weekDay, ..])
        {
            return null;
        }

        var perDay = Count(minute, 60, 0) * Count(hour, 24, 0);
        var days = weekDay is "*" or "?"
            ? BillingMonth.Days * Count(monthDay, 31, 1) / 31
            : BillingMonth.Days * WeekDays(weekDay) / 7;
        var times = perDay * days * Count(month, 12, 1) / 12;
        return times is { } known ? Quantity.Of(known) : null;
    }

    /// <summary>How many values a field lets through: *, a list, ranges, steps; null where it is none of those.</summary>
    private static decimal? Count(string field, int values, int first)
    {
        if (field is "*" or "?")
        {
            return values;
        }

        decimal sum = 0;
        foreach (var part in field.Split(','))
        {
            if (part is "L" or "LW" || part.EndsWith('W') || part.EndsWith('L') || part.Contains('#', StringComparison.Ordinal))
            {
                sum += 1;
                continue;
            }

            var (range, step) = part.Split('/') is [var before, var after] ? (before, Number(after) ?? 0) : (part, 1);
            if (step <= 0)
            {
                return null;
            }

            var span = range == "*" ? values
                : range.Split('-') is [var from, var to] ? Number(to) - Number(from) + 1
                : part.Contains('/', StringComparison.Ordinal) ? values + first - Number(range)
                : Name(range) ? 1 : null;
            if (span is not { } length || length < 1)
            {
                return null;
            }

            sum += Math.Ceiling((decimal)length / step);
        }

        return sum;
    }

    private static decimal? WeekDays(string field)
    {
        string[] names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
        var numbered = names.Index().Aggregate(
            field.ToUpperInvariant(),
            (text, day) => text.Replace(day.Item, (day.Index + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return Count(numbered, 7, 1);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Name(string text) => text.Length > 0 && text.All(char.IsAsciiLetterOrDigit);
}
