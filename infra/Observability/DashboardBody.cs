using System.Text.Json.Nodes;

namespace Infra.Observability;

/// <summary>The document of a CloudWatch dashboard: a row for each thing that costs money, money itself first.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html</remarks>
internal static class DashboardBody
{
    private const int Columns = 24;
    private const int RowHeight = 6;
    private const int MinuteSeconds = 60;
    private const int FiveMinutesSeconds = 300;
    private const int QuarterDaySeconds = 21_600;
    private const string Endpoints = "/aws/sagemaker/Endpoints";
    private const string SageMaker = "AWS/SageMaker";

    /// <summary>The bill's metric exists in one Region, for the whole account, and only where billing alerts are switched on.</summary>
    private const string BillingRegion = "us-east-1";

    public static JsonObject For(string title, string region, IReadOnlyList<WatchedFamily> families, IReadOnlyList<WatchedEndpoint> endpoints)
    {
        IReadOnlyList<JsonObject>[] rows =
        [
            [Text($"# {title}"), Spend()],
            .. families.Select(family => (IReadOnlyList<JsonObject>)[.. OfFamily(family, region)]),
            .. endpoints.Select(endpoint => (IReadOnlyList<JsonObject>)[.. OfEndpoint(endpoint, region)]),
        ];
        return new() { ["widgets"] = new JsonArray([.. rows.SelectMany(Placed)]) };
    }

    private static IEnumerable<JsonObject> Placed(IReadOnlyList<JsonObject> widgets, int row) => widgets.Select((widget, column) =>
    {
        var width = Columns / widgets.Count;
        widget["x"] = column * width;
        widget["y"] = row * RowHeight;
        widget["width"] = width;
        widget["height"] = RowHeight;
        return widget;
    });

    private static JsonObject Text(string markdown) => new()
    {
        ["type"] = "text",
        ["properties"] = new JsonObject
        {
            ["markdown"] = $"{markdown}\n\nWhat SageMaker has cost since the month began is the whole account's; AWS updates it a few times a day.",
        },
    };

    private static JsonObject Spend() => Graph(
        "SageMaker, US dollars since the month began (account)",
        BillingRegion,
        QuarterDaySeconds,
        "Maximum",
        ["AWS/Billing", "EstimatedCharges", "Currency", "USD", "ServiceName", "AmazonSageMaker"]);

    /// <summary>The metrics of a job are those of its hosts; both are sums over the GPUs of a host.</summary>
    private static IEnumerable<JsonObject> OfFamily(WatchedFamily family, string region) =>
        from metric in (string[])["GPUUtilization", "GPUMemoryUtilization"]
        select Widget($"{family.Name}: {metric} of its jobs (100 for each GPU)", region, FiveMinutesSeconds, "Average", new JsonArray(new JsonArray(new JsonObject
        {
            ["expression"] = $"SEARCH('{{/aws/sagemaker/TrainingJobs,Host}} MetricName=\"{metric}\" ({family.Hosts})', 'Average', {FiveMinutesSeconds})",
            ["label"] = "",
        })));

    private static IEnumerable<JsonObject> OfEndpoint(WatchedEndpoint endpoint, string region)
    {
        string[] variant = ["EndpointName", endpoint.EndpointName, "VariantName", endpoint.VariantName];
        yield return Graph($"{endpoint.Name}: invocations a minute", region, MinuteSeconds, "Sum", [SageMaker, "Invocations", .. variant]);
        yield return Graph(
            $"{endpoint.Name}: latency of the model, microseconds", region, MinuteSeconds, "p90", [SageMaker, "ModelLatency", .. variant]);
        yield return endpoint.Kind switch
        {
            EndpointKind.MultiModel => Graph(
                $"{endpoint.Name}: models found in memory, share", region, FiveMinutesSeconds, "Average", [SageMaker, "ModelCacheHit", .. variant]),
            EndpointKind.Asynchronous => Graph(
                $"{endpoint.Name}: requests that wait",
                region,
                MinuteSeconds,
                "Maximum",
                [SageMaker, "ApproximateBacklogSize", "EndpointName", endpoint.EndpointName]),
            EndpointKind.Serverless => Graph(
                $"{endpoint.Name}: cold starts, microseconds", region, FiveMinutesSeconds, "Maximum", [SageMaker, "ModelSetupTime", .. variant]),
            _ => Graph(
                $"{endpoint.Name}: CPU (100 for each core)", region, FiveMinutesSeconds, "Average", [Endpoints, "CPUUtilization", .. variant]),
        };
    }

    private static JsonObject Graph(string title, string region, int period, string statistic, string[] metric) =>
        Widget(title, region, period, statistic, new JsonArray(new JsonArray([.. metric.Select(part => JsonValue.Create(part))])));

    private static JsonObject Widget(string title, string region, int period, string statistic, JsonArray metrics) => new()
    {
        ["type"] = "metric",
        ["properties"] = new JsonObject
        {
            ["title"] = title,
            ["region"] = region,
            ["view"] = "timeSeries",
            ["stat"] = statistic,
            ["period"] = period,
            ["metrics"] = metrics,
        },
    };
}

/// <summary>A family of training jobs on a dashboard.</summary>
/// <param name="Name">Its key in the settings.</param>
/// <param name="JobPrefix">What the names of its jobs begin with.</param>
internal sealed record WatchedFamily(string Name, string JobPrefix)
{
    /// <summary>
    /// What a search finds the hosts of its jobs by, on spot and on demand: words that follow each other in their names. What
    /// stands in quotation marks would have to be a whole name.
    /// </summary>
    /// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html</remarks>
    public string Hosts
    {
        get
        {
            var words = JobPrefix.Replace("--", "-", StringComparison.Ordinal);
            return $"Host={words}-spot OR Host={words}-full";
        }
    }
}

/// <summary>An endpoint on a dashboard.</summary>
/// <param name="Name">Its key in the settings.</param>
internal sealed record WatchedEndpoint(string Name, EndpointKind Kind, string EndpointName, string VariantName);

/// <summary>How an endpoint serves, which decides what there is to see.</summary>
internal enum EndpointKind
{
    Realtime,
    MultiModel,
    Serverless,
    Asynchronous,
}
