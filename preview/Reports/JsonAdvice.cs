using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Costs.Advice;
using Preview.Runs;

namespace Preview.Reports;

/// <summary>Advice for machines. Amounts are USD a month, not rounded; one that is not known is null, and its reason a text.</summary>
internal static class JsonAdvice
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Of(PreviewResult result, StackAdvice advice)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteString("project", result.Settings.Project);
            json.WriteString("stack", result.Settings.Stack);
            json.WriteString("currency", "USD");
            json.WriteStartArray("regions");
            foreach (var region in advice.Regions)
            {
                json.WriteStartObject();
                json.WriteString("region", region.Region);
                json.WriteString("pricesAsOf", region.PricesAsOf);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            JsonCost.WriteCost(json, "before", advice.Before);
            JsonCost.WriteCost(json, "after", advice.After);
            json.WriteNumber("saving", advice.Total);
            WriteLines(json, "advice", advice.Lines);
            WriteLines(json, "commitments", advice.Commitments);
            WriteRemarks(json, "kept", advice.Kept);
            WriteRemarks(json, "notKnown", advice.NotKnown);
            json.WriteString("measuredOver", advice.MeasuredOver);
            WriteRemarks(json, "notMeasured", advice.NotMeasured);
            WriteRemarks(json, "contradictions", advice.Contradictions);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteRemarks(Utf8JsonWriter json, string name, IEnumerable<Remark> remarks)
    {
        json.WriteStartArray(name);
        foreach (var remark in remarks)
        {
            json.WriteStartObject();
            JsonCost.WriteTexts(json, "resources", remark.Resources);
            json.WriteString("text", remark.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLines(Utf8JsonWriter json, string name, IEnumerable<AdviceLine> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("topic", Name(line.Topic));
            json.WriteString("what", line.What);
            json.WriteString("resource", line.Resource);
            JsonCost.WriteTexts(json, "urns", line.Urns);
            json.WriteString("instanceType", line.InstanceType);
            WriteSaving(json, line.Saving);
            json.WriteBoolean("counted", line.IsCounted);
            json.WriteString("insteadOf", line.InsteadOf);
            json.WriteString("why", line.Why);
            json.WriteStartObject("certainty");
            json.WriteString("level", Name(line.Certainty.Level));
            JsonCost.WriteTexts(json, "restsOn", line.Certainty.RestsOn);
            json.WriteString("measuredOver", line.Certainty.MeasuredOver);
            json.WriteString("surer", line.Certainty.Surer);
            json.WriteEndObject();
            json.WriteString("change", line.Change);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSaving(Utf8JsonWriter json, AdviceSaving saving)
    {
        var (kind, amount, condition) = saving switch
        {
            AdviceSaving.Known known => ("known", known.PerMonth, (string?)null),
            AdviceSaving.If conditional => ("if", conditional.PerMonth, conditional.Condition),
            AdviceSaving.Unknown unknown => ("unknown", (decimal?)null, unknown.Because),
            _ => throw new ArgumentOutOfRangeException(nameof(saving), saving, "There is no such saving."),
        };
        json.WriteStartObject("saving");
        json.WriteString("kind", kind);
        json.WritePropertyName("perMonth");
        if (amount is { } usd)
        {
            json.WriteNumberValue(usd);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("condition", condition);
        json.WriteEndObject();
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
