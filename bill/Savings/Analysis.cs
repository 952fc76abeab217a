using Bill.Classification;
using Costs.Catalogue;
using Costs.Estimates;

namespace Bill.Savings;

/// <summary>A bill, taken apart: what it is made of, what is wasted, and what each strategy would save.</summary>
internal sealed record Analysis(
    ImmutableArray<BillLine> Lines, ImmutableArray<CategoryTotal> Categories, ImmutableArray<Waste> Waste, ImmutableArray<Saving> Savings)
{
    public decimal Total => Categories.Sum(category => category.Usd);

    /// <summary>The first moment that is on the bill; null where no line has one.</summary>
    public DateTime? Start => Lines.Min(line => line.Start);

    public DateTime? End => Lines.Max(line => line.End);

    public decimal SavingsUsd => Savings.Sum(saving => saving.Usd);

    public static Analysis Of(ImmutableArray<BillLine> lines, PriceBook prices) => new(
        lines,
        [.. Enum.GetValues<CostCategory>().Select(category => CategoryTotal.Of(category, lines.Where(line => line.Category == category)))],
        [.. Bill.Savings.Waste.Of(lines)],
        [.. Estimates.All.Select(estimate => estimate(lines, prices))]);
}

/// <summary>What one category costs, and of what.</summary>
internal sealed record CategoryTotal(CostCategory Category, decimal Usd, ImmutableArray<ItemTotal> Items)
{
    public static CategoryTotal Of(CostCategory category, IEnumerable<BillLine> lines)
    {
        ImmutableArray<ItemTotal> items =
        [
            .. lines.GroupBy(line => line.Item)
                .Select(item => new ItemTotal(item.Key, item.Sum(line => line.Amount), item.Sum(line => line.Usd)))
                .OrderByDescending(item => item.Usd).ThenBy(item => item.Name, StringComparer.Ordinal),
        ];
        return new(category, items.Sum(item => item.Usd), items);
    }
}

/// <param name="Name">As machines read it, for example onDemandTraining.</param>
/// <param name="Amount">In the item's unit, where it has one.</param>
internal sealed record ItemTotal(string Name, decimal Amount, decimal Usd)
{
    public string Title => BillItem.Of(Name).Title;

    public string? Unit => BillItem.Of(Name).Unit;
}
