using System.Collections.Immutable;
using System.Text.Json;
using Preview.Policies;
using Preview.Verdicts;
using Pulumirpc;

namespace Preview.Reports.Sarif;

/// <summary>A policy as SARIF describes it.</summary>
/// <param name="Id">Pack and policy.</param>
/// <param name="Policy">What its pack says of it; of a pack that only its findings are known of, no more than they say.</param>
/// <param name="Level">As configured.</param>
internal sealed record SarifRule(string Id, PolicyInfo Policy, EnforcementLevel Level)
{
    /// <summary>Every policy of the packs, and those that findings name besides; in the order of their ids.</summary>
    public static ImmutableArray<SarifRule> All(Verdict verdict)
    {
        var rules = new SortedDictionary<string, SarifRule>(StringComparer.Ordinal);
        foreach (var pack in verdict.Run.Packs)
        {
            foreach (var policy in pack.Info.Policies)
            {
                var id = IdOf(pack.Name, policy.Name);
                rules[id] = new(id, policy, pack.Levels.GetValueOrDefault(policy.Name, policy.EnforcementLevel));
            }
        }

        foreach (var finding in verdict.Findings.Select(judged => judged.Finding))
        {
            var id = IdOf(finding.Pack, finding.Policy);
            rules.TryAdd(id, new(
                id,
                new() { Name = finding.Policy, Description = finding.Description, Severity = finding.Severity },
                finding.Kind == FindingKind.Mandatory ? EnforcementLevel.Mandatory : EnforcementLevel.Advisory));
        }

        return [.. rules.Values];
    }

    public static string IdOf(string pack, string policy) => $"{pack}/{policy}";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", PascalCase(Policy.Name));
        WriteText(json, "shortDescription", Policy.DisplayName.Length > 0 ? Policy.DisplayName : Policy.Name);
        WriteText(json, "fullDescription", Policy.Description.Length > 0 ? Policy.Description : Policy.Name);
        if (Policy.RemediationSteps.Length > 0)
        {
            WriteText(json, "help", Policy.RemediationSteps);
        }

        if (WebPage.Of(Policy.Url) is { } page)
        {
            json.WriteString("helpUri", page);
        }

        json.WriteStartObject("defaultConfiguration");
        json.WriteBoolean("enabled", Level != EnforcementLevel.Disabled);
        json.WriteString("level", Level is EnforcementLevel.Mandatory or EnforcementLevel.Remediate ? "error" : "warning");
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("severity", Policy.Severity.ToString().ToLowerInvariant());
        json.WriteStartArray("tags");
        foreach (var tag in Policy.Tags.Distinct(StringComparer.Ordinal))
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>As SARIF wants names: no-oversized-instances is NoOversizedInstances.</summary>
    private static string PascalCase(string name) => string.Concat(
        name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
