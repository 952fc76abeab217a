namespace Costs.Measured;

/// <summary>The metrics of one endpoint, by statistic and name.</summary>
internal sealed class SeriesTable
{
    private readonly ILookup<(string Statistic, string Metric), MetricSeries> series;

    private SeriesTable(IEnumerable<MetricSeries> series) =>
        this.series = series.ToLookup(one => (one.Statistic, one.Metric));

    /// <summary>Every hour of which there is a value.</summary>
    public ImmutableHashSet<DateTimeOffset> AllHours => [.. series.SelectMany(group => group).SelectMany(one => one.Hours.Keys)];

    public static SeriesTable Of(IEnumerable<MetricSeries> series) => new(series);

    /// <summary>The hours of which any of the metrics has a value.</summary>
    public ImmutableHashSet<DateTimeOffset> HoursOf(params string[] metrics) =>
    [
        .. series.SelectMany(group => group).Where(one => metrics.Contains(one.Metric)).SelectMany(one => one.Hours.Keys),
    ];

    /// <summary>Null where there is no value.</summary>
    public decimal? Sum(string statistic, string metric) => Values(statistic, metric) is { Length: > 0 } values ? values.Sum() : null;

    /// <inheritdoc cref="Sum"/>
    public decimal? Max(string statistic, string metric) => Values(statistic, metric) is { Length: > 0 } values ? values.Max() : null;

    /// <inheritdoc cref="Sum"/>
    public decimal? Mean(string metric) => Values("Average", metric) is { Length: > 0 } values ? values.Average() : null;

    private decimal[] Values(string statistic, string metric) => [.. series[(statistic, metric)].SelectMany(one => one.Hours.Values)];
}
