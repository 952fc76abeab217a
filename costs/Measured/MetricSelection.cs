namespace Costs.Measured;

/// <summary>Metrics of one thing that are asked for together: by their names where those are known, else by a search.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html</remarks>
/// <param name="Namespace">Where they are.</param>
/// <param name="Statistic">What of an hour's values is asked for.</param>
/// <param name="Metrics">Their names.</param>
internal sealed record MetricSelection(string Namespace, string Statistic, ImmutableArray<string> Metrics)
{
    /// <summary>The traffic of a variant.</summary>
    public static MetricSelection Calls(bool isAsync) => new(MetricNames.CallsNamespace, "Sum", isAsync
        ? [MetricNames.InvocationsProcessed]
        : [MetricNames.Invocations, MetricNames.InvocationsPerInstance, MetricNames.ModelLatency]);

    public static MetricSelection LatencyCount { get; } = new(MetricNames.CallsNamespace, "SampleCount", [MetricNames.ModelLatency]);

    /// <summary>What a variant's instances had to do.</summary>
    public static MetricSelection Mean { get; } = new(
        MetricNames.EndpointsNamespace, "Average", [MetricNames.Cpu, MetricNames.Gpu, MetricNames.Memory, MetricNames.GpuMemory]);

    public static MetricSelection Peak { get; } = Mean with { Statistic = "Maximum" };

    /// <summary>Of a serverless variant there is the memory of its containers.</summary>
    public static MetricSelection ServerlessPeak { get; } = Peak with { Metrics = [MetricNames.Memory] };

    /// <summary>What the hosts of jobs had to do: one metric each, since a search finds a limited number of hosts.</summary>
    public static ImmutableArray<MetricSelection> OfJobs { get; } =
    [
        new(MetricNames.JobsNamespace, "Average", [MetricNames.Cpu]),
        new(MetricNames.JobsNamespace, "SampleCount", [MetricNames.Cpu]),
        new(MetricNames.JobsNamespace, "Average", [MetricNames.Gpu]),
        new(MetricNames.JobsNamespace, "Maximum", [MetricNames.GpuMemory]),
        new(MetricNames.JobsNamespace, "Maximum", [MetricNames.Memory]),
    ];

    public static ImmutableArray<MetricSelection> Of(WatchedVariant variant) =>
    [
        .. variant.CountsCalls ? [Calls(variant.IsAsync)] : ImmutableArray<MetricSelection>.Empty,
        .. variant.CountsCalls && !variant.IsAsync ? [LatencyCount] : ImmutableArray<MetricSelection>.Empty,
        .. variant.IsServerless ? [ServerlessPeak] : ImmutableArray.Create(Mean, Peak),
    ];
}
