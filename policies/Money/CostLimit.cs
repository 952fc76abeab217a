using System.Globalization;
using Costs.Estimates;
using ResourceViews.Aws.Budgets;

namespace Policies.Money;

/// <summary>What a stack may cost a month.</summary>
/// <param name="Resource">The budget that says so; null where a setting of the policy does.</param>
/// <param name="Name">How a message calls it.</param>
/// <param name="Category">What it limits; null for the whole.</param>
/// <param name="Usd">Not known where only a deployment tells.</param>
internal sealed record CostLimit(PolicyResource? Resource, string Name, CostCategory? Category, decimal? Usd)
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
        return (isMonthlyUsd, budget.LimitAmount) switch
        {
            (true, { IsUnknown: true }) => new(resource, $"the budget {resource.Name}", CategoryOf(resource.Inputs), null),
            (true, { Value: { } text }) when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var usd) =>
                new(resource, $"the budget {resource.Name}", CategoryOf(resource.Inputs), usd),
            _ => null,
        };
    }

    private static CostCategory? CategoryOf(PropertyMap budget)
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
    private static List<(string Key, List<string> Values)> Filters(PropertyMap budget)
    {
        var filters = new List<(string, List<string>)>();
        foreach (var filter in budget["costFilters"].Items)
        {
            filters.Add((filter["name"].AsString() ?? "", Texts(filter["values"])));
        }

        Add(budget["filterExpression"]);
        foreach (var term in budget["filterExpression"]["ands"].Items)
        {
            Add(term);
        }

        return filters;

        void Add(PropertyValue expression)
        {
            foreach (var kind in (string[])["tags", "dimensions"])
            {
                filters.Add((expression[kind]["key"].AsString() ?? "", Texts(expression[kind]["values"])));
            }
        }
    }

    private static List<string> Texts(PropertyValue list)
    {
        var texts = new List<string>();
        foreach (var item in list.Items)
        {
            if (item.AsString() is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>As the value of the tag is written: data-transfer.</summary>
    private static CostCategory? Named(List<string> values) =>
        values is [var word] && Enum.TryParse<CostCategory>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var category)
            ? category
            : null;
}
