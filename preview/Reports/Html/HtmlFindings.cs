using System.Collections.Immutable;
using System.Xml.Linq;
using Preview.Verdicts;

namespace Preview.Reports.Html;

/// <summary>What policies found and what changes, as tables.</summary>
internal static class HtmlFindings
{
    public static XElement Table(string caption, ImmutableArray<JudgedFinding> findings) => HtmlTable.Of(
        caption,
        ["Policy", "Resource", "Found", "Allowed", ">Costs a month", "Where it is made", "What to do"],
        findings.Select(finding => (ImmutableArray<object?>)
        [
            Element.Link(finding.Finding.Policy, finding.Url),
            Resource(finding),
            finding.Found,
            finding.Allowed,
            finding.Monthly?.ToString(),
            finding.Place is { } place ? Element.Code(place.ToString()) : null,
            finding.Fix,
        ]));

    public static XElement Changes(ImmutableArray<PlannedChange> changes) => HtmlTable.Of(
        "The largest change of cost first",
        ["Resource", "What happens", "Type", ">Before", ">After", ">Change a month"],
        changes.Select(change => (ImmutableArray<object?>)
        [
            Element.Code(change.Name), Operations.NameOf(change.Operation), ResourceTree.ShortType(change.Type),
            Amounts.Side(change.Before), Amounts.Side(change.After), Amounts.Change(change.Difference),
        ]));

    private const string CannotBeTold = "that cannot be told before deployment";

    /// <summary>What does not block.</summary>
    public static XElement[] Others(Verdict verdict) =>
    [
        .. Folded(verdict.Warnings, "warning", Table),
        .. Folded([.. verdict.DiagnosedWarnings], "warning of the preview", (caption, warnings) => HtmlTable.Of(
            caption, ["Warning"], warnings.Select(warning => (ImmutableArray<object?>)[FindingText.Of(warning)])), "warnings of the preview"),
        .. Folded(verdict.Exemptions, "exemption", Exemptions),
        .. Folded(verdict.Known, "known finding", Table),
        .. Folded(verdict.CannotTellYet, CannotBeTold, Table, CannotBeTold),
    ];

    private static XElement Exemptions(string caption, ImmutableArray<JudgedFinding> findings) => HtmlTable.Of(
        caption,
        ["Policy", "Resource", "Found", "Until", "Owner", "Reason"],
        findings.Select(finding => (ImmutableArray<object?>)
        [
            Element.Link(finding.Finding.Policy, finding.Url), Resource(finding), finding.Found,
            finding.Finding.Exemption?.Expires, finding.Finding.Exemption?.Owner, finding.Finding.Exemption?.Reason,
        ]));

    private static object[] Resource(JudgedFinding finding) => [Element.Code(finding.ResourceName), Element.Of("br"), ResourceTree.ShortType(finding.ResourceType)];

    private static IEnumerable<XElement> Folded<T>(
        ImmutableArray<T> items, string noun, Func<string, ImmutableArray<T>, XElement> table, string? plural = null)
    {
        if (!items.IsEmpty)
        {
            var title = Summary.Plural(items.Length, noun, plural);
            yield return HtmlTable.Folded(title, table(title, items));
        }
    }
}
