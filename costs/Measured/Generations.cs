namespace Costs.Measured;

/// <summary>
/// A resource that was replaced has metrics under its old name too. Where the old name ended before the new one began, the
/// new one is meant; where both have metrics at a time, as when two stacks of an account call something alike, any may be.
/// </summary>
internal static class Generations
{
    public static ImmutableArray<IGrouping<string, MetricSeries>> Of(IEnumerable<MetricSeries> series)
    {
        ImmutableArray<IGrouping<string, MetricSeries>> all =
            [.. series.GroupBy(one => one.Name, StringComparer.Ordinal).OrderByDescending(First)];
        return all.Length > 1 && all.Skip(1).All(earlier => IsBefore(earlier, all[0])) ? [all[0]] : all;
    }

    private static bool IsBefore(IEnumerable<MetricSeries> earlier, IEnumerable<MetricSeries> later) =>
        Last(earlier) <= First(later) && Last(earlier) < Last(later);

    private static DateTimeOffset First(IEnumerable<MetricSeries> series) => series.Min(one => one.Hours.Keys.First());

    private static DateTimeOffset Last(IEnumerable<MetricSeries> series) => series.Max(one => one.Hours.Keys.Last());
}
