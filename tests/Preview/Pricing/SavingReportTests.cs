using System.Text.Encodings.Web;
using System.Text.Json;
using Costs.Tests.Builders;
using Preview.Reports;
using Preview.Tests.Runs;
using Preview.Verdicts;

namespace Preview.Tests.Pricing;

/// <summary>What people and machines read of the savings of prod, reviewed like code. UPDATE_GOLDEN=1 writes it anew.</summary>
public class SavingReportTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_text_has_a_line_for_each_strategy()
    {
        var text = TextReport.Of(Judge.Of(await PreviewedStack.Prod), new Palette(IsOn: false));

        var start = text.IndexOf("Savings a month", StringComparison.Ordinal);
        var section = text[start..text.IndexOf("Summary:", start, StringComparison.Ordinal)];
        Repository.Verify(section.TrimEnd() + "\n", "tests", "Preview", "Pricing", "prod-savings.txt");
    }

    [Fact]
    public async Task The_document_has_each_strategy_with_its_categories_and_resources()
    {
        using var document = JsonDocument.Parse(JsonReport.Of(Judge.Of(await PreviewedStack.Prod)));

        var savings = document.RootElement.GetProperty("cost").GetProperty("savings");

        Repository.Verify(
            JsonSerializer.Serialize(savings, Indented).ReplaceLineEndings("\n") + "\n", "tests", "Preview", "Pricing", "prod-savings.json");
    }

    [Fact]
    public async Task A_long_list_of_what_is_not_counted_is_cut_short_in_the_text()
    {
        var savings = (await PreviewedStack.Prod).Savings! with { NotCounted = [.. Enumerable.Range(1, 9).Select(number => $"item {number}")] };

        string[] lines = [.. SavingLines.Of(savings).TakeLast(2)];

        Assert.Equal(["Not counted: item 6", "Not counted: and 3 more items (--json lists all)"], lines);
    }
}
