using System.Collections.Immutable;
using Pulumi.Policy.Hosting;
using Pulumirpc;

namespace Preview.Policies;

/// <summary>Reads findings from what a pack answers.</summary>
internal static class Findings
{
    // The words of every policy SDK for a policy that met an unknown: the protocol has no place of its own for it.
    private const string CannotRunPolicy = "can't run policy '";
    private const string CannotRunRemediation = "can't run remediation '";

    public static Finding Of(AnalyzeDiagnostic diagnostic, LoadedPack pack, string urn)
    {
        var finding = Of(diagnostic, urn);
        return finding with
        {
            Pack = pack.Name,
            PackVersion = pack.Version,
            Severity = diagnostic.Severity == PolicySeverity.Unspecified ? pack.SeverityOf(diagnostic.PolicyName) : diagnostic.Severity,
        };
    }

    /// <summary>A finding of a pack of which nothing else is known.</summary>
    public static Finding Of(AnalyzeDiagnostic diagnostic, string urn)
    {
        var exemption = IsMandatory(diagnostic) ? null : ExemptionNote.Find(diagnostic.Message, diagnostic.Description);
        return new()
        {
            Pack = diagnostic.PolicyPackName,
            PackVersion = diagnostic.PolicyPackVersion,
            Policy = diagnostic.PolicyName,
            Description = diagnostic.Description,
            Message = diagnostic.Message,
            Kind = exemption is null ? KindOf(diagnostic) : FindingKind.Exempt,
            Severity = diagnostic.Severity,
            Urn = urn,
            Exemption = exemption,
        };
    }

    /// <summary>A remediation that could not run.</summary>
    public static Finding Of(Remediation remediation, LoadedPack pack, string urn) => new()
    {
        Pack = pack.Name,
        PackVersion = pack.Version,
        Policy = remediation.PolicyName,
        Description = remediation.Description,
        Message = remediation.Diagnostic,
        Kind = IsCannotTell(remediation.Diagnostic) ? FindingKind.CannotTellYet : FindingKind.Advisory,
        Severity = pack.SeverityOf(remediation.PolicyName),
        Urn = urn,
    };

    /// <summary>Mandatory first, then by resource and policy.</summary>
    public static ImmutableArray<Finding> InOrder(IEnumerable<Finding> findings) =>
    [
        .. findings
            .OrderBy(finding => finding.Kind)
            .ThenBy(finding => finding.Urn, StringComparer.Ordinal)
            .ThenBy(finding => finding.Policy, StringComparer.Ordinal),
    ];

    private static FindingKind KindOf(AnalyzeDiagnostic diagnostic) =>
        IsMandatory(diagnostic) ? FindingKind.Mandatory
        : diagnostic.EnforcementLevel == EnforcementLevel.Advisory && IsCannotTell(diagnostic.Message) ? FindingKind.CannotTellYet
        : FindingKind.Advisory;

    private static bool IsMandatory(AnalyzeDiagnostic diagnostic) =>
        diagnostic.EnforcementLevel is EnforcementLevel.Mandatory or EnforcementLevel.Remediate;

    /// <summary>Whether a message, or a line of one, says that a policy cannot tell yet.</summary>
    public static bool IsCannotTell(string message) =>
        message.StartsWith(CannotRunPolicy, StringComparison.Ordinal) || message.StartsWith(CannotRunRemediation, StringComparison.Ordinal);
}
