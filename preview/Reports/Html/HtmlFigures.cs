using System.Collections.Immutable;
using System.Xml.Linq;
using Costs.Money;
using Preview.Verdicts;

namespace Preview.Reports.Html;

/// <summary>What is not in the figures, what they assume, and each of them.</summary>
internal static class HtmlFigures
{
    public static XElement[] Of(Verdict verdict) => verdict.Run.Estimate is not { } estimate ? [] :
    [
        .. List("Not priced, so not in the total", [.. CostLines.GapsOf(estimate), .. estimate.UnusedUsage]),
        .. List("Assumptions",
        [
            .. estimate.Regions.Select(region => region.PricesAsOf is { } date
                ? $"List prices of {region.Region}, {date}"
                : $"No prices for {region.Region}, so nothing there is priced"),
            .. estimate.Assumptions.Select(assumed => $"{assumed.Assumption.Text} ({string.Join(", ", assumed.Resources.Select(NameOf))})"),
        ]),
        HtmlTable.Folded("Full breakdown", HtmlTable.Of(
            "USD a month",
            ["Resource", "What", "Expected", ">Floor", ">Expected", ">Ceiling"],
            from line in estimate.Lines
            from component in line.Components
            orderby component.Monthly.Expected descending, component.Monthly.Ceiling descending, line.Urn
            select (ImmutableArray<object?>)
            [
                Element.Code(NameOf(line.Name)), component.Name, component.Arithmetic,
                Usd.Text(component.Monthly.Floor), Usd.Text(component.Monthly.Expected), Usd.Text(component.Monthly.Ceiling),
            ])),
    ];

    private static IEnumerable<XElement> List(string title, ImmutableArray<string> items)
    {
        if (!items.IsEmpty)
        {
            yield return HtmlTable.Folded($"{title} ({items.Length})", Element.Of("ul", items.Select(item => Element.Of("li", item))));
        }
    }

    private static string NameOf(string resource) => resource.Length == 0 ? Changes.WholeStack : resource;
}
