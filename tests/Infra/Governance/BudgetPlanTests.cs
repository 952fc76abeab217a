using Infra.Governance;
using Infra.Tests.Builders;

namespace Infra.Tests.Governance;

public class BudgetPlanTests
{
    [Fact]
    public void A_budget_reports_what_was_spent_and_what_is_expected() => Assert.Equal(
        [new("ACTUAL", 50), new("ACTUAL", 80), new("ACTUAL", 100), new BudgetNotice("FORECASTED", 100)],
        BudgetPlan.NoticesFor(Valid.Budget));

    [Fact]
    public void Notices_come_in_the_order_of_their_percentages_however_they_are_written() => Assert.Equal(
        [new("ACTUAL", 80), new BudgetNotice("ACTUAL", 120)],
        BudgetPlan.NoticesFor(Valid.Budget with { ActualPercent = [120, 80], ForecastPercent = [] }));
}
