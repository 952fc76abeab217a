using System.Collections.Immutable;
using Preview.Engine;
using Preview.Verdicts;

namespace Preview.Reports.Markdown;

/// <summary>What the policies found, as tables.</summary>
internal static class FindingSections
{
    private static readonly ImmutableArray<string> Columns = ["Policy", "Resource", "Found", "Allowed", "Costs a month", "Where", "What to do"];

    public static Section Blocking(ImmutableArray<JudgedFinding> findings) =>
        Section.Table($"What blocks ({findings.Length})", Columns, findings.Length, findings.Select(Row));

    public static IEnumerable<Section> Warnings(Verdict verdict) => Any(
        verdict.Warnings.Length + verdict.DiagnosedWarnings.Count(),
        "warning",
        Columns,
        verdict.Warnings.Select(Row).Concat(verdict.DiagnosedWarnings.Select(warning => (ImmutableArray<string>)
            ["", Name(warning.Urn), MarkdownText.Text(warning.Message), "", "", "", ""])));

    public static IEnumerable<Section> Exemptions(Verdict verdict) => Any(
        verdict.Exemptions.Length,
        "exemption",
        ["Policy", "Resource", "Found", "Until", "Owner", "Reason"],
        verdict.Exemptions.Select(finding => (ImmutableArray<string>)
        [
            Policy(finding), Name(finding.Finding.Urn), MarkdownText.Text(finding.Found),
            MarkdownText.Text(finding.Finding.Exemption?.Expires ?? ""), MarkdownText.Text(finding.Finding.Exemption?.Owner ?? ""),
            MarkdownText.Text(finding.Finding.Exemption?.Reason ?? ""),
        ]));

    public static IEnumerable<Section> Known(Verdict verdict) =>
        Any(verdict.Known.Length, "known finding", Columns, verdict.Known.Select(Row));

    /// <summary>The policy's name, as a link to its page where it has one.</summary>
    public static string Policy(JudgedFinding finding) =>
        WebPage.Of(finding.Url) is { } page
            ? $"<a href=\"{System.Net.WebUtility.HtmlEncode(page).Replace("|", "%7C", StringComparison.Ordinal)}\">{MarkdownText.Code(finding.Finding.Policy)}</a>"
            : MarkdownText.Code(finding.Finding.Policy);

    public static string Name(string urn) => MarkdownText.Code(urn.Length == 0 ? "" : Urn.NameOf(urn));

    private static IEnumerable<Section> Any(
        int count, string noun, ImmutableArray<string> columns, IEnumerable<ImmutableArray<string>> rows)
    {
        if (count > 0)
        {
            yield return Section.FoldedTable(Summary.Plural(count, noun), columns, count, rows);
        }
    }

    private static ImmutableArray<string> Row(JudgedFinding finding) =>
    [
        Policy(finding),
        Name(finding.Finding.Urn),
        MarkdownText.Text(finding.Found),
        MarkdownText.Text(finding.Allowed ?? ""),
        finding.Monthly is { } cost ? Amounts.Total(cost) : "",
        MarkdownText.Code(finding.Place?.ToString() ?? ""),
        MarkdownText.Text(finding.Fix ?? ""),
    ];
}
