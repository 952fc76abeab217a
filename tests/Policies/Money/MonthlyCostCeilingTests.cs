using Policies.Money;
using ResourceViews.Aws.Budgets;

namespace Policies.Tests.Money;

public class MonthlyCostCeilingTests
{
    [Fact]
    public void A_stack_above_its_budget_is_a_violation_of_the_budget()
    {
        var verdict = Assert.Single(Check(Labs.Stack(Labs.Hours(100)), Labs.Lab(), Budget("140")), verdict => verdict.Verdict.IsViolation);

        Assert.Equal("budget", verdict.Resource!.Name);
        Assert.Equal(
            "The stack is expected to cost $141.00 a month, $1.00 more than the budget budget allows ($140.00). Most of it: lab $141.00. "
            + "Lower it, or raise the budget.",
            verdict.Verdict.Violation());
    }

    [Fact]
    public void A_stack_within_its_budget_is_compliant() =>
        Assert.All(Check(Labs.Stack(Labs.Hours(100)), Labs.Lab(), Budget("141")), verdict => Assert.Equal(Verdict.Compliant, verdict.Verdict));

    [Theory]
    [InlineData(187, true)]
    [InlineData(188, false)]
    public void What_the_upper_bounds_cost_may_be_more_than_the_limit_but_not_any_more(double percent, bool isViolated)
    {
        var usage = ("project:usage", """{"lab": {"hoursPerMonth": {"floor": 0, "expected": 100, "ceiling": 200}}}""");
        var settings = PropertyMap.Of(("maxCeilingPercent", percent));

        var verdict = Assert.Single(PolicyTest.Check(new MonthlyCostCeiling(), [Labs.Lab(), Budget("150")], settings, Labs.Stack(usage))).Verdict;

        Assert.Equal(isViolated, verdict.IsViolation);
        if (isViolated)
        {
            Assert.Contains("at the most $282.00, more than 187 % of what the budget budget allows ($150.00,", verdict.Violation());
        }
    }

    [Fact]
    public void A_limit_that_is_not_known_yet_is_unknown() => Assert.Equal(
        Verdict.Unknown("limitAmount"), Assert.Single(Check(Labs.Stack(), Labs.Lab(), Budget(Known<string>.Unknown))).Verdict);

    [Fact]
    public void A_property_that_is_not_known_yet_and_costs_something_is_unknown()
    {
        var verdicts = Check(Labs.Stack(), PolicyTest.Resource(
            "aws:sagemaker/notebookInstance:NotebookInstance", PropertyMap.Of(("instanceType", PropertyValue.Unknown)), "lab"), Budget("100"));

        Assert.Contains(verdicts, verdict => verdict.Resource?.Name == "lab" && verdict.Verdict.Equals(Verdict.Unknown("instanceType")));
        Assert.DoesNotContain(verdicts, verdict => verdict.Verdict.IsViolation);
    }

    [Fact]
    public void What_is_known_to_cost_too_much_is_a_violation_whatever_is_not_known()
    {
        var verdicts = Check(Labs.Stack(Labs.Hours(100)), Labs.Lab(), PolicyTest.Resource(
            "aws:sagemaker/notebookInstance:NotebookInstance", PropertyMap.Of(("instanceType", PropertyValue.Unknown)), "other"), Budget("100"));

        Assert.Contains(verdicts, verdict => verdict.Verdict.IsViolation);
    }

    [Fact]
    public void What_has_no_price_is_named() => Assert.Contains(
        "leaves out what is not priced: bucket. State their usage",
        Assert.Single(Assert.Single(
            Check(Labs.Stack(), PolicyTest.Resource("aws:s3/bucket:Bucket", name: "bucket"), Budget("100")),
            verdict => !verdict.Verdict.IsCompliant).Verdict.Warnings));

    [Fact]
    public void Without_a_region_there_is_one_warning_for_all()
    {
        var verdicts = PolicyTest.Check(
            new MonthlyCostCeiling(), [Labs.Lab("lab-1"), Labs.Lab("lab-2"), Budget("100")], stack: new() { Project = "labs" });

        Assert.Contains(
            "leaves out what is not priced: lab-1, lab-2. Set aws:region in the stack file",
            Assert.Single(Assert.Single(verdicts, verdict => !verdict.Verdict.IsCompliant).Verdict.Warnings));
    }

    [Fact]
    public void Where_the_settings_of_the_stack_are_not_known_it_does_not_apply() => Assert.Equal(
        "The settings of the stack, which state its usage, are not known here.",
        Assert.Single(PolicyTest.Check(new MonthlyCostCeiling(), [Labs.Lab("lab-1"), Budget("1")], stack: StackInfo.Unspecified))
            .Verdict.NotApplicableReason);

