using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Costs.Plan;

namespace Costs.Measured;

/// <summary>What `aws cloudwatch get-metric-data --cli-input-json` is given.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html</remarks>
public static class MetricRequest
{
    /// <summary>Queries that one request may have.</summary>
    public const int MostQueries = 500;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A request for the two weeks before <paramref name="now"/>; what cannot be asked for is an exception.</summary>
    /// <exception cref="MetricsException">There is nothing to ask for, or more than one request can.</exception>
    public static ReadOnlyMemory<byte> For(IReadOnlyList<PlannedResource> plan, DateTimeOffset now)
    {
        var watched = WatchedPlan.Of(plan);
        var window = MetricWindow.Before(now);
        var queries = MetricQueries.Of(watched, window);
        return queries.Length switch
        {
            0 => throw new MetricsException(
                $"The stack {watched.Stack} has no endpoints and no training jobs whose names are known, so there is nothing to measure."),
            > MostQueries => throw new MetricsException(
                $"The stack {watched.Stack} takes {queries.Length} queries of metrics ({watched.Variants.Length} variants of endpoints, "
                + $"{watched.Families.Length} families of training jobs), and one request of CloudWatch may have {MostQueries}. "
                + "Measure what it is made of as stacks of their own."),
            _ => Write(queries, window),
        };
    }

    private static ReadOnlyMemory<byte> Write(ImmutableArray<MetricQuery> queries, MetricWindow window)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("MetricDataQueries");
            foreach (var query in queries)
            {
                query.Write(json);
            }

            json.WriteEndArray();
            json.WriteString("StartTime", window.Start.UtcDateTime);
            json.WriteString("EndTime", window.End.UtcDateTime);
            json.WriteString("ScanBy", "TimestampAscending");
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }
}
