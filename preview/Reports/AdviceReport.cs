using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Costs.Advice;
using Costs.Money;
using Preview.Runs;

namespace Preview.Reports;

/// <summary>Advice for people: what, how much it saves, why, how sure that is, and what to change.</summary>
internal sealed class AdviceReport(Palette palette)
{
    private const int MostFigures = 2;

    private readonly StringBuilder text = new();

    public static string Of(PreviewResult result, StackAdvice advice, Palette palette) => new AdviceReport(palette).Write(result, advice);

    private string Write(PreviewResult result, StackAdvice advice)
    {
        var prices = string.Join(", ", advice.Regions.Select(region => $"{region.Region} as of {region.PricesAsOf ?? "unknown: there is no price list"}"));
        Line($"{palette.Bold($"Advice for {result.Settings.Project}/{result.Settings.Stack}")}, USD a month{(prices.Length > 0 ? $", prices of {prices}" : "")}");
        Counted(advice);
        Section("Only after a measurement, not in the sum", advice.NotCounted);
        Section("A Savings Plan as a what-if, not in the sum", advice.Commitments);
        Remarks("Right as it is", advice.Kept);
        Remarks("Not known", advice.NotKnown);
        Remarks("Stated otherwise than measured", advice.Contradictions);
        Remarks("Not measured", advice.NotMeasured);
        HowToMeasure(result, advice);
        return text.ToString();
    }

    private void Counted(StackAdvice advice)
    {
        Line();
        if (!advice.Counted.Any())
        {
            Line($"No advice that is sure to save something: the stack costs {Usd.Text(advice.Before.Expected)} as it is.");
            return;
        }

        foreach (var line in advice.Counted)
        {
            Write(line);
        }

        Line(palette.Bold(string.Create(
            CultureInfo.InvariantCulture,
            $"Together {Usd.Text(advice.Total)} of {Usd.Text(advice.Before.Expected)} ({advice.Total / advice.Before.Expected:0.0%}); {Usd.Text(advice.After.Expected)} are left.")));
    }

    private void Section(string title, IEnumerable<AdviceLine> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Line();
        Line(palette.Bold($"{title}:"));
        all.ForEach(Write);
    }

    private void Write(AdviceLine line)
    {
        Line($"- {palette.Bold(line.What)}");
        Field("saves", SavingText(line));
        Field("why", line.Why);
        Field("how sure", CertaintyText(line.Certainty));
        Field("change", line.Change);
    }

    private void Remarks(string title, IEnumerable<Remark> remarks)
    {
        var all = remarks.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Line();
        Line(palette.Bold($"{title}:"));
        all.ForEach(remark => Line($"- {(remark.Resources.IsEmpty ? "" : $"{string.Join(", ", remark.Resources)}: ")}{remark.Text}."));
    }

    private void HowToMeasure(PreviewResult result, StackAdvice advice)
    {
        if (advice.MeasuredOver is not null || advice.NotMeasured.IsEmpty)
        {
            return;
        }

        Line("  Metrics tell (docs/metrics.md):");
        Line($"    advise {result.Settings.Stack} --metrics-query > query.json");
        Line("    aws cloudwatch get-metric-data --cli-input-json file://query.json --output json > metrics.json");
        Line($"    advise {result.Settings.Stack} --metrics metrics.json");
    }

    private static string SavingText(AdviceLine line) => line.Saving switch
    {
        AdviceSaving.Known known => Usd.Text(known.PerMonth),
        AdviceSaving.If conditional => $"{Usd.Text(conditional.PerMonth)} if {conditional.Condition}",
        AdviceSaving.Unknown unknown => $"not known: {unknown.Because}",
        _ => throw new ArgumentOutOfRangeException(nameof(line), line.Saving, "There is no such saving."),
    } + (line.InsteadOf is { } other ? $" (instead of: {other})" : "");

    private static string CertaintyText(Certainty certainty) => certainty.Level == CertaintyLevel.NeedsFigures
        ? $"needs figures: {certainty.Surer}"
        : string.Concat(
            certainty.MeasuredOver is { } days ? $"measured over {days}" : LevelText(certainty.Level),
            certainty.RestsOn.IsEmpty ? "" : $", on {Figures(certainty.RestsOn)}",
            certainty.Surer.Length > 0 ? $". Surer with {certainty.Surer}" : "");

    private static string Figures(ImmutableArray<string> all) => string.Join("; ", all.Take(MostFigures))
        + (all.Length > MostFigures ? $"; and {Summary.Plural(all.Length - MostFigures, "more figure")} (--json lists all)" : "");

    private static string LevelText(CertaintyLevel level) => level switch
    {
        CertaintyLevel.Exact => "exact: plan and published prices say all",
        CertaintyLevel.Estimated => "estimated",
        CertaintyLevel.Assumed => "assumed",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "It has a text of its own."),
    };

    private void Field(string name, string value) => Line($"    {name,-9} {value}");

    private void Line(string line = "") => text.Append(line).Append('\n');
}
