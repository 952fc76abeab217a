using System.Collections.Immutable;
using Costs.Estimates;
using Costs.Money;
using Preview.Verdicts;

namespace Preview.Reports.Markdown;

/// <summary>What the figures rest on, and all of them.</summary>
internal static class CostSections
{
    /// <summary>Resources that are named beside an assumption.</summary>
    private const int MostNames = 5;

    public static IEnumerable<Section> Assumptions(Verdict verdict)
    {
        if (verdict.Run.Estimate is not { } estimate)
        {
            yield break;
        }

        string[] items =
        [
            .. estimate.Regions.Select(region => region.PricesAsOf is { } date
                ? $"List prices of {MarkdownText.Code(region.Region)}, {MarkdownText.Text(date)}"
                : $"No prices for {MarkdownText.Code(region.Region)}, so nothing there is priced"),
            .. estimate.Assumptions.Select(assumed => $"{MarkdownText.Text(assumed.Assumption.Text)} ({Names(assumed.Resources)})"),
        ];
        if (items.Length > 0)
        {
            yield return Section.FoldedList($"Assumptions ({items.Length})", items.Length, items);
        }
    }

    public static IEnumerable<Section> Breakdown(Verdict verdict)
    {
        if (verdict.Run.Estimate is not { } estimate)
        {
            yield break;
        }

        var categories = Enum.GetValues<CostCategory>().Select(category => (Category: category, Cost: estimate.In(category)))
            .Where(row => row.Cost != Cost.Zero)
            .Select(row => Row($"all {CostLines.NameOf(row.Category)}", "", "", row.Cost))
            .ToArray();
        var components = (
            from line in estimate.Lines
            from component in line.Components
            orderby component.Monthly.Expected descending, component.Monthly.Ceiling descending, line.Urn
            select (Line: line, Component: component)).ToArray();
        var count = categories.Length + components.Length;
        if (count > 0)
        {
            yield return Section.FoldedTable(
                "Full breakdown, USD a month",
                ["Resource", "What", "Expected", "Floor", "Expected", "Ceiling"],
                count,
                categories.Concat(components.Select(priced => Row(
                    priced.Line.Name.Length == 0 ? Changes.WholeStack : MarkdownText.Code(priced.Line.Name),
                    MarkdownText.Text(priced.Component.Name),
                    MarkdownText.Text(priced.Component.Arithmetic),
                    priced.Component.Monthly))));
        }
    }

    private static ImmutableArray<string> Row(string resource, string component, string arithmetic, Cost cost) =>
        [resource, component, arithmetic, Usd.Text(cost.Floor), Usd.Text(cost.Expected), Usd.Text(cost.Ceiling)];

    private static string Names(ImmutableArray<string> resources) => string.Join(
        ", ",
        [
            .. resources.Take(MostNames).Select(name => name.Length == 0 ? Changes.WholeStack : MarkdownText.Code(name)),
            .. resources.Length > MostNames ? [Summary.Plural(resources.Length - MostNames, "other")] : Array.Empty<string>(),
        ]);
}
