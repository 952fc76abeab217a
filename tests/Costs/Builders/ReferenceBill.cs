using System.Text.Json;
using Costs.Estimates;

namespace Costs.Tests.Builders;

/// <summary>A month worked out by hand, before and after: what estimates are compared with, and nothing else.</summary>
internal static class ReferenceBill
{
    /// <summary>What a line costs.</summary>
    public static decimal Usd(string side, string id)
    {
        using var bill = Read();
        return bill.RootElement.GetProperty(side).GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("id").GetString() == id)
            .GetProperty("monthlyUsd").GetDecimal();
    }

    /// <summary>Every line of one side, with its category.</summary>
    public static IReadOnlyList<(string Id, CostCategory Category)> Lines(string side)
    {
        using var bill = Read();
        return
        [
            .. from item in bill.RootElement.GetProperty(side).GetProperty("items").EnumerateArray()
               select (item.GetProperty("id").GetString()!, Enum.Parse<CostCategory>(item.GetProperty("category").GetString()!, ignoreCase: true)),
        ];
    }

    public static decimal Total(string side, CostCategory category)
    {
        using var bill = Read();
        var name = JsonNamingPolicy.CamelCase.ConvertName(category.ToString());
        return bill.RootElement.GetProperty(side).GetProperty("totals").GetProperty(name).GetDecimal();
    }

    /// <summary>What a strategy saves in the category that the bill counts it in.</summary>
    public static decimal Saving(string strategy)
    {
        using var bill = Read();
        return bill.RootElement.GetProperty("strategySavings").GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("id").GetString() == strategy)
            .GetProperty("savesUsd").GetDecimal();
    }

    /// <summary>The expected cost of some components of some resources, to the cent.</summary>
    /// <param name="resources">How the names of the resources start, separated by |.</param>
    /// <param name="components">How the names of the components start, separated by |.</param>
    public static decimal Sum(Estimate estimate, string resources, string components)
    {
        var (names, starts) = (resources.Split('|'), components.Split('|'));
        return Costs.Money.Usd.Cents(estimate.Lines.Where(line => names.Any(name => line.Name.StartsWith(name, StringComparison.Ordinal)))
            .SelectMany(line => line.Components)
            .Where(component => starts.Any(start => component.Name.StartsWith(start, StringComparison.Ordinal)))
            .Sum(component => component.Monthly.Expected));
    }

    private static JsonDocument Read() => JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Costs", "Golden", "reference-bill.json")));
}
