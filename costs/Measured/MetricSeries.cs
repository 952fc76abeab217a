namespace Costs.Measured;

/// <summary>The hours of one metric in an answer.</summary>
/// <param name="Id">Of the query.</param>
/// <param name="Subject">What the label says it is of.</param>
/// <param name="Statistic">What of an hour's values it has.</param>
/// <param name="Metric">Its name.</param>
/// <param name="Name">The endpoint or the host.</param>
/// <param name="Hours">Values by the hour that they stand for; an hour without a value is not there.</param>
internal sealed record MetricSeries(
    string Id, string Subject, MetricWindow Window, string Statistic, string Metric, string Name,
    ImmutableSortedDictionary<DateTimeOffset, decimal> Hours)
{
    /// <summary>The job of a host, which is called job/algo-number.</summary>
    public string Job => Name.Split('/')[0];
}
