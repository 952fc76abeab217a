namespace Costs.Measured;

/// <summary>The queries that tell how a plan's endpoints and training families are used.</summary>
internal static class MetricQueries
{
    public static ImmutableArray<MetricQuery> Of(WatchedPlan plan, MetricWindow window) =>
    [
        .. plan.Variants.SelectMany(variant => Of(plan.Stack, variant, window)),
        .. plan.Families.SelectMany(family => Of(plan.Stack, family, window)),
    ];

    public static IEnumerable<MetricQuery> Of(string stack, WatchedVariant variant, MetricWindow window)
    {
        var subject = $"{stack}/{variant.Resource}/{variant.Variant}";
        return
            from selection in MetricSelection.Of(variant)
            from query in variant.Endpoint.IsWhole ? Named(selection) : [Searched(selection)]
            select query;

        IEnumerable<MetricQuery> Named(MetricSelection selection) =>
            from metric in selection.Metrics
            select new NamedMetric(
                selection.Namespace,
                metric,
                [new(MetricNames.EndpointName, variant.Endpoint.Text), new(MetricNames.VariantName, variant.Variant)])
            {
                Subject = subject,
                Key = $"{variant.Urn}|{variant.Variant}|{variant.Endpoint.Text}|{selection.Namespace}|{metric}",
                Window = window,
                Statistic = selection.Statistic,
            };

        MetricQuery Searched(MetricSelection selection) => new SearchedMetrics(
            selection.Namespace,
            [MetricNames.EndpointName, MetricNames.VariantName],
            $"{MetricNames.EndpointName}={Words(variant.Endpoint.Text)} {MetricNames.VariantName}=\"{variant.Variant}\" {AnyOf(selection.Metrics)}")
        {
            Subject = subject,
            Key = $"{variant.Urn}|{variant.Variant}|{selection.Namespace}|{string.Join(',', selection.Metrics)}",
            Window = window,
            Statistic = selection.Statistic,
        };
    }

    public static IEnumerable<MetricQuery> Of(string stack, WatchedFamily family, MetricWindow window) =>
        from selection in MetricSelection.OfJobs
        let names = family.JobNames.Select(name => $"{MetricNames.Host}={Words(name)}")
        select new SearchedMetrics(
            selection.Namespace, [MetricNames.Host], $"({string.Join(" OR ", names)}) {AnyOf(selection.Metrics)}")
        {
            Subject = $"{stack}/{family.Resource}/{family.InstanceType}",
            Key = $"{family.Urn}|{family.InstanceType}|{string.Join(',', family.JobNames)}|{string.Join(',', selection.Metrics)}",
            Window = window,
            Statistic = selection.Statistic,
        };

    private static string AnyOf(ImmutableArray<string> metrics) => metrics is [var only]
        ? $"MetricName=\"{only}\""
        : $"({string.Join(" OR ", metrics.Select(metric => $"MetricName=\"{metric}\""))})";

    /// <summary>A name as words that follow each other, which is what a search without quotation marks finds in longer names.</summary>
    private static string Words(string name) =>
        string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => new string([.. word.Where(char.IsAsciiLetterOrDigit)])));
}