    [Theory]
    [InlineData("cost-category", "training", true)]
    [InlineData("cost-category", "inference", false)]
    [InlineData("environment", "prod", true)]
    public void A_budget_by_the_tag_of_a_category_limits_that_category(string tag, string value, bool isViolated)
    {
        var budget = Budget("100", new()
        {
            FilterExpression = new()
            {
                Ands = [new() { Tags = new() { Key = tag, Values = [value], MatchOptions = ["EQUALS"] } }],
            },
        });

        Assert.Equal(isViolated, Check(Labs.Stack(Labs.Hours(100)), Labs.Lab(), budget).Any(verdict => verdict.Verdict.IsViolation));
    }

    [Theory]
    [InlineData("Train", true)]
    [InlineData("Host", false)]
    [InlineData("NatGateway", false)]
    public void A_budget_by_usage_types_limits_their_category(string part, bool isViolated)
    {
        var budget = Budget("100", new()
        {
            FilterExpression = new()
            {
                Ands = [new() { Dimensions = new() { Key = "USAGE_TYPE", Values = [part], MatchOptions = ["CONTAINS"] } }],
            },
        });

        Assert.Equal(isViolated, Check(Labs.Stack(Labs.Hours(100)), Labs.Lab(), budget).Any(verdict => verdict.Verdict.IsViolation));
    }

    [Theory]
    [InlineData("Amazon Simple Storage Service", false)]
    [InlineData("Amazon SageMaker", true)]
    public void A_budget_of_S3_alone_limits_storage(string service, bool isViolated)
    {
        var budget = Budget("100", new() { CostFilters = [new() { Name = "Service", Values = [service] }] });

        Assert.Equal(isViolated, Check(Labs.Stack(Labs.Hours(100)), Labs.Lab(), budget).Any(verdict => verdict.Verdict.IsViolation));
    }

    [Fact]
    public void A_setting_takes_the_place_of_the_budget()
    {
        var settings = PropertyMap.Of(("monthlyUsd", 100));

        var verdict = Assert.Single(PolicyTest.Check(
            new MonthlyCostCeiling(), [Labs.Lab(), Budget("1000")], settings, Labs.Stack(Labs.Hours(100))));

        Assert.Null(verdict.Resource);
        Assert.Contains("$41.00 more than the setting monthlyUsd allows ($100.00)", verdict.Verdict.Violation());
    }

    [Fact]
    public void A_setting_limits_a_category() => Assert.Contains(
        "For training the stack is expected to cost $141.00 a month, $131.00 more than the setting trainingUsd allows ($10.00)",
        Assert.Single(PolicyTest.Check(
            new MonthlyCostCeiling(), [Labs.Lab()], PropertyMap.Of(("trainingUsd", 10)), Labs.Stack(Labs.Hours(100)))).Verdict.Violation());

    [Theory]
    [InlineData("USAGE", "MONTHLY")]
    [InlineData("COST", "ANNUALLY")]
    public void Other_budgets_are_no_limit(string type, string time) => Assert.NotNull(Assert.Single(
        Check(Labs.Stack(), Labs.Lab(), Budget("1", new() { BudgetType = type, TimeUnit = time }))).Verdict.NotApplicableReason);

    [Fact]
    public void Without_a_limit_it_does_not_apply() =>
        Assert.NotNull(Assert.Single(Check(Labs.Stack(), Labs.Lab())).Verdict.NotApplicableReason);

    [Fact]
    public void Usage_that_cannot_be_read_is_a_violation_of_the_stack() => Assert.Contains(
        "project:usage.lab.hours is no usage of it",
        Assert.Single(Check(Labs.Stack(("project:usage", """{"lab": {"hours": 1}}""")), Labs.Lab(), Budget("1"))).Verdict.Violation());

    private static IReadOnlyList<ResourceVerdict> Check(StackInfo stack, params PolicyResource[] resources) =>
        PolicyTest.Check(new MonthlyCostCeiling(), resources, stack: stack);

    private static PolicyResource Budget(Known<string> limit) => Budget(limit, default);

    private static PolicyResource Budget(Known<string> limit, BudgetProps budget) => PolicyTest.Resource(
        BudgetProps.ResourceType,
        (budget with
        {
            BudgetType = budget.BudgetType.IsSet ? budget.BudgetType : "COST",
            TimeUnit = budget.TimeUnit.IsSet ? budget.TimeUnit : "MONTHLY",
            LimitAmount = limit,
            LimitUnit = "USD",
        }).ToProperty().Members,
        "budget");
}
