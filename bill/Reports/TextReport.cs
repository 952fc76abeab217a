using System.Globalization;
using System.Text;
using Bill.Savings;
using Costs.Estimates;
using Costs.Money;

namespace Bill.Reports;

/// <summary>The bill for people.</summary>
internal static class TextReport
{
    private const int TitleWidth = 50;
    private const int MoneyWidth = 16;
    private const int MostResources = 5;

    public static string Of(BillReport report)
    {
        var text = new StringBuilder();
        var analysis = report.Analysis;
        Line(text, $"Bill of {Period(analysis)}: {Usd.Text(analysis.Total)}, {Count(report.Import.Lines, "line")}");
        foreach (var category in analysis.Categories)
        {
            Line(text, "");
            Row(text, Title(category.Category), category.Usd, Share(category.Usd, analysis.Total));
            foreach (var item in category.Items)
            {
                Row(text, $"  {item.Title}", item.Usd, item.Unit is null ? "" : $"{Usd.QuantityText(item.Amount)} {item.Unit}");
            }
        }

        Wasted(text, analysis);
        Savings(text, analysis);
        Bad(text, report);
        return text.ToString();
    }

    private static void Wasted(StringBuilder text, Analysis analysis)
    {
        Line(text, "");
        Line(text, analysis.Waste.IsEmpty ? "Waste: none found" : "Waste");
        foreach (var waste in analysis.Waste)
        {
            Row(text, $"  {waste.Title}", waste.Usd, $"{Usd.QuantityText(waste.Amount)} {waste.Unit}");
            Line(text, $"      {waste.Because}");
            foreach (var resource in waste.Resources.Take(MostResources))
            {
                Line(text, $"      {resource}");
            }

            if (waste.Resources.Length > MostResources)
            {
                Line(text, $"      and {waste.Resources.Length - MostResources} more (--json lists all)");
            }
        }
    }

    private static void Savings(StringBuilder text, Analysis analysis)
    {
        Line(text, "");
        Line(text, $"Savings, estimated: {Usd.Text(analysis.SavingsUsd)} of {Usd.Text(analysis.Total)}"
            + (analysis.Total > 0 ? $", {Share(analysis.SavingsUsd, analysis.Total)}" : ""));
        foreach (var saving in analysis.Savings)
        {
            Row(text, $"  {saving.Title}", saving.Usd, saving.Of > 0 ? $"of {Usd.Text(saving.Of)}" : "");
            foreach (var assumption in saving.Assumptions)
            {
                Line(text, $"      assumed: {assumption}");
            }

            foreach (var gap in saving.NotEstimated)
            {
                Line(text, $"      not estimated, {gap}");
            }
        }
    }

    private static void Bad(StringBuilder text, BillReport report)
    {
        if (report.Import.BadCount == 0)
        {
            return;
        }

        Line(text, "");
        Line(text, $"Left out: {Count(report.Import.BadCount, "bad line")}");
        foreach (var bad in report.Import.Bad)
        {
            Row(text, $"  {bad.Reason}", bad.Usd, $"{Count(bad.Count, "line")}{(bad.Example is null ? "" : $", {bad.Example}")}");
        }
    }

    private static string Period(Analysis analysis) => analysis is { Start: { } start, End: { } end }
        ? string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd} to {(end > start ? end.AddTicks(-1) : end):yyyy-MM-dd}")
        : "an unknown time";

    private static string Title(CostCategory category) => category switch
    {
        CostCategory.Training => "Training",
        CostCategory.Inference => "Inference",
        CostCategory.Storage => "Storage",
        CostCategory.DataTransfer => "Data transfer",
        _ => "Other",
    };

    private static string Share(decimal part, decimal whole) =>
        whole == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{part / whole * 100:0}%");

    private static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");

    private static void Row(StringBuilder text, string title, decimal usd, string detail) =>
        Line(text, $"{title.PadRight(TitleWidth)} {Usd.Text(usd).PadLeft(MoneyWidth)}  {detail}".TrimEnd());

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
