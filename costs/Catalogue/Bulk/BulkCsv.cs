using System.Globalization;

namespace Costs.Catalogue.Bulk;

/// <summary>Reads an offer file in CSV, row by row. The first rows say what it is, then come the columns' names.</summary>
/// <remarks>https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-an-offer.html</remarks>
internal sealed class BulkCsv(BulkOffer offer)
{
    private const string FirstColumn = "SKU";

    private static readonly string[] Columns = [FirstColumn, "TermType", "PricePerUnit", "Currency", "usageType", "Region Code"];

    /// <returns>What is wrong with it; null for nothing.</returns>
    public string? Read(Stream stream)
    {
        using var text = new StreamReader(stream, leaveOpen: true);
        var rows = new CsvRows(text);
        while (rows.Read() is { } row)
        {
            if (row[0] == FirstColumn)
            {
                return Read(rows, row);
            }

            TakeHeader(row);
        }

        return $"It has no row of columns that begins with {FirstColumn}.";
    }

    private string? Read(CsvRows rows, IReadOnlyList<string> names)
    {
        int[] columns = [.. Columns.Select(column => IndexOf(names, column))];
        if (Array.IndexOf(columns, -1) is >= 0 and var missing)
        {
            return $"It has no column {Columns[missing]}.";
        }

        var last = columns.Max();
        while (rows.Read() is { } row)
        {
            if (row.Count > last)
            {
                Take(row[columns[0]], row[columns[1]], row[columns[2]], row[columns[3]], row[columns[4]], row[columns[5]]);
            }
        }

        return null;
    }

    private void TakeHeader(IReadOnlyList<string> row)
    {
        switch (row)
        {
            case ["OfferCode", var code, ..]:
                offer.OfferCode = code;
                break;
            case ["Publication Date", var date, ..]:
                offer.PublicationDate = date;
                break;
        }
    }

    private void Take(string sku, string term, string price, string currency, string usageType, string regionCode)
    {
        if (term == "OnDemand" && currency == "USD"
            && decimal.TryParse(price, NumberStyles.Number, CultureInfo.InvariantCulture, out var usd))
        {
            offer.AddProduct(sku, regionCode, usageType);
            offer.AddPrice(sku, usd);
        }
    }

    private static int IndexOf(IReadOnlyList<string> names, string column)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (names[index].Equals(column, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }
}
