using Pulumirpc;

namespace Preview.Policies;

/// <summary>Reads findings from what a pack answers.</summary>
internal static class Findings
{
    // The words of every policy SDK for a policy that met an unknown: the protocol has no place of its own for it.
    private const string CannotRunPolicy = "can't run policy '";
    private const string CannotRunRemediation = "can't run remediation '";

    public static Finding Of(AnalyzeDiagnostic diagnostic, LoadedPack pack, string urn) => new()
    {
        Pack = pack.Name,
        PackVersion = pack.Version,
        Policy = diagnostic.PolicyName,
        Description = diagnostic.Description,
        Message = diagnostic.Message,
        Kind = KindOf(diagnostic),
        Severity = diagnostic.Severity == PolicySeverity.Unspecified ? pack.SeverityOf(diagnostic.PolicyName) : diagnostic.Severity,
        Urn = urn,
    };

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

    private static FindingKind KindOf(AnalyzeDiagnostic diagnostic) => diagnostic.EnforcementLevel switch
    {
        EnforcementLevel.Mandatory or EnforcementLevel.Remediate => FindingKind.Mandatory,
        EnforcementLevel.Advisory when IsCannotTell(diagnostic.Message) => FindingKind.CannotTellYet,
        _ => FindingKind.Advisory,
    };

    private static bool IsCannotTell(string message) =>
        message.StartsWith(CannotRunPolicy, StringComparison.Ordinal) || message.StartsWith(CannotRunRemediation, StringComparison.Ordinal);
}
