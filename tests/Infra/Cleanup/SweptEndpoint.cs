using System.Text.Json.Nodes;

namespace Infra.Tests.Cleanup;

/// <summary>An endpoint as SageMaker and CloudWatch tell of it.</summary>
internal sealed record SweptEndpoint(string Name)
{
    public string Created { get; init; } = "2026-10-01T08:00:00.000Z";

    public int? Instances { get; init; } = 1;

    public int Variants { get; init; } = 1;

    public bool IsAsynchronous { get; init; }

    public bool IsServerless { get; init; }

    public int? ProvisionedConcurrency { get; init; }

    /// <summary>More than 100 come in several pages.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>What CloudWatch has, by metric and the value of its last dimension. Where there is nothing, it has no data.</summary>
    public IReadOnlyDictionary<(string Metric, string Of), int> Metrics { get; init; } = new Dictionary<(string, string), int>();

    public string MetricStatus { get; init; } = "Complete";

    public JsonObject Summary => new()
    {
        ["EndpointName"] = Name,
        ["EndpointArn"] = Arn,
        ["CreationTime"] = Created,
        ["EndpointStatus"] = "InService",
    };

    private string Arn => $"arn:aws:sagemaker:us-east-1:123456789012:endpoint/{Name.ToLowerInvariant()}";

    public JsonObject Describe()
    {
        var description = Summary;
        description["ProductionVariants"] = new JsonArray([.. Enumerable.Range(1, Variants).Select(Variant)]);
        if (IsAsynchronous)
            description["AsyncInferenceConfig"] = new JsonObject { ["OutputConfig"] = new JsonObject { ["S3OutputPath"] = "s3://b/o" } };
        return description;
    }

    public JsonObject ListTags() => new()
    {
        [nameof(Tags)] = new JsonArray([.. Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]),
    };

    public JsonObject Measure(JsonObject request) => new()
    {
        ["MetricDataResults"] = new JsonArray([.. request["MetricDataQueries"]!.AsArray().Select(query => Answer(query!))]),
    };

    private JsonObject Variant(int number)
    {
        var variant = new JsonObject { ["VariantName"] = $"v{number}" };
        if (IsServerless)
        {
            var serverless = new JsonObject { ["MaxConcurrency"] = 5 };
            if (ProvisionedConcurrency is { } ready)
                serverless[nameof(ProvisionedConcurrency)] = ready;
            variant["CurrentServerlessConfig"] = serverless;
        }
        else if (Instances is { } count)
        {
            variant["CurrentInstanceCount"] = count;
        }

        return variant;
    }

    private JsonObject Answer(JsonNode query)
    {
        var metric = query["MetricStat"]!["Metric"]!;
        Assert.Equal("AWS/SageMaker", (string?)metric["Namespace"]);
        var key = ((string)metric["MetricName"]!, (string)metric["Dimensions"]!.AsArray()[^1]!["Value"]!);
        var values = Metrics.TryGetValue(key, out var value) ? new JsonArray(0, value) : [];
        return new() { ["Id"] = query["Id"]!.DeepClone(), ["Values"] = values, ["StatusCode"] = MetricStatus };
    }
}
