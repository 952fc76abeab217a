using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Preview.Engine;
using Preview.Policies;
using Preview.Runs;
using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>A preview for machines; docs/preview-json.md describes the document.</summary>
internal sealed class JsonReport
{
    /// <summary>Raised when a member changes its meaning or goes; new members do not raise it.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Verdict verdict;
    private readonly PreviewResult result;
    private readonly Utf8JsonWriter json;

    private JsonReport(Verdict verdict, Utf8JsonWriter json) => (this.verdict, result, this.json) = (verdict, verdict.Run, json);

    /// <summary>The document as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Of(Verdict verdict)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            new JsonReport(verdict, json).Write();
        }

        return buffer.WrittenMemory;
    }

    private void Write()
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("project", result.Settings.Project);
        json.WriteString("stack", result.Settings.Stack);
        json.WriteString("result", verdict.Outcome switch
        {
            Outcome.Passed => "succeeded",
            Outcome.Blocked => "policyViolation",
            _ => "failed",
        });
        json.WriteNumber("exitCode", (int)result.ExitCode);
        WriteConfig();
        json.WriteStartArray("resources");
        foreach (var resource in result.Resources)
        {
            JsonResource.Write(json, resource);
        }

        json.WriteEndArray();
        JsonChanges.Write(json, verdict);
        json.WritePropertyName("outputs");
        JsonProperties.Write(json, result.Stack?.Outputs ?? PropertyMap.Empty);
        JsonPolicies.Write(json, verdict);
        WriteDiagnostics();
        WriteCounts();
        JsonCost.Write(json, verdict);
        JsonDiff.Write(json, result);
        json.WriteNumber("durationMilliseconds", (long)result.Duration.TotalMilliseconds);
        json.WriteEndObject();
    }

    private void WriteConfig()
    {
        var config = result.Settings.Config;
        json.WriteStartObject("config");
        foreach (var (key, value) in config.Values)
        {
            json.WriteString(key, config.SecretKeys.Contains(key) ? JsonProperties.SecretText : value);
        }

        json.WriteEndObject();
    }

    private void WriteDiagnostics()
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in result.Diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("severity", diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                _ => "info",
            });
            json.WriteString("message", diagnostic.Message);
            if (diagnostic.Urn.Length > 0)
            {
                json.WriteString("urn", diagnostic.Urn);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteCounts()
    {
        json.WriteStartObject("counts");
        json.WriteNumber("resources", result.Resources.Count);
        json.WriteNumber("create", result.Resources.Count(resource => resource.Operation == Operation.Create));
        json.WriteNumber("read", result.Resources.Count(resource => resource.Operation == Operation.Read));
        json.WriteNumber("mandatory", result.Count(FindingKind.Mandatory));
        json.WriteNumber("advisory", result.Count(FindingKind.Advisory));
        json.WriteNumber("cannotTellYet", result.Count(FindingKind.CannotTellYet));
        json.WriteNumber("exempt", result.Count(FindingKind.Exempt));
        json.WriteNumber("known", result.Count(FindingKind.Known));
        json.WriteNumber("remediations", result.Remediations.Length);
        WriteNumbers("unchecked", result.UncheckedByPackage);
        WriteNumbers("unansweredFunctions", result.UnansweredFunctions.OrderBy(function => function.Key, StringComparer.Ordinal));
        json.WriteStartArray("secretPlaceholders");
        foreach (var placeholder in result.Settings.Config.Placeholders)
        {
            json.WriteStringValue(placeholder);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteNumbers(string name, IEnumerable<KeyValuePair<string, int>> numbers)
    {
        json.WriteStartObject(name);
        foreach (var (key, number) in numbers)
        {
            json.WriteNumber(key, number);
        }

        json.WriteEndObject();
    }
}
