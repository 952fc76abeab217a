using System.Text.Json.Nodes;

namespace Infra.Tests.Builders;

/// <summary>A training job as DescribeTrainingJob tells of it, and what CloudWatch measured on its hosts.</summary>
internal sealed record GuardedJob
{
    public string Name { get; init; } = "by-hand";

    public string Status { get; init; } = "InProgress";

    /// <summary>What the event says, where the job has gone on since.</summary>
    public string? EventStatus { get; init; }

    public string RoleArn { get; init; } = "arn:aws:iam::123456789012:role/somebody";

    /// <summary>Null leaves it out of the description.</summary>
    public bool? Spot { get; init; } = false;

    public string? InstanceType { get; init; } = "ml.g5.12xlarge";

    public int InstanceCount { get; init; } = 1;

    public int? Minutes { get; init; } = 600;

    /// <summary>Further members of ResourceConfig.</summary>
    public JsonObject Resources { get; init; } = [];

    public bool IsServerless { get; init; }

    /// <summary>Mean of GPUUtilization, the sum over the GPUs of a host; a number for each host. None: no data.</summary>
    public IReadOnlyList<double> Gpu { get; init; } = [];

    /// <summary>Peak of GPUMemoryUtilization, likewise a sum.</summary>
    public double? GpuMemory { get; init; }

    /// <summary>Peak of MemoryUtilization, percent.</summary>
    public double? HostMemory { get; init; } = 10;

    public JsonObject Event => new() { ["TrainingJobName"] = Name, ["TrainingJobStatus"] = EventStatus ?? Status };

    public string ExecutionName => $"{Name}-{((EventStatus ?? Status) == "InProgress" ? "started" : "ended")}";

    public JsonObject Describe()
    {
        var resources = (JsonObject)Resources.DeepClone();
        if (InstanceType is not null)
            (resources[nameof(InstanceType)], resources[nameof(InstanceCount)]) = (InstanceType, InstanceCount);
        var description = new JsonObject
        {
            ["TrainingJobName"] = Name,
            ["TrainingJobStatus"] = Status,
            [nameof(RoleArn)] = RoleArn,
            ["ResourceConfig"] = resources,
            ["CreationTime"] = "2026-11-02T09:55:00.123Z",
        };
        if (Spot is { } spot)
            description["EnableManagedSpotTraining"] = spot;
        if (IsServerless)
            description["ServerlessJobConfig"] = new JsonObject { ["JobType"] = "FineTuning" };
        if (Minutes is { } minutes && Status != "InProgress")
        {
            var started = new DateTime(2026, 11, 2, 10, 0, 0, DateTimeKind.Utc);
            description["TrainingStartTime"] = $"{started:yyyy-MM-ddTHH:mm:ss.fffZ}";
            description["TrainingEndTime"] = $"{started.AddMinutes(minutes):yyyy-MM-ddTHH:mm:ss.fffZ}";
        }

        return description;
    }

    /// <summary>CloudWatch's answer to the queries: 60 values of the GPU a period, in two periods of unequal length.</summary>
    public JsonObject Measure(JsonObject arguments) => new()
    {
        ["MetricDataResults"] = new JsonArray([.. arguments["MetricDataQueries"]!.AsArray().Select(query => Answer(query!))]),
    };

    private JsonObject Answer(JsonNode query)
    {
        var metric = query["MetricStat"]!["Metric"]!;
        var host = int.Parse(((string)metric["Dimensions"]![0]!["Value"]!).Split("/algo-")[1]);
        double[] values = ((string)metric["MetricName"]!, (string)query["MetricStat"]!["Stat"]!) switch
        {
            ("GPUUtilization", _) when Gpu.Count == 0 => [],
            ("GPUUtilization", "Sum") => [Gpu[host - 1] * 60, Gpu[host - 1] * 20],
            ("GPUUtilization", "SampleCount") => [60, 20],
            ("GPUMemoryUtilization", "Maximum") => GpuMemory is { } gpu ? [gpu / 2, gpu] : [],
            ("MemoryUtilization", "Maximum") => HostMemory is { } memory ? [memory] : [],
            var other => throw new NotSupportedException($"{other}"),
        };
        return new() { ["Id"] = query["Id"]!.DeepClone(), ["Values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };
    }
}
