using System.Collections.Immutable;
using Preview.Engine;
using Preview.Verdicts;

namespace Preview.Reports.Markdown;

/// <summary>A verdict as a comment on a pull request: what a reviewer decides by comes first and is never folded.</summary>
internal static class MarkdownReport
{
    /// <summary>Changes that are seen without a click.</summary>
    private const int MostOpenChanges = 15;

    public static string Of(Verdict verdict)
    {
        ImmutableArray<Section> top = [Section.Text(Marker(verdict)), Section.Text($"{VerdictLine.Of(verdict)}\n")];
        if (verdict.NothingChanges)
        {
            return ByteBudget.Fit([.. top, .. FindingSections.Exemptions(verdict)], ByteBudget.Comment);
        }

        var (changes, moreChanges) = ChangeSections(verdict);
        return ByteBudget.Fit(
            [
                .. top, Section.Text("\n"),
                .. Failures(verdict), .. Blocking(verdict), .. changes,
                .. moreChanges, .. FindingSections.Warnings(verdict), .. FindingSections.Exemptions(verdict),
                .. FindingSections.Known(verdict),
                .. GapSections.NotChecked(verdict), .. GapSections.NotPriced(verdict), .. CostSections.Assumptions(verdict),
                .. CostSections.Breakdown(verdict),
            ],
            ByteBudget.Comment);
    }

    /// <summary>Not seen; by it the next run finds the comment that it replaces.</summary>
    private static string Marker(Verdict verdict) =>
        $"<!-- offline-preview {MarkerName(verdict.Project)}/{MarkerName(verdict.Stack)} -->\n";

    /// <summary>Projects and stacks have names of letters, digits, hyphens, underscores and dots; a comment must not end early.</summary>
    private static string MarkerName(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-'));

    private static IEnumerable<Section> Failures(Verdict verdict)
    {
        var failures = verdict.Failures.ToArray();
        if (failures.Length > 0)
        {
            yield return Section.Table("What failed", ["Resource", "Error"], failures.Length, failures.Select(failure => (ImmutableArray<string>)
                [MarkdownText.Code(failure.Urn.Length == 0 ? "" : Urn.NameOf(failure.Urn)), MarkdownText.Text(failure.Message)]));
        }
    }

    private static IEnumerable<Section> Blocking(Verdict verdict)
    {
        if (!verdict.Blocking.IsEmpty)
        {
            yield return FindingSections.Blocking(verdict.Blocking);
        }
    }

    private static (ImmutableArray<Section> Open, ImmutableArray<Section> Folded) ChangeSections(Verdict verdict)
    {
        if (verdict.Changes.IsEmpty)
        {
            return ([], []);
        }

        ImmutableArray<string> columns = ["", "Resource", "Type", "Before", "After", "A month"];
        var (rows, count) = (verdict.Changes.Select(ChangeRow.Of), verdict.Changes.Length);
        var open = Section.Table(
            $"What {(verdict.Run.Baseline is { WhyNone: null } ? "changes" : "is created")}",
            columns,
            Math.Min(count, MostOpenChanges),
            rows.Take(MostOpenChanges));
        var more = count - MostOpenChanges;
        return more <= 0
            ? ([open], [])
            : ([open], [Section.FoldedTable(Summary.Plural(more, "more change"), columns, more, rows.Skip(MostOpenChanges))]);
    }
}
