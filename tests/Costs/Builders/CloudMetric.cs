using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Costs.Measured;
using Costs.Plan;

namespace Costs.Tests.Builders;

/// <summary>One metric in CloudWatch, with one value in each of some hours.</summary>
internal sealed record CloudMetric(string Namespace, string Name, IReadOnlyDictionary<string, string> Dimensions)
{
    public IReadOnlyDictionary<int, decimal> ByHour { get; init; } = new Dictionary<int, decimal>();

    /// <summary>How many values an hour has.</summary>
    public int Samples { get; init; } = 60;

    public string Value(string key) => key == "MetricName" ? Name : Dimensions.GetValueOrDefault(key, "");

    public decimal Of(string statistic, int hour) => statistic switch
    {
        "SampleCount" => Samples,
        "Sum" => ByHour[hour] * Samples,
        _ => ByHour[hour],
    };
}

/// <summary>An account's metrics; it answers requests as the AWS CLI prints it.</summary>
/// <param name="variant">What the variants of its endpoints are called.</param>
internal sealed partial class CloudMetrics(string variant = "main")
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 19, 42, 7, TimeSpan.Zero);

    private readonly List<CloudMetric> metrics = [];

    public static MetricWindow Window => MetricWindow.Before(Now);

    /// <summary>Metrics of a variant's instances: the same value in each hour.</summary>
    public CloudMetrics Instances(string endpoint, int from = 0, int to = 336, params (string Metric, decimal Value)[] values) =>
        Add(values, value => new("/aws/sagemaker/Endpoints", value, Of(endpoint)), from, to, 60);

    /// <summary>Calls of a variant, so many in each hour, and how many seconds each took.</summary>
    public CloudMetrics Calls(string endpoint, int perHour, decimal seconds = 0.1m, int instances = 1, int from = 0, int to = 336, int every = 1)
    {
        Add([("Invocations", 1m), ("InvocationsPerInstance", 1m / instances), ("ModelLatency", seconds * 1_000_000)],
            name => new("AWS/SageMaker", name, Of(endpoint)), from, to, perHour, every);
        return this;
    }

    /// <summary>Metrics of a host of a job.</summary>
    public CloudMetrics Job(string host, int from, int to, params (string Metric, decimal Value)[] values) => Add(
        values, name => new("/aws/sagemaker/TrainingJobs", name, new Dictionary<string, string> { ["Host"] = host }), from, to, 60);

    /// <summary>The answer to the query of a plan.</summary>
    public JsonObject Answer(IReadOnlyList<PlannedResource> plan) => Answer(JsonNode.Parse(MetricRequest.For(plan, Now).Span)!.AsObject());

    private JsonObject Answer(JsonObject request)
    {
        var start = DateTimeOffset.Parse((string)request["StartTime"]!, CultureInfo.InvariantCulture);
        return new()
        {
            ["MetricDataResults"] = new JsonArray([.. request["MetricDataQueries"]!.AsArray().SelectMany(query => Results(query!.AsObject(), start))]),
            ["Messages"] = new JsonArray(),
        };
    }

    private IEnumerable<JsonNode> Results(JsonObject query, DateTimeOffset start)
    {
        if (query["MetricStat"] is JsonObject named)
        {
            var wanted = named["Metric"]!;
            var dimensions = wanted["Dimensions"]!.AsArray().ToDictionary(one => (string)one!["Name"]!, one => (string)one!["Value"]!);
            var found = metrics.Find(metric => metric.Namespace == (string)wanted["Namespace"]! && metric.Name == (string)wanted["MetricName"]!
                && metric.Dimensions.OrderBy(one => one.Key).SequenceEqual(dimensions.OrderBy(one => one.Key)));
            return [Result(query, found, (string)named["Stat"]!, start)];
        }

        var search = MetricSearch.Parse((string)query["Expression"]!);
        return [.. metrics.Where(search.Matches).Select(metric => Result(query, metric, search.Statistic, start))];
    }

    private static JsonObject Result(JsonObject query, CloudMetric? metric, string statistic, DateTimeOffset start)
    {
        var hours = (metric?.ByHour.Keys ?? []).Order().ToArray();
        return new()
        {
            ["Id"] = (string)query["Id"]!,
            ["Label"] = metric is null ? (string)query["Label"]! : Property().Replace((string)query["Label"]!, match =>
                metric.Value(match.Groups["name"].Value.Replace("Dim.", "", StringComparison.Ordinal))),
            ["Timestamps"] = new JsonArray([.. hours.Select(hour => JsonValue.Create(start.AddHours(hour).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)))]),
            ["Values"] = new JsonArray([.. hours.Select(hour => JsonValue.Create(metric!.Of(statistic, hour)))]),
            ["StatusCode"] = "Complete",
        };
    }

    private CloudMetrics Add(
        IEnumerable<(string Metric, decimal Value)> values, Func<string, CloudMetric> create, int from, int to, int samples, int every = 1)
    {
        metrics.AddRange(values.Select(value => create(value.Metric) with
        {
            ByHour = Enumerable.Range(from, to - from).Where(hour => hour % every == 0).ToDictionary(hour => hour, _ => value.Value),
            Samples = samples,
        }));
        return this;
    }

    private Dictionary<string, string> Of(string endpoint) => new() { ["EndpointName"] = endpoint, ["VariantName"] = variant };

    [GeneratedRegex(@"\$\{PROP\('(?<name>[A-Za-z.]+)'\)\}")]
    private static partial Regex Property();
}
