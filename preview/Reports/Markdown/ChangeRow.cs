using System.Collections.Immutable;
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
        Amounts.Side(change.Before),
        Amounts.Side(change.After),
        Amounts.Change(change.Difference),
    ];
}
