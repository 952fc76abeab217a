using Policies.Governance;
using ResourceViews.Aws.Budgets;

namespace Policies.Tests.Governance;

public class BudgetPresentTests
{
    private static readonly PolicyResource Trainer = Resource("trainer", TrainingJobs.Spot);

    [Fact]
    public void A_stack_that_trains_without_a_budget_is_a_violation_of_the_stack()
    {
        var verdict = Assert.Single(PolicyTest.Check(new BudgetPresent(), [Trainer]));

        Assert.Null(verdict.Resource);
        Assert.Equal(
            "The stack runs trainer and has no budget, expected one. Add an aws.budgets.Budget with budgetType COST.",
            verdict.Verdict.Violation());
    }

    [Fact]
    public void With_a_budget_it_is_compliant() => Assert.Empty(Check("COST"));

    [Fact]
    public void A_budget_of_something_else_does_not_count() =>
        Assert.Contains("no budget of the type COST", Assert.Single(Check("USAGE")).Verdict.Violation());

    [Fact]
    public void A_type_that_is_not_known_yet_is_unknown() =>
        Assert.Equal(Verdict.Unknown("budgetType"), Assert.Single(Check(Known<string>.Unknown)).Verdict);

    [Fact]
    public void A_stack_that_runs_nothing_needs_none() =>
        Assert.Empty(PolicyTest.Check(new BudgetPresent(), [PolicyTest.Resource("aws:s3/bucket:Bucket")]));

    private static IReadOnlyList<ResourceVerdict> Check(Known<string> type) =>
        PolicyTest.Check(new BudgetPresent(), [Trainer, Resource("budget", new BudgetProps { BudgetType = type })]);

    private static PolicyResource Resource<TView>(string name, TView view)
        where TView : struct, IResourceView<TView> => PolicyTest.Resource(TView.ResourceType, view.ToProperty().Members, name);
}
