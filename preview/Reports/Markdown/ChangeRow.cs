using System.Collections.Immutable;
using Costs.Comparison;
using Costs.Estimates;
using Costs.Money;
using Preview.Verdicts;

namespace Preview.Reports.Markdown;

/// <summary>A change as a row: what happens, to what, and what it costs before and after.</summary>
internal static class ChangeRow
{
    public static ImmutableArray<string> Of(PlannedChange change) =>
    [
        Operations.NameOf(change.Operation),
        MarkdownText.Code(change.Name),
        MarkdownText.Code(ResourceTree.ShortType(change.Type)),
        Side(change.Before),
        Side(change.After),
        Amounts.Change(change.Difference),
    ];

    /// <summary>What is not there has no cell; what is not priced never looks like nothing.</summary>
    private static string Side(ResourceCost? side) => side switch
    {
        null => "",
        { Status: LineStatus.Free } => "free",
        { Status: LineStatus.Priced } => Usd.Text(side.Monthly.Expected),
        { Status: LineStatus.PartlyPriced } => $"{Usd.Text(side.Monthly.Expected)}, not all priced",
        _ => "not priced",
    };
}
