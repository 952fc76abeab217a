using Bill.Columns;
using Bill.Files;

namespace Bill.Reports;

/// <summary>Says what was found in which columns, before anything is counted.</summary>
internal static class ShapeText
{
    public static IEnumerable<string> Lines(ReportShape report)
    {
        foreach (var part in report.Parts)
        {
            var formats = string.Join(" and ", part.Files.Select(file => FileFormats.Name(file.Format)).Distinct());
            var others = part.Files.Length > 1 ? $" and {part.Files.Length - 1} more" : "";
            yield return $"{part.Files[0].Path}{others}: {formats}, {report.Layout.Name} columns";
            foreach (var (field, name) in Names)
            {
                yield return part.Columns.ColumnOf(field) is { } column
                    ? $"  {name,-10}  {column}"
                    : $"  {name,-10}  - ({ColumnLayout.Optional[field]})";
            }
        }
    }

    /// <summary>As people call the fields; the end of an interval goes without saying.</summary>
    private static readonly (Field Field, string Name)[] Names =
    [
        (Field.ProductCode, "service"),
        (Field.UsageType, "usage type"),
        (Field.Cost, "cost"),
        (Field.Amount, "amount"),
        (Field.Start, "time"),
        (Field.LineType, "line type"),
        (Field.Region, "Region"),
        (Field.Resource, "resource"),
        (Field.Currency, "currency"),
    ];
}
