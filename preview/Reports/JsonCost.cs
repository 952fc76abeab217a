using System.Text.Json;
using Costs.Estimates;
using Costs.Money;
using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>The estimate in the JSON document. Amounts are USD, not rounded.</summary>
internal static class JsonCost
{
    public static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        var savings = verdict.Run.Savings;
        if (savings is null)
        {
            json.WriteNull("cost");
            return;
        }

        var estimate = savings.After;

        json.WriteStartObject("cost");
        json.WriteString("currency", "USD");
        WriteTotals(json, estimate);
        WriteBudget(json, verdict.Budget);
        WriteCoverage(json, estimate.Coverage);
        json.WriteStartArray("regions");
        foreach (var region in estimate.Regions)
        {
            json.WriteStartObject();
            json.WriteString("region", region.Region);
            json.WriteString("pricesAsOf", region.PricesAsOf);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("resources");
        foreach (var line in estimate.Lines)
        {
            WriteLine(json, line);
        }

        json.WriteEndArray();
        json.WriteStartArray("assumptions");
        foreach (var (assumption, resources) in estimate.Assumptions)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(assumption.Kind.ToString()));
            json.WriteString("text", assumption.Text);
            WriteTexts(json, "resources", resources);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "unusedUsage", estimate.UnusedUsage);
        WriteSavings(json, savings);
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, Estimate estimate)
    {
        WriteCost(json, "perMonth", estimate.Total);
        json.WriteStartObject("categories");
        foreach (var category in Enum.GetValues<CostCategory>())
        {
            WriteCost(json, Name(category), estimate.In(category));
        }

        json.WriteEndObject();
    }

    /// <summary>Left out where the plan has none.</summary>
    private static void WriteBudget(Utf8JsonWriter json, BudgetShare? budget)
    {
        if (budget is null)
        {
            return;
        }

        json.WriteStartObject("budget");
        json.WriteString("name", budget.Name);
        json.WriteNumber("limit", budget.Limit);
        json.WriteNumber("share", budget.Share);
        json.WriteEndObject();
    }

    private static void WriteSavings(Utf8JsonWriter json, Savings savings)
    {
        json.WriteStartObject("savings");
        json.WriteNumber("perMonth", savings.Usd);
        json.WriteStartObject("before");
        WriteTotals(json, savings.Before);
        json.WriteEndObject();
        json.WriteStartArray("strategies");
        foreach (var strategy in savings.Strategies)
        {
            json.WriteStartObject();
            json.WriteString("name", strategy.Name);
            json.WriteString("title", strategy.Title);
            json.WriteNumber("perMonth", strategy.Usd);
            json.WriteStartObject("categories");
            foreach (var (category, usd) in strategy.ByCategory)
            {
                json.WriteNumber(Name(category), usd);
            }

            json.WriteEndObject();
            WriteTexts(json, "resources", strategy.Resources);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "notCounted", savings.NotCounted);
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, EstimateLine line)
    {
        json.WriteStartObject();
        json.WriteString("urn", line.Urn);
        json.WriteString("name", line.Name);
        json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(line.Status.ToString()));
        WriteCost(json, "perMonth", line.Monthly);
        if (line.PerRun is { } run)
        {
            WriteCost(json, "perRun", run);
        }

        json.WriteStartArray("components");
        foreach (var component in line.Components)
        {
            json.WriteStartObject();
            json.WriteString("name", component.Name);
            json.WriteString("category", Name(component.Category));
            WriteCost(json, "perMonth", component.Monthly);
            json.WriteString("arithmetic", component.Arithmetic);
            WriteExplanation(json, component.Explanation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("gaps");
        foreach (var gap in line.Gaps)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(gap.Kind.ToString()));
            json.WriteString("name", gap.Name);
            json.WriteString("reason", gap.Reason);
            WriteTexts(json, "usageKeys", gap.UsageKeys);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteExplanation(Utf8JsonWriter json, Explanation explanation)
    {
        var (quantity, source) = (explanation.Quantity, explanation.Price.Provenance);
        json.WriteStartObject("explanation");
        WriteThree(json, "quantity", quantity.Floor, quantity.Expected, quantity.Ceiling);
        json.WriteString("unit", explanation.Unit);
        WriteCost(json, "unitPrice", explanation.UnitUsd);
        if (explanation.Factor is { } factor)
        {
            WriteThree(json, "factor", factor.Floor, factor.Expected, factor.Ceiling);
            json.WriteString("factorBecause", factor.Because);
        }

        json.WriteStartObject("price");
        json.WriteString("region", source.Region);
        json.WriteString("pointer", source.Pointer);
        json.WriteString("confidence", JsonNamingPolicy.CamelCase.ConvertName(source.Confidence.ToString()));
        json.WriteString("date", source.Date);
        WriteTexts(json, "sources", source.Sources.Select(one => one.Title));
        json.WriteString("method", source.Method);
        json.WriteEndObject();
        WriteTexts(json, "assumptions", explanation.Assumptions.Select(assumption => assumption.Text));
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, Coverage coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("resources", coverage.All);
        json.WriteNumber("priced", coverage.Priced);
        json.WriteNumber("free", coverage.Free);
        json.WriteNumber("partlyPriced", coverage.PartlyPriced);
        json.WriteNumber("needsUsage", coverage.NeedsUsage);
        json.WriteNumber("notKnownYet", coverage.NotKnownYet);
        json.WriteNumber("unpriced", coverage.Unpriced);
        json.WriteEndObject();
    }

    public static void WriteCost(Utf8JsonWriter json, string name, Cost cost) =>
        WriteThree(json, name, cost.Floor, cost.Expected, cost.Ceiling);

    public static void WriteThree(Utf8JsonWriter json, string name, decimal floor, decimal expected, decimal ceiling)
    {
        json.WriteStartObject(name);
        json.WriteNumber("floor", floor);
        json.WriteNumber("expected", expected);
        json.WriteNumber("ceiling", ceiling);
        json.WriteEndObject();
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static string Name(CostCategory category) => JsonNamingPolicy.CamelCase.ConvertName(category.ToString());
}
