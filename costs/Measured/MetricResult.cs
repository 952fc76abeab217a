using System.Globalization;
using System.Text.Json;

namespace Costs.Measured;

/// <summary>One entry of an answer; where the answer has several pages, a part of one.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataResult.html</remarks>
internal sealed record MetricResult(
    string Id, string Label, string Status, ImmutableSortedDictionary<DateTimeOffset, decimal> Hours, ImmutableArray<string> Messages)
{
    public const string Complete = "Complete";

    /// <summary>Words of a label behind its window: statistic, metric, name.</summary>
    private const int WordsBehind = 3;

    /// <exception cref="MetricsException">The entry is none of an answer.</exception>
    public static MetricResult Read(JsonElement entry, int index)
    {
        var where = $"MetricDataResults[{index}]";
        if (entry.ValueKind != JsonValueKind.Object)
        {
            throw new MetricsException($"{where} is {entry.ValueKind}, expected an object with Id, Label, Timestamps and Values.");
        }

        var (id, label) = (Text(entry, "Id", where), Text(entry, "Label", where));
        var times = List(entry, "Timestamps", where);
        var values = List(entry, "Values", where);
        if (times.Length != values.Length)
        {
            throw new MetricsException($"{where} ({label}) has {times.Length} Timestamps and {values.Length} Values; each value has one.");
        }

        var hours = ImmutableSortedDictionary.CreateBuilder<DateTimeOffset, decimal>();
        foreach (var (time, value) in times.Zip(values))
        {
            hours[Time(time, label)] = Amount(value, label);
        }

        return new(id, label, Text(entry, "StatusCode", where), hours.ToImmutable(), [.. MetricAnswer.MessagesOf(entry)]);
    }

    /// <summary>What it is of, by its label.</summary>
    /// <exception cref="MetricsException">The label is none that a query of ours gives.</exception>
    public MetricSeries Series()
    {
        var words = Label.Split(' ');
        var at = Array.FindIndex(words, word => MetricWindow.Parse(word) is not null);
        return at > 0 && words.Length > at + WordsBehind
            ? new(Id, string.Join(' ', words[..at]), MetricWindow.Parse(words[at])!, words[at + 1], words[at + 2], words[at + 3], Hours)
            : throw new MetricsException(
                $"{Id} is called {Label}, which is no label of a query that --metrics-query prints. Ask with such a query.");
    }

    private static string Text(JsonElement entry, string name, string where) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new MetricsException($"{where} has no {name}.");

    private static JsonElement[] List(JsonElement entry, string name, string where) =>
        entry.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : throw new MetricsException($"{where} has no list of {name}.");

    /// <summary>Text, or with some settings of the command line seconds since 1970.</summary>
    private static DateTimeOffset Time(JsonElement time, string label) => time switch
    {
        { ValueKind: JsonValueKind.String } when DateTimeOffset.TryParse(
            time.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) => read.ToUniversalTime(),
        { ValueKind: JsonValueKind.Number } when time.TryGetDouble(out var seconds) && seconds is >= 0 and < 1e11 =>
            DateTimeOffset.UnixEpoch.AddSeconds(seconds),
        _ => throw new MetricsException($"{label} has the timestamp {time}, expected one as 2026-11-10T19:00:00+00:00."),
    };

    private static decimal Amount(JsonElement value, string label) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) && amount >= 0
            ? amount
            : throw new MetricsException($"{label} has the value {value}, expected a number that is not negative.");
}
