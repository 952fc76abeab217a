using System.Globalization;
using Preview.Engine;

namespace Preview.Verdicts;

/// <summary>How much of the plan's own budget its cost takes.</summary>
/// <param name="Name">Of the budget.</param>
/// <param name="Limit">USD a month.</param>
/// <param name="Share">Of the limit, expected; 1 is all of it.</param>
internal sealed record BudgetShare(string Name, decimal Limit, decimal Share)
{
    private const string BudgetType = "aws:budgets/budget:Budget";

    /// <summary>The largest monthly cost budget of the plan, since smaller ones count a part; null where there is none.</summary>
    public static BudgetShare? Of(IEnumerable<RegisteredResource> resources, decimal monthlyUsd) => (
        from resource in resources
        where resource.Type == BudgetType && resource.Operation != Operation.Read
        where resource.Inputs["budgetType"].AsString() == "COST" && resource.Inputs["timeUnit"].AsString() == "MONTHLY"
        where resource.Inputs["limitUnit"].AsString() == "USD"
        let limit = LimitOf(resource.Inputs["limitAmount"])
        where limit > 0
        orderby limit descending, resource.Urn
        select new BudgetShare(resource.Name, limit, monthlyUsd / limit)).FirstOrDefault();

    /// <summary>The limit, which the provider takes as text; 0 where it is not known or not to be shown.</summary>
    private static decimal LimitOf(PropertyValue amount) =>
        !amount.IsSecret && decimal.TryParse(amount.AsString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var limit) ? limit : 0;
}
