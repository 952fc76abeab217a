using System.Globalization;
using Sylvan.Data.Csv;

namespace Costs.Catalogue.Bulk;

/// <summary>Reads an offer file in CSV, row by row. The first rows say what it is, then come the columns' names.</summary>
/// <remarks>https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-an-offer.html</remarks>
internal sealed class BulkCsv(BulkOffer offer)
{
    private static readonly string[] Columns = ["SKU", "TermType", "PricePerUnit", "Currency", "usageType", "Region Code"];

    /// <returns>What is wrong with it; null for nothing.</returns>
    public string? Read(Stream stream)
    {
        using var text = new StreamReader(stream, leaveOpen: true);
        using var rows = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false, ResultSetMode = ResultSetMode.SingleResult });
        int[]? columns = null;
        while (rows.Read())
        {
            if (columns is not null)
            {
                TakeRow(rows, columns);
            }
            else if (rows.RowFieldCount > 1)
            {
                columns = TakeHeader(rows);
                if (columns?.Contains(-1) == true)
                {
                    return $"It has no column {Columns[Array.IndexOf(columns, -1)]}.";
                }
            }
        }

        return columns is null ? "It has no row of columns that begins with SKU." : null;
    }

    /// <summary>Where each of the columns is once their names come, null before.</summary>
    private int[]? TakeHeader(CsvDataReader row)
    {
        switch (row.GetString(0))
        {
            case "OfferCode":
                offer.OfferCode = row.GetString(1);
                return null;
            case "Publication Date":
                offer.PublicationDate = row.GetString(1);
                return null;
            case "SKU":
                string[] names = [.. Enumerable.Range(0, row.RowFieldCount).Select(row.GetString)];
                return [.. Columns.Select(column => Array.FindIndex(names, name => name.Equals(column, StringComparison.OrdinalIgnoreCase)))];
            default:
                return null;
        }
    }

    private void TakeRow(CsvDataReader row, int[] columns)
    {
        if (row.RowFieldCount <= columns.Max())
        {
            return;
        }

        string Field(string name) => row.GetString(columns[Array.IndexOf(Columns, name)]);
        if (Field("TermType") == "OnDemand" && Field("Currency") == "USD"
            && decimal.TryParse(Field("PricePerUnit"), NumberStyles.Number, CultureInfo.InvariantCulture, out var usd))
        {
            var sku = Field("SKU");
            offer.AddProduct(sku, Field("Region Code"), Field("usageType"));
            offer.AddPrice(sku, usd);
        }
    }
}
