using Preview.Verdicts;

namespace Preview.Reports.Markdown;

/// <summary>What the verdict does not stand for, as lists.</summary>
internal static class GapSections
{
    public static IEnumerable<Section> NotChecked(Verdict verdict)
    {
        var (types, functions) = (UncheckedLines.Of(verdict.Run.Resources).ToArray(), verdict.Run.UnansweredFunctions);
        var count = verdict.CannotTellYet.Length + types.Length + functions.Count;
        if (count == 0)
        {
            yield break;
        }

        yield return Section.FoldedList($"Not checked before deployment ({count})", count, verdict.CannotTellYet
            .Select(finding => $"{FindingSections.Policy(finding)} {FindingSections.Name(finding.Finding.Urn)} {MarkdownText.Text(finding.Fix is { } known ? $"{finding.Found}. {known}" : finding.Found)}")
            .Concat(types.Select(line => $"inputs of {MarkdownText.Text(line)}"))
            .Concat(functions.OrderBy(function => function.Key, StringComparer.Ordinal).Select(function =>
                $"results of {Summary.Plural(function.Value, "call")} of {MarkdownText.Code(function.Key)}, which only AWS can answer")));
    }

    public static IEnumerable<Section> NotPriced(Verdict verdict)
    {
        if (verdict.Run.Estimate is not { } estimate)
        {
            yield break;
        }

        string[] items = [.. CostLines.GapsOf(estimate), .. estimate.UnusedUsage];
        if (items.Length > 0)
        {
            yield return Section.FoldedList(
                $"Not priced, so not in the total ({items.Length}); priced: {MarkdownText.Text(estimate.Coverage.ToString())}",
                items.Length,
                items.Select(MarkdownText.Text));
        }
    }
}
