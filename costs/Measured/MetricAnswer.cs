using System.Text.Json;

namespace Costs.Measured;

/// <summary>What `aws cloudwatch get-metric-data` printed.</summary>
/// <param name="Series">Everything that has values.</param>
/// <param name="Ids">The ids of all queries that were answered, also of those without values.</param>
/// <param name="Messages">What CloudWatch has to say about the answer as a whole.</param>
internal sealed record MetricAnswer(
    ImmutableArray<MetricSeries> Series, ImmutableHashSet<string> Ids, ImmutableArray<string> Messages)
{
    private const string Results = "MetricDataResults";
    private const string Remedy = "Ask again: aws cloudwatch get-metric-data --cli-input-json file://QUERY --output json";

    /// <exception cref="MetricsException">It is no such answer, or not the whole of one.</exception>
    public static MetricAnswer Read(ReadOnlySpan<byte> file)
    {
        var text = MetricText.Decode(file);
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            throw new MetricsException($"{MetricText.WhyNotJson(text, fault)} {Remedy}");
        }
    }

    private static MetricAnswer Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(Results, out var results) || results.ValueKind != JsonValueKind.Array)
        {
            throw new MetricsException(root.ValueKind == JsonValueKind.Object && root.TryGetProperty("MetricDataQueries", out _)
                ? $"That is the query and not yet its answer. {Remedy}"
                : $"There are no {Results} in it. {Remedy}");
        }

        if (root.TryGetProperty("NextToken", out var token) && token.ValueKind == JsonValueKind.String)
        {
            throw new MetricsException($"It is the first part of an answer: it has a NextToken. Leave out --no-paginate and --max-items. {Remedy}");
        }

        ImmutableArray<MetricResult> parts = [.. results.EnumerateArray().Select(MetricResult.Read)];
        return new(
            [.. Joined(parts).Where(result => !result.Hours.IsEmpty).Select(result => result.Series())],
            [.. parts.Select(part => part.Id)],
            [.. MessagesOf(root), .. parts.SelectMany(part => part.Messages)]);
    }

    /// <summary>A long answer comes in pages, and the command line lists what belongs together once a page.</summary>
    private static IEnumerable<MetricResult> Joined(ImmutableArray<MetricResult> parts)
    {
        foreach (var same in parts.GroupBy(part => (part.Id, part.Label)))
        {
            var whole = same.Aggregate((first, next) => first with
            {
                Status = next.Status,
                Hours = first.Hours.SetItems(next.Hours),
            });
            yield return whole.Status == MetricResult.Complete
                ? whole
                : throw new MetricsException(
                    $"The answer is not complete: the StatusCode of {whole.Label} is {whole.Status}{Said(same)}. {Remedy}");
        }
    }

    private static string Said(IEnumerable<MetricResult> parts) =>
        string.Join(", ", parts.SelectMany(part => part.Messages)) is { Length: > 0 } messages ? $" ({messages})" : "";

    internal static IEnumerable<string> MessagesOf(JsonElement owner) =>
        owner.TryGetProperty("Messages"u8, out var messages) && messages.ValueKind == JsonValueKind.Array
            ? messages.EnumerateArray().Select(message => $"{Text(message, "Code")}: {Text(message, "Value")}")
            : [];

    private static string Text(JsonElement message, string name) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(name, out var text) ? text.ToString() : "";
}
