using Costs.Catalogue;
using Costs.Measured;
using Costs.Plan;
using Preview.CommandLine;
using Preview.Runs;

namespace Preview.Pricing;

/// <summary>The file that `aws cloudwatch get-metric-data` was written to, and the query that it answers (docs/metrics.md).</summary>
internal sealed class MetricsFile(string name, byte[] bytes)
{
    /// <summary>Null where the arguments name none.</summary>
    /// <exception cref="UserErrorException">The file cannot be read.</exception>
    public static MetricsFile? Open(Arguments arguments)
    {
        if (arguments.Metrics is not { } file)
        {
            return null;
        }

        try
        {
            return new(file, File.ReadAllBytes(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(
                $"The metrics {file} cannot be read: {fault.Message} Ask for them with the query that advise {arguments.Stack} --metrics-query prints (docs/metrics.md).");
        }
    }

    /// <summary>The query, as --cli-input-json takes it.</summary>
    /// <exception cref="UserErrorException">The preview failed, or there is nothing to ask.</exception>
    public static ReadOnlyMemory<byte> QueryFor(PreviewResult result, DateTimeOffset now)
    {
        try
        {
            return MetricRequest.For(PlanEstimate.PlanOf(result), now);
        }
        catch (MetricsException fault)
        {
            throw new UserErrorException(fault.Message);
        }
    }

    /// <exception cref="UserErrorException">It is no whole answer to the query of this plan.</exception>
    public MeasuredUse Read(IReadOnlyList<PlannedResource> plan)
    {
        try
        {
            return MeasuredUse.Read(plan, PriceBook.BuiltIn, bytes);
        }
        catch (MetricsException fault)
        {
            throw new UserErrorException($"The metrics {name} cannot be used. {fault.Message} See docs/metrics.md.");
        }
    }
}
