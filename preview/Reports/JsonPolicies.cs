using System.Text.Json;
using Preview.Known;
using Preview.Policies;
using Preview.Verdicts;
using Pulumirpc;

namespace Preview.Reports;

/// <summary>The packs of the JSON document, and what they found.</summary>
internal static class JsonPolicies
{
    public static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject("policies");
        json.WriteStartArray("packs");
        foreach (var pack in verdict.Run.Packs)
        {
            WritePack(json, pack);
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in verdict.Findings)
        {
            WriteFinding(json, finding);
        }

        json.WriteEndArray();
        json.WriteStartArray("remediations");
        foreach (var remediation in verdict.Run.Remediations)
        {
            WriteRemediation(json, remediation);
        }

        json.WriteEndArray();
        WriteGone(json, verdict);
        json.WriteEndObject();
    }

    /// <summary>Only where known findings were given.</summary>
    private static void WriteGone(Utf8JsonWriter json, Verdict verdict)
    {
        if (verdict.Run.Known is not { } known)
        {
            return;
        }

        json.WriteStartArray("gone");
        foreach (var (finding, count) in known.Gone)
        {
            KnownFindingsFile.WriteFinding(json, finding, count);
        }

        json.WriteEndArray();
    }

    private static void WritePack(Utf8JsonWriter json, LoadedPack pack)
    {
        json.WriteStartObject();
        json.WriteString("name", pack.Name);
        json.WriteString("version", pack.Version);
        json.WriteString("source", pack.Pack.Source);
        if (pack.Configuration is { } configuration)
        {
            json.WriteString("configuration", configuration);
        }

        json.WriteStartArray("policies");
        foreach (var policy in pack.Info.Policies)
        {
            json.WriteStartObject();
            json.WriteString("name", policy.Name);
            json.WriteString("enforcementLevel", Levels.NameOf(pack.Levels[policy.Name]));
            json.WriteString("severity", NameOf(policy.Severity));
            json.WriteString("description", policy.Description);
            json.WriteString("remediationSteps", policy.RemediationSteps);
            json.WriteString("url", policy.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, JudgedFinding judged)
    {
        var finding = judged.Finding;
        json.WriteStartObject();
        json.WriteString("kind", finding.Kind switch
        {
            FindingKind.Mandatory => "mandatory",
            FindingKind.Advisory => "advisory",
            FindingKind.Exempt => "exempt",
            FindingKind.Known => "known",
            _ => "cannotTellYet",
        });
        json.WriteString("policy", finding.Policy);
        json.WriteString("pack", finding.Pack);
        json.WriteString("packVersion", finding.PackVersion);
        json.WriteString("severity", NameOf(finding.Severity));
        json.WriteString("urn", finding.Urn);
        json.WriteString("description", finding.Description);
        json.WriteString("message", finding.Message);
        json.WriteString("found", judged.Found);
        json.WriteString("allowed", judged.Allowed);
        json.WriteString("fix", judged.Fix);
        json.WriteString("url", judged.Url);
        if (judged.Monthly is { } monthly)
        {
            JsonCost.WriteCost(json, "perMonth", monthly);
        }

        JsonChanges.WritePlace(json, judged.Place);
        if (finding.Exemption is { } exemption)
        {
            json.WriteStartObject("exemption");
            json.WriteString("reason", exemption.Reason);
            json.WriteString("owner", exemption.Owner);
            json.WriteString("expires", exemption.Expires);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteRemediation(Utf8JsonWriter json, AppliedRemediation remediation)
    {
        json.WriteStartObject();
        json.WriteString("policy", remediation.Policy);
        json.WriteString("pack", remediation.Pack);
        json.WriteString("packVersion", remediation.PackVersion);
        json.WriteString("urn", remediation.Urn);
        json.WriteString("description", remediation.Description);
        json.WritePropertyName("before");
        JsonProperties.Write(json, remediation.Before);
        json.WritePropertyName("after");
        JsonProperties.Write(json, remediation.After);
        json.WriteEndObject();
    }

    private static string NameOf(PolicySeverity severity) => severity switch
    {
        PolicySeverity.Low => "low",
        PolicySeverity.Medium => "medium",
        PolicySeverity.High => "high",
        PolicySeverity.Critical => "critical",
        _ => "unspecified",
    };
}
