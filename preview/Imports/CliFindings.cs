using System.Text.Json;
using Preview.Policies;
using Pulumirpc;

namespace Preview.Imports;

/// <summary>What policy packs said under the Pulumi CLI, from the events of a preview.</summary>
internal static class CliFindings
{
    public static Finding Of(JsonElement said) => Policies.Findings.Of(new()
    {
        PolicyName = said.Text("policyName"),
        PolicyPackName = said.Text("policyPackName"),
        PolicyPackVersion = said.Text("policyPackVersion"),
        Description = DescriptionIn(said.Text("message")),
        Message = said.Text("message").TrimEnd('\n'),
        EnforcementLevel = Levels.Parse(said.Text("enforcementLevel")) ?? EnforcementLevel.Advisory,
        Severity = Enum.TryParse<PolicySeverity>(said.Text("severity"), ignoreCase: true, out var severity) ? severity : PolicySeverity.Unspecified,
    }, said.Text("resourceUrn"));

    /// <summary>Policy SDKs write the policy's description into the first line, and what it found into the others.</summary>
    private static string DescriptionIn(string message) =>
        message.TrimEnd('\n') is var text && text.IndexOf('\n') is > 0 and var end ? text[..end].TrimEnd('\r') : "";

    public static AppliedRemediation RemediationOf(JsonElement done) => new(
        done.Text("policyPackName"),
        done.Text("policyPackVersion"),
        done.Text("policyName"),
        "",
        done.Text("resourceUrn"),
        CliState.Properties(done.Member("before")),
        CliState.Properties(done.Member("after")));
}
