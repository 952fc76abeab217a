using Bill.Classification;
using Bill.Columns;

namespace Bill.Tests;

/// <summary>The page of the program has what the program has.</summary>
public class DocsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "bill.md"));

    [Fact]
    public void Every_item_is_on_the_page() => Assert.All(BillItem.Names, item => Assert.Contains($"`{item}`", Page));

    [Fact]
    public void Every_column_is_on_the_page() => Assert.All(
        ColumnLayout.All.SelectMany(layout => layout.Names.Values.SelectMany(names => names)), name => Assert.Contains($"`{name}`", Page));

    [Fact]
    public void Every_strategy_is_on_the_page() => Assert.All(
        Savings.Estimates.All.Select(estimate => estimate([], Costs.Catalogue.PriceBook.BuiltIn)),
        saving => Assert.Contains($"`{saving.Strategy}`", Page));
}
