using Preview.Engine;
using Preview.Policies;
using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>A finding in sentences, for reports that show one text beside a line of source.</summary>
internal static class FindingText
{
    /// <summary>Which resource, what was found, what is allowed, what it costs and what to do.</summary>
    public static string Of(JudgedFinding finding)
    {
        var allowed = finding.Allowed is { } value ? $", expected {value}" : "";
        var cost = finding.Monthly is { } monthly ? $" It costs {monthly} a month." : "";
        return $"{finding.ResourceName} ({ResourceTree.ShortType(finding.ResourceType)}): {Sentence(finding.Found + allowed)}{cost}{Fix(finding)}";
    }

    public static string Of(Diagnostic diagnostic) =>
        diagnostic.Urn.Length == 0 ? diagnostic.Message : $"{Urn.NameOf(diagnostic.Urn)}: {diagnostic.Message}";

    /// <summary>Why a violation that stops nothing is accepted, until when and on whose account.</summary>
    public static string WhyAccepted(Finding finding) => finding switch
    {
        { Kind: FindingKind.Known } => "The file of known findings has it.",
        { Exemption: { } exemption } => $"{exemption.Reason} (until {exemption.Expires}, owner: {exemption.Owner})",
        _ => "The configuration of the policy pack exempts it.",
    };

    private static string Fix(JudgedFinding finding) => finding.Fix is { } fix ? $" {Sentence(fix)}" : "";

    private static string Sentence(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : $"{text}.";
}
