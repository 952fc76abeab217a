using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Costs.Measured;

/// <summary>One query of a request for metrics. Its answer carries its id and its label, which together say what it is of.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html</remarks>
internal abstract record MetricQuery
{
    private const int LongestReadablePart = 60;

    /// <summary>What it is of: stack, resource and variant, for people.</summary>
    public required string Subject { get; init; }

    /// <summary>What tells it from every other query of every stack.</summary>
    public required string Key { get; init; }

    public required MetricWindow Window { get; init; }

    public required string Statistic { get; init; }

    /// <summary>Begins with a small letter, and has only letters, digits and underscores; at most 255.</summary>
    public string Id
    {
        get
        {
            var plain = new string([.. Subject.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')]);
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Key}|{Statistic}")))[..12];
            return $"q_{plain[..Math.Min(plain.Length, LongestReadablePart)]}_{Statistic}_{hash}";
        }
    }

    /// <summary>Metric and name as CloudWatch fills them in, or as they are known.</summary>
    protected abstract string MetricAndName { get; }

    public string Label => $"{Subject.Replace('$', '_')} {Window} {Statistic} {MetricAndName}";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("Id"u8, Id);
        json.WriteString("Label"u8, Label);
        WriteWhat(json);
        json.WriteEndObject();
    }

    protected abstract void WriteWhat(Utf8JsonWriter json);
}

/// <summary>A metric whose dimensions are known.</summary>
internal sealed record NamedMetric(
    string Namespace, string Metric, ImmutableArray<KeyValuePair<string, string>> Dimensions) : MetricQuery
{
    protected override string MetricAndName => $"{Metric} {Dimensions[0].Value}";

    protected override void WriteWhat(Utf8JsonWriter json)
    {
        json.WriteStartObject("MetricStat");
        json.WriteStartObject("Metric"u8);
        json.WriteString("Namespace"u8, Namespace);
        json.WriteString("MetricName", Metric);
        json.WriteStartArray("Dimensions"u8);
        foreach (var (name, value) in Dimensions)
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteNumber("Period", MetricWindow.PeriodSeconds);
        json.WriteString("Stat", Statistic);
        json.WriteEndObject();
    }
}

/// <summary>
/// Metrics that are searched for, since the names that AWS knows them by are not known before a deployment. A search finds
/// words, so that it may also find what is called alike; the labels tell.
/// </summary>
/// <param name="Namespace">Where to search.</param>
/// <param name="Dimensions">Every dimension of the metrics; the first is the one whose value is searched for.</param>
/// <param name="Terms">What has to be found.</param>
internal sealed record SearchedMetrics(string Namespace, ImmutableArray<string> Dimensions, string Terms) : MetricQuery
{
    protected override string MetricAndName => $"${{PROP('MetricName')}} ${{PROP('Dim.{Dimensions[0]}')}}";

    protected override void WriteWhat(Utf8JsonWriter json) => json.WriteString(
        "Expression", $"SEARCH('{{\"{Namespace}\",{string.Join(',', Dimensions)}}} {Terms}', '{Statistic}', {MetricWindow.PeriodSeconds})");
}
