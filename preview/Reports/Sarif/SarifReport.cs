using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Preview.Engine;
using Preview.Verdicts;

namespace Preview.Reports.Sarif;

/// <summary>A verdict for code scanning, in SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/).</summary>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Of(Verdict verdict)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, verdict);
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        var rules = SarifRule.All(verdict);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "offline-preview");
        json.WriteString("version", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            rule.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        WriteCategory(json, verdict);
        WriteInvocation(json, verdict);
        SarifResults.Write(json, verdict, rules);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>By its id a code scanning service keeps the stacks of a project apart; where files lie is the service's to know.</summary>
    private static void WriteCategory(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"offline-preview/{verdict.Project}/{verdict.Stack}/");
        json.WriteEndObject();
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifResults.Root);
        json.WriteStartObject("description");
        json.WriteString("text", "The root of the repository.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", verdict.Outcome != Outcome.Failed);
        json.WriteNumber("exitCode", (int)verdict.ExitCode);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var diagnostic in verdict.Failures.Concat(verdict.DiagnosedWarnings))
        {
            json.WriteStartObject();
            json.WriteString("level", diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning");
            json.WriteStartObject("message");
            json.WriteString("text", FindingText.Of(diagnostic));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
