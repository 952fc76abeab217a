using System.Text;
using Costs.Estimates;
using Costs.Money;
using Costs.Quantities;
using Preview.CommandLine;
using Preview.Runs;

namespace Preview.Reports;

/// <summary>What a figure consists of, for people: quantity × unit price, where the price is from, and what was assumed.</summary>
internal sealed class ExplainReport(Palette palette)
{
    private readonly StringBuilder text = new();

    /// <exception cref="UserErrorException">There is no such resource, several are meant, or the preview failed.</exception>
    public static string Of(PreviewResult result, string resource, Palette palette)
    {
        var estimate = result.Estimate ?? throw new UserErrorException(
            $"The preview fails, so nothing is priced: {string.Join('\n', result.Errors)}");
        var found = new CostSelection(estimate, result.Resources).Find(resource);
        return new ExplainReport(palette).Write(found);
    }

    private string Write(SelectedLines selected)
    {
        var total = Cost.Sum(selected.Lines.Select(line => line.Monthly));
        Line($"{palette.Bold(selected.Name)}  {selected.Type}");
        Line($"  {total} a month{(total.IsFixed ? "" : " (floor – expected – ceiling)")}");
        foreach (var line in selected.Lines.Where(line => line.Status != LineStatus.Free))
        {
            Write(line, isAlone: selected.Lines.Length == 1);
        }

        var free = selected.Lines.Where(line => line.Status == LineStatus.Free).ToLookup(line => line.FreeBecause, line => line.Name);
        if (free.Count > 0)
        {
            Line();
            Line("  Free:");
        }

        foreach (var because in free)
        {
            Line($"    {because.Key} ({string.Join(", ", because.Distinct(StringComparer.Ordinal))})");
        }

        return text.ToString();
    }

    private void Write(EstimateLine line, bool isAlone)
    {
        if (!isAlone)
        {
            Line();
            Line($"{palette.Bold(line.Name)}  {line.Type}");
            Line($"  {line.Monthly} a month");
        }

        if (line.PerRun is { } run)
        {
            Line($"  {run} a run");
        }

        foreach (var component in line.Components)
        {
            Write(component);
        }

        foreach (var gap in line.Gaps)
        {
            Line();
            Line($"  {palette.Yellow("Not in the total")}: {gap}");
            Field("a run", gap.PerRun?.ToString());
            Field("price", gap.Price is { } price ? $"{Usd.PriceText(price.FirstUsd)} for one of the {price.Key.Unit}; {price.Provenance}" : null);
            Assumed(gap.Assumptions);
        }
    }

    private void Write(PricedComponent component)
    {
        var (explanation, monthly) = (component.Explanation, component.Monthly);
        var source = explanation.Price.Provenance;
        Line();
        Line($"  {palette.Bold(component.Name)}  ({CostLines.NameOf(component.Category)})");
        Field("expected", component.Arithmetic);
        if (!monthly.IsFixed)
        {
            Field("floor", explanation.ArithmeticAtLeast(monthly.Floor));
            Field("ceiling", explanation.ArithmeticAtMost(monthly.Ceiling));
        }

        Field("tiers", explanation.Tiers is { Length: > 0 } tiers ? $"{tiers}, shared by all of the Region" : null);
        Field("a run", component.PerRun?.ToString());
        Field("price", $"{source} {source.Region}{source.Pointer}");
        Field("factor", explanation.Factor?.Because);
        Assumed(explanation.Assumptions);
    }

    private void Assumed(IEnumerable<Assumption> assumptions)
    {
        foreach (var assumption in assumptions)
        {
            Field(
                assumption.Kind switch
                {
                    AssumptionKind.StatedUsage => "stated",
                    AssumptionKind.DefaultUsage => "default",
                    _ => "counted",
                },
                assumption.Text);
        }
    }

    private void Field(string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            Line($"    {name,-9} {value}");
        }
    }

    private void Line(string line = "") => text.Append(line).Append('\n');
}
