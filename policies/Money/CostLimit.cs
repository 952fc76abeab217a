using System.Globalization;
using Costs.Estimates;
using Policies.Workloads;
using ResourceViews.Aws.Budgets;
using static Policies.Workloads.Resources.ViewReading;

namespace Policies.Money;

/// <summary>What a stack may cost a month.</summary>
/// <param name="Resource">The budget that says so; null where a setting of the policy does.</param>
/// <param name="Name">How a message calls it.</param>
/// <param name="Category">What it limits; null for the whole.</param>
/// <param name="Usd">Null where only a deployment tells.</param>
/// <param name="Path">The property that says how much; the resource itself where a setting does.</param>
internal sealed record CostLimit(PolicyResource? Resource, string Name, CostCategory? Category, decimal? Usd, PropertyPath Path = default)
{
    private const string S3 = "Amazon Simple Storage Service";
    private const string CategoryTag = "cost-category";

    /// <summary>Parts of usage types by which a budget counts a category where tags are not active.</summary>
    private static readonly (string Part, CostCategory Category)[] UsageTypes =
    [
        ("Train", CostCategory.Training),
        ("Host", CostCategory.Inference),
        ("DataTransfer", CostCategory.DataTransfer),
        ("NatGateway", CostCategory.DataTransfer),
    ];

    /// <summary>The limit that a budget is; null where the resource is none, or one over another time, unit or kind.</summary>
    public static CostLimit? Of(PolicyResource resource)
    {
        if (!BudgetProps.ResourceTypes.Contains(resource.Type))
        {
            return null;
        }

        var budget = BudgetProps.From(resource.InputsValue);
        var isMonthlyUsd = (budget.BudgetType.Value, budget.TimeUnit.Value, budget.LimitUnit.Value ?? "USD") is ("COST", "MONTHLY", "USD");
        var amount = Setting(budget.LimitAmount);
        return (isMonthlyUsd, amount.Known) switch
        {
            (true, { IsUnknown: true }) => Limit(null),
            (true, { Value: { } text }) when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var usd) => Limit(usd),
            _ => null,
        };

        CostLimit Limit(decimal? usd) => new(resource, $"the budget {resource.Name}", CategoryOf(budget), usd, amount.Path);
    }

    private static CostCategory? CategoryOf(BudgetProps budget)
    {
        foreach (var (key, values) in Filters(budget))
        {
            var found = key switch
            {
                CategoryTag => Named(values),
                "USAGE_TYPE" or "UsageType" => UsageTypes
                    .Where(type => values.Any(value => value.Contains(type.Part, StringComparison.Ordinal)))
                    .Select(type => (CostCategory?)type.Category)
                    .FirstOrDefault(),
                "SERVICE" or "Service" when values is [S3] => CostCategory.Storage,
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>What a budget counts: the key of a tag or dimension, and the values.</summary>
    private static IEnumerable<(string? Key, string[] Values)> Filters(BudgetProps budget)
    {
        foreach (var filter in budget.CostFilters)
        {
            yield return (filter.Name.Value, Texts(filter.Values));
        }

        var expression = budget.FilterExpression;
        yield return (expression.Tags.Key.Value, Texts(expression.Tags.Values));
        yield return (expression.Dimensions.Key.Value, Texts(expression.Dimensions.Values));
        foreach (var term in expression.Ands)
        {
            yield return (term.Tags.Key.Value, Texts(term.Tags.Values));
            yield return (term.Dimensions.Key.Value, Texts(term.Dimensions.Values));
        }
    }

    private static string[] Texts(KnownList<string> list) => [.. list.Select(text => text.Value).OfType<string>()];

    /// <summary>As the value of the tag is written: data-transfer.</summary>
    private static CostCategory? Named(string[] values) =>
        values is [var word] && Enum.TryParse<CostCategory>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var category)
            ? category
            : null;
}
