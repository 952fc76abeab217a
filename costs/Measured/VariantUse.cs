using Costs.Catalogue;
using Costs.Money;

namespace Costs.Measured;

/// <summary>How a variant of an endpoint was used.</summary>
public sealed record VariantUse
{
    public required WatchedVariant Variant { get; init; }

    /// <summary>What AWS calls the endpoint that was measured; null where nothing was, or more than one may be meant.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Endpoints of which any may be the one, where there is more than one: then nothing else is known.</summary>
    public ImmutableArray<string> Candidates { get; init; } = [];

    /// <summary>Hours that the figures are of: from the first sign of it to the end of the window.</summary>
    public int Hours { get; init; }

    /// <summary>Hours of which there is any value.</summary>
    public int HoursWithData { get; init; }

    /// <summary>How often it was called in those hours; null where that is not known.</summary>
    public decimal? Calls { get; init; }

    /// <summary>The most calls in one hour; null where calls are not known.</summary>
    public decimal? PeakCallsPerHour { get; init; }

    /// <summary>How many instances there were at a call, on average; null where that is not known.</summary>
    public decimal? InstancesPerCall { get; init; }

    /// <summary>How long the model took, on average; null where that is not known.</summary>
    public decimal? SecondsPerCall { get; init; }

    public Utilization Cpu { get; init; } = Utilization.Unknown;

    public Utilization Memory { get; init; } = Utilization.Unknown;

    public Utilization Gpu { get; init; } = Utilization.Unknown;

    public Utilization GpuMemory { get; init; } = Utilization.Unknown;

    public bool IsMeasured => HoursWithData > 0;

    /// <summary>At the rate of the hours that were measured; null where calls are not known.</summary>
    public decimal? CallsPerMonth => Calls * BillingMonth.Hours / Math.Max(1, Hours);

    public decimal Days => Hours / 24m;

    /// <summary>Whether it ran, and nobody called it.</summary>
    public bool IsIdle => Calls == 0 && !Variant.IsServerless;

    /// <summary>Whether it was measured on other instances than those planned, so that the shares mean nothing.</summary>
    public bool IsOfOtherInstances => Cpu.IsImpossible || Gpu.IsImpossible || GpuMemory.IsImpossible;

    internal static VariantUse Of(
        WatchedVariant variant, MetricWindow window, ImmutableArray<MetricSeries> found, PriceBook prices)
    {
        var endpoints = Generations.Of(found.Where(series => variant.Endpoint.Fits(series.Name)));
        return endpoints switch
        {
            [] => new() { Variant = variant },
            [var endpoint] => OfOne(variant, window, endpoint, variant.InstanceType is { } type ? Hardware.Of(type, prices) : null),
            _ => new() { Variant = variant, Candidates = [.. endpoints.Select(endpoint => endpoint.Key).Order(StringComparer.Ordinal)] },
        };
    }

    private static VariantUse OfOne(
        WatchedVariant variant, MetricWindow window, IGrouping<string, MetricSeries> endpoint, InstanceFacts? hardware)
    {
        var series = SeriesTable.Of(endpoint);
        var running = series.HoursOf(MetricNames.Cpu, MetricNames.Memory, MetricNames.Gpu, MetricNames.GpuMemory);
        var calls = series.Sum("Sum", variant.IsAsync ? MetricNames.InvocationsProcessed : MetricNames.Invocations);
        var perInstance = series.Sum("Sum", MetricNames.InvocationsPerInstance);
        var answered = series.Sum("SampleCount", MetricNames.ModelLatency);

        // Silence leaves no values: of instances the hardware tells that there was one, of a serverless variant nothing does.
        var counted = !variant.CountsCalls ? null : calls ?? (running.Count > 0 && !variant.IsServerless ? 0m : null);
        var all = series.AllHours;
        return new()
        {
            Variant = variant,
            Endpoint = endpoint.Key,
            Hours = variant.IsServerless || running.Count == 0 ? window.Hours : (int)(window.End - running.Min()).TotalHours,
            HoursWithData = all.Count,
            Calls = counted,
            PeakCallsPerHour = counted is null
                ? null
                : series.Max("Sum", variant.IsAsync ? MetricNames.InvocationsProcessed : MetricNames.Invocations) ?? 0,
            InstancesPerCall = calls > 0 && perInstance > 0 ? calls / perInstance : null,
            SecondsPerCall = answered > 0 ? series.Sum("Sum", MetricNames.ModelLatency) / answered / 1_000_000 : null,
            Cpu = Of(MetricNames.Cpu, hardware?.Vcpu),
            Memory = Of(MetricNames.Memory, 1),
            Gpu = Of(MetricNames.Gpu, hardware?.Accelerator?.Count),
            GpuMemory = Of(MetricNames.GpuMemory, hardware?.Accelerator?.Count),
        };

        Utilization Of(string metric, int? parts) => Utilization.Of(series.Mean(metric), series.Max("Maximum", metric), parts);
    }
}
