using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bill.Columns;
using Bill.Files;

namespace Bill.Reports;

/// <summary>The bill for machines. Amounts of money are USD, not rounded.</summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Of(BillReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("currency", "USD");
            WriteTime(json, "start", report.Analysis.Start);
            WriteTime(json, "end", report.Analysis.End);
            json.WriteNumber("total", report.Analysis.Total);
            WriteColumns(json, report.Shape);
            WriteLines(json, report);
            WriteCategories(json, report);
            WriteWaste(json, report);
            WriteSavings(json, report);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteColumns(Utf8JsonWriter json, ReportShape report)
    {
        json.WriteStartArray("files");
        foreach (var part in report.Parts)
        {
            foreach (var file in part.Files)
            {
                json.WriteStartObject();
                json.WriteString("path", file.Path);
                json.WriteString("format", FileFormats.Name(file.Format));
                json.WriteString("layout", report.Layout.Name);
                json.WriteStartObject("columns");
                foreach (var field in Enum.GetValues<Field>())
                {
                    json.WriteString(Name(field.ToString()), part.Columns.ColumnOf(field));
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteLines(Utf8JsonWriter json, BillReport report)
    {
        json.WriteNumber("lines", report.Import.Lines);
        json.WriteStartArray("badLines");
        foreach (var bad in report.Import.Bad)
        {
            json.WriteStartObject();
            json.WriteString("reason", bad.Reason);
            json.WriteNumber("count", bad.Count);
            json.WriteString("example", bad.Example);
            json.WriteNumber("usd", bad.Usd);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCategories(Utf8JsonWriter json, BillReport report)
    {
        json.WriteStartObject("categories");
        foreach (var category in report.Analysis.Categories)
        {
            json.WriteStartObject(Name(category.Category.ToString()));
            json.WriteNumber("usd", category.Usd);
            json.WriteStartArray("items");
            foreach (var item in category.Items)
            {
                json.WriteStartObject();
                json.WriteString("name", item.Name);
                json.WriteString("title", item.Title);
                json.WriteNumber("usd", item.Usd);
                if (item.Unit is not null)
                {
                    json.WriteNumber("amount", item.Amount);
                    json.WriteString("unit", item.Unit);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteWaste(Utf8JsonWriter json, BillReport report)
    {
        json.WriteStartArray("waste");
        foreach (var waste in report.Analysis.Waste)
        {
            json.WriteStartObject();
            json.WriteString("item", waste.Item);
            json.WriteString("title", waste.Title);
            json.WriteNumber("usd", waste.Usd);
            json.WriteNumber("amount", waste.Amount);
            json.WriteString("unit", waste.Unit);
            json.WriteString("because", waste.Because);
            WriteTexts(json, "resources", waste.Resources);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSavings(Utf8JsonWriter json, BillReport report)
    {
        json.WriteStartObject("savings");
        json.WriteNumber("usd", report.Analysis.SavingsUsd);
        json.WriteStartArray("strategies");
        foreach (var saving in report.Analysis.Savings)
        {
            json.WriteStartObject();
            json.WriteString("name", saving.Strategy);
            json.WriteString("title", saving.Title);
            json.WriteNumber("usd", saving.Usd);
            json.WriteNumber("of", saving.Of);
            WriteTexts(json, "assumptions", saving.Assumptions);
            WriteTexts(json, "notEstimated", saving.NotEstimated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTime? time)
    {
        if (time is { } known)
        {
            json.WriteString(name, DateTime.SpecifyKind(known, DateTimeKind.Utc));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Name(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
