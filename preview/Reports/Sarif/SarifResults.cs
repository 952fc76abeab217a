using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Preview.Policies;
using Preview.Verdicts;

namespace Preview.Reports.Sarif;

/// <summary>The findings as results of SARIF, the heaviest first.</summary>
internal static class SarifResults
{
    /// <summary>What paths of files begin at.</summary>
    public const string Root = "%SRCROOT%";

    /// <summary>The one fingerprint that GitHub looks at; it takes any text.</summary>
    private const string Fingerprint = "primaryLocationLineHash";

    public static void Write(Utf8JsonWriter json, Verdict verdict, ImmutableArray<SarifRule> rules)
    {
        var indexes = rules.Select((rule, index) => (rule.Id, index)).ToDictionary(rule => rule.Id, rule => rule.index, StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray("results");
        foreach (var finding in verdict.Findings)
        {
            var rule = SarifRule.IdOf(finding.Finding.Pack, finding.Finding.Policy);
            var subject = $"{rule}\n{finding.Finding.Urn}";
            var occurrence = seen[subject] = seen.GetValueOrDefault(subject) + 1;
            json.WriteStartObject();
            json.WriteString("ruleId", rule);
            json.WriteNumber("ruleIndex", indexes[rule]);
            json.WriteString("level", LevelOf(finding));
            json.WriteStartObject("message");
            json.WriteString("text", FindingText.Of(finding));
            json.WriteEndObject();
            WriteLocation(json, finding, verdict.Run.StackFile);
            json.WriteStartObject("partialFingerprints");
            json.WriteString(Fingerprint, HashOf(subject, occurrence));
            json.WriteEndObject();
            WriteSuppression(json, finding.Finding);
            WriteProperties(json, finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string LevelOf(JudgedFinding finding) => finding.Finding.Kind switch
    {
        FindingKind.Mandatory => "error",
        FindingKind.CannotTellYet => "note",
        _ => "warning",
    };

    /// <summary>Neither lines nor messages are in it: those change with what does not matter, such as a price.</summary>
    private static string HashOf(string subject, int occurrence) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)).AsSpan(0, 16)) + string.Create(CultureInfo.InvariantCulture, $":{occurrence}");

    private static void WriteLocation(Utf8JsonWriter json, JudgedFinding finding, string stackFile)
    {
        var place = finding.Place ?? new(stackFile, 1);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', place.File.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", finding.ResourceName);
        json.WriteString("fullyQualifiedName", finding.Finding.Urn);
        json.WriteString("kind", "resource");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteSuppression(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Kind is not (FindingKind.Exempt or FindingKind.Known))
        {
            return;
        }

        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "external");
        json.WriteString("status", "accepted");
        json.WriteString("justification", FindingText.WhyAccepted(finding));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, JudgedFinding finding)
    {
        json.WriteStartObject("properties");
        json.WriteString("resourceType", finding.ResourceType);
        if (finding.Monthly is { } monthly)
        {
            JsonCost.WriteCost(json, "perMonth", monthly);
        }

        json.WriteEndObject();
    }
}
