using Infra.Governance;
using Infra.Settings;
using Infra.Tests.Builders;

namespace Infra.Tests.Governance;

public class BudgetSettingsTests
{
    [Fact]
    public void Roles_and_the_percentage_that_is_for_them_come_together()
    {
        Assert.Contains("the names of the roles that denyAtPercent is for", Fault(Valid.Budget with { DenyAtPercent = 100 }));
        Assert.Contains("none without denyAtPercent", Fault(Valid.Budget with { DenyRoles = ["analyst"] }));
        Assert.Empty(Rules.Check(Valid.Budget with { DenyAtPercent = 100, DenyRoles = ["analyst"] }, "budgets.total"));
    }

    [Fact]
    public void A_category_names_its_services_itself() => Assert.Contains(
        "budgets.total.services", Fault(Valid.Budget with { Category = CostCategory.Storage, Services = ["Amazon Simple Storage Service"] }));

    [Fact]
    public void There_are_four_categories() =>
        Assert.Contains("training, inference, storage, data-transfer", Fault(Valid.Budget with { Category = "compute" }));

    private static string Fault(BudgetSettings settings) => Assert.Single(Rules.Check(settings, "budgets.total")).ToString();
}
