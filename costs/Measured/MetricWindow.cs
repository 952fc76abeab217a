using System.Globalization;

namespace Costs.Measured;

/// <summary>The time that metrics are asked for, in whole hours.</summary>
/// <param name="Start">The first hour begins then; UTC.</param>
/// <param name="Hours">How many there are.</param>
public sealed record MetricWindow(DateTimeOffset Start, int Hours)
{
    /// <summary>
    /// Two weeks: a job's name is known only after it began, so that its metrics have to be searched for, and a search finds
    /// those that had data within two weeks.
    /// </summary>
    /// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-search-expressions.html</remarks>
    public const int LongestDays = 14;

    /// <summary>Seconds that one value stands for.</summary>
    public const int PeriodSeconds = 3600;

    private const string HourFormat = "yyyy-MM-dd'T'HH'Z'";

    public DateTimeOffset End => Start.AddHours(Hours);

    public decimal Days => Hours / 24m;

    /// <summary>For example 14 days.</summary>
    public string DaysText => TextOf(Days);

    /// <inheritdoc cref="DaysText"/>
    public static string TextOf(decimal days) => string.Create(CultureInfo.InvariantCulture, $"{days:0.#} {(days == 1 ? "day" : "days")}");

    /// <summary>The two weeks before now, up to the last hour that is over.</summary>
    public static MetricWindow Before(DateTimeOffset now)
    {
        var hour = new DateTimeOffset(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour), TimeSpan.Zero);
        return new(hour.AddDays(-LongestDays), LongestDays * 24);
    }

    /// <summary>For example 2026-11-10T19Z+336h.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture)}+{Hours}h");

    /// <summary>Null for what <see cref="ToString"/> does not write.</summary>
    public static MetricWindow? Parse(string text) =>
        text.Split('+') is [var start, [.. var hours, 'h']]
        && DateTimeOffset.TryParseExact(
            start, HourFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)
        && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new(parsed, count)
            : null;
}
