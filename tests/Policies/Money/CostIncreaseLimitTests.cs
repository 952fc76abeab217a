using Policies.Money;

namespace Policies.Tests.Money;

public class CostIncreaseLimitTests
{
    private const string Baseline = "sagemaker-guardrails:baselineUsd";

    [Fact]
    public void More_than_the_share_and_the_amount_is_a_violation_of_the_stack()
    {
        var verdict = Assert.Single(Check("300", 500));

        Assert.Null(verdict.Resource);
        Assert.Equal(
            "The stack is expected to cost $705.00 a month, $405.00 or 135 % more than before ($300.00); $100.00 more is allowed "
            + "(maxIncreasePercent 20, alwaysAllowedUsd 100). See what became dearer, or raise maxIncreasePercent.",
            verdict.Verdict.Violation());
    }

    [Theory]
    [InlineData("605.00")]
    [InlineData("1000")]
    public void Up_to_what_is_always_allowed_it_is_compliant(string before) =>
        Assert.Equal(Verdict.Compliant, Assert.Single(Check(before, 500)).Verdict);

    [Theory]
    [InlineData(16.7, true)]
    [InlineData(16.8, false)]
    public void A_larger_share_can_be_allowed(double percent, bool isViolated) => Assert.Equal(
        isViolated, Assert.Single(Check("604", 500, ("maxIncreasePercent", percent), ("alwaysAllowedUsd", 0))).Verdict.IsViolation);

    [Fact]
    public void What_cost_nothing_before_has_no_percentage()
    {
        var message = Assert.Single(Check("0", 500)).Verdict.Violation();

        Assert.Contains("$705.00 more than before ($0.00)", message);
        Assert.DoesNotContain("%", message);
    }

    [Fact]
    public void A_property_that_is_not_known_yet_and_costs_something_is_unknown()
    {
        var lab = PolicyTest.Resource(
            "aws:sagemaker/notebookInstance:NotebookInstance", PropertyMap.Of(("instanceType", PropertyValue.Unknown)), "lab");

        var verdicts = PolicyTest.Check(new CostIncreaseLimit(), [lab], stack: Labs.Stack((Baseline, "1")));

        Assert.Contains(verdicts, verdict => verdict.Verdict.Equals(Verdict.Unknown("instanceType")));
        Assert.DoesNotContain(verdicts, verdict => verdict.Verdict.IsViolation);
    }

    [Fact]
    public void Without_a_baseline_it_does_not_apply() => Assert.NotNull(Assert.Single(
        PolicyTest.Check(new CostIncreaseLimit(), [Labs.Lab()], stack: Labs.Stack())).Verdict.NotApplicableReason);

    [Theory]
    [InlineData("much")]
    [InlineData("-1")]
    public void A_baseline_that_is_no_amount_is_a_violation(string before) =>
        Assert.Contains($"baselineUsd is '{before}', expected is an amount of USD", Assert.Single(Check(before, 1)).Verdict.Violation());

    private static IReadOnlyList<ResourceVerdict> Check(string before, int hours, params (string Name, object? Value)[] settings) =>
        PolicyTest.Check(new CostIncreaseLimit(), [Labs.Lab()], PropertyMap.Of(settings), Labs.Stack((Baseline, before), Labs.Hours(hours)));
}
