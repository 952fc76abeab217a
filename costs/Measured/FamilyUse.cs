using System.Globalization;
using Costs.Catalogue;

namespace Costs.Measured;

/// <summary>How the jobs of a family used their instances.</summary>
public sealed record FamilyUse
{
    public required WatchedFamily Family { get; init; }

    /// <summary>Jobs that were seen.</summary>
    public int Jobs { get; init; }

    /// <summary>Hours of all their instances together.</summary>
    public decimal InstanceHours { get; init; }

    /// <summary>How long a job took, on average; hosts of one job run side by side.</summary>
    public decimal HoursPerJob => Hosts == 0 ? 0 : InstanceHours / Hosts;

    /// <summary>How many instances all jobs had together.</summary>
    public int Hosts { get; init; }

    public Utilization Cpu { get; init; } = Utilization.Unknown;

    public Utilization Memory { get; init; } = Utilization.Unknown;

    public Utilization Gpu { get; init; } = Utilization.Unknown;

    public Utilization GpuMemory { get; init; } = Utilization.Unknown;

    /// <summary>For example 12 jobs.</summary>
    public string JobsText => Jobs == 1 ? "1 job" : string.Create(CultureInfo.InvariantCulture, $"{Jobs} jobs");

    public bool IsMeasured => Jobs > 0;

    /// <summary>Whether jobs ran on other instances than those planned, so that the shares mean nothing.</summary>
    public bool IsOfOtherInstances => Cpu.IsImpossible || Gpu.IsImpossible || GpuMemory.IsImpossible;

    internal static FamilyUse Of(WatchedFamily family, ImmutableArray<MetricSeries> found, PriceBook prices)
    {
        var own = found.Where(series => family.Fits(series.Job)).ToLookup(series => (series.Statistic, series.Metric));
        var hardware = Hardware.Of(family.InstanceType, prices);

        // Hosts report once a minute: the number of values says how long each hour's mean stands for.
        var minutes = own[("SampleCount", MetricNames.Cpu)].ToDictionary(series => series.Name, series => series.Hours, StringComparer.Ordinal);
        return new()
        {
            Family = family,
            Jobs = own.SelectMany(group => group).Select(series => series.Job).Distinct().Count(),
            Hosts = minutes.Count,
            InstanceHours = minutes.Values.SelectMany(hours => hours.Values).Sum(samples => Math.Min(samples, 60)) / 60,
            Cpu = Utilization.Of(Mean(MetricNames.Cpu), null, hardware?.Vcpu),
            Memory = Utilization.Of(null, Peak(MetricNames.Memory), 1),
            Gpu = Utilization.Of(Mean(MetricNames.Gpu), null, hardware?.Accelerator?.Count),
            GpuMemory = Utilization.Of(null, Peak(MetricNames.GpuMemory), hardware?.Accelerator?.Count),
        };

        decimal? Peak(string metric) =>
            own[("Maximum", metric)].SelectMany(series => series.Hours.Values).Cast<decimal?>().DefaultIfEmpty(null).Max();

        decimal? Mean(string metric)
        {
            var (sum, weight) = (0m, 0m);
            foreach (var series in own[("Average", metric)])
            {
                foreach (var (hour, mean) in series.Hours)
                {
                    var samples = minutes.TryGetValue(series.Name, out var known) && known.TryGetValue(hour, out var count) ? count : 1;
                    sum += mean * samples;
                    weight += samples;
                }
            }

            return weight > 0 ? sum / weight : null;
        }
    }
}
