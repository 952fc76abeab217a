using System.Collections.Immutable;
using System.Globalization;
using Costs.Comparison;
using Costs.Estimates;
using Preview.Engine;
using Preview.Reports;

namespace Preview.Watch;

/// <summary>What a watch prints of a preview: at first what there is, from then on what is different.</summary>
internal sealed class WatchLines(Palette palette)
{
    private const int MostNames = 5;

    /// <summary>Of the first preview that did not fail.</summary>
    public IEnumerable<string> First(PreviewDocument document) =>
        [.. document.Findings.Select(finding => Line(Mark(finding), finding)), State(document)];

    /// <summary>Of any preview that failed: what it says. What there was before is still what the next one is compared with.</summary>
    public IEnumerable<string> Failed(PreviewDocument document) =>
        document.Errors.SelectMany(error => $"{palette.Red("error")}: {error}".ReplaceLineEndings("\n").Split('\n'));

    /// <summary>Of a preview after another one; one line where nothing differs.</summary>
    public IEnumerable<string> Change(PreviewDocument before, PreviewDocument after)
    {
        string[] lines = [.. Findings(before, after), .. Resources(before.Costs.Inputs, after.Costs.Inputs), .. Costs(before, after)];
        return lines.Length == 0 ? [$"Nothing changed. {State(after)}"] : [.. lines, State(after)];
    }

    private IEnumerable<string> Findings(PreviewDocument before, PreviewDocument after)
    {
        var (olds, news) = (before.Findings.ToLookup(finding => finding.Key), after.Findings.ToLookup(finding => finding.Key));
        foreach (var key in olds.Select(group => group.Key).Union(news.Select(group => group.Key)))
        {
            // Of several findings of one policy on one resource those with the same text are the same ones.
            var (gone, added) = (Without(olds[key], news[key]), Without(news[key], olds[key]));
            var changed = Math.Min(gone.Length, added.Length);
            foreach (var finding in gone.Skip(changed))
            {
                yield return Line(palette.Green("✓ gone"), finding);
            }

            foreach (var (finding, index) in added.Select((finding, index) => (finding, index)))
            {
                yield return Line($"{Mark(finding)} {(index < changed ? "changed" : "new")}", finding);
            }
        }
    }

    private static DocumentFinding[] Without(IEnumerable<DocumentFinding> findings, IEnumerable<DocumentFinding> others)
    {
        var same = others.Select(finding => finding.Text).ToList();
        return [.. findings.Where(finding => !same.Remove(finding.Text))];
    }

    private static IEnumerable<string> Resources(ImmutableDictionary<string, string> before, ImmutableDictionary<string, string> after)
    {
        (string Word, IEnumerable<string> Urns)[] kinds =
        [
            ("new", after.Keys.Except(before.Keys)),
            ("gone", before.Keys.Except(after.Keys)),
            ("changed", after.Keys.Intersect(before.Keys).Where(urn => before[urn] != after[urn])),
        ];
        string[] parts =
        [
            .. from kind in kinds
               let names = kind.Urns.Select(Urn.NameOf).Order(StringComparer.Ordinal).ToArray()
               where names.Length > 0
               let more = names.Length > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {names.Length - MostNames} more") : ""
               select string.Create(CultureInfo.InvariantCulture, $"{names.Length} {kind.Word} ({string.Join(", ", names.Take(MostNames))}{more})"),
        ];
        return parts.Length == 0 ? [] : [$"Resources: {string.Join(", ", parts)}"];
    }

    private static IEnumerable<string> Costs(PreviewDocument before, PreviewDocument after)
    {
        if (before.Costs.Costs is not { } old || after.Costs.Costs is not { } now)
        {
            return [];
        }

        var diff = CostDiff.Between(old, now);
        return diff.Changes.IsEmpty ? [] : DiffLines.Of(before.Costs, diff);
    }

    private string State(PreviewDocument document)
    {
        var cost = document.Costs.Costs is { } sheet
            ? $"; {Amounts.Total(sheet.Total)} a month{Gaps(sheet)}"
            : "";
        return document.Blocking > 0
            ? palette.Red($"Blocked: {Summary.Plural(document.Blocking, "mandatory violation")}{cost}.")
            : palette.Green($"Passed: nothing blocks{cost}.");
    }

    private static string Gaps(CostSheet sheet) =>
        sheet.Resources.Count(resource => resource.Status is not (LineStatus.Priced or LineStatus.Free)) is > 0 and var gaps
            ? $" plus what is not priced of {Summary.Plural(gaps, "resource")}"
            : "";

    private string Mark(DocumentFinding finding) => finding.IsMandatory ? palette.Red("✗") : palette.Yellow("!");

    private string Line(string mark, DocumentFinding finding) =>
        $"{mark} {palette.Bold(finding.Policy)}  {ResourceTree.ShortType(Urn.TypeOf(finding.Urn))} ({Urn.NameOf(finding.Urn)}): {finding.Text}."
        + (finding.Place.Length > 0 ? palette.Dim($"  {finding.Place}") : "");
}
