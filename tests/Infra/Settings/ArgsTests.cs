using Infra.Governance;
using Infra.Settings;
using Infra.Tests.Builders;
using Pulumi;

namespace Infra.Tests.Settings;

public class ArgsTests
{
    [Fact]
    public void Components_name_every_arg_that_is_out_of_range()
    {
        var args = new CostBudgetArgs
        {
            Scope = Scope,
            Budget = Valid.Budget with { MonthlyUsd = 0, Emails = ["nobody"] },
        };

        var fault = Assert.Throws<ArgumentException>(() => Args.Validate("total", args));

        Assert.Contains("total.budget.monthlyUsd is 0; accepted: 1 to 100000000", fault.Message, StringComparison.Ordinal);
        Assert.Contains("total.budget.emails[0] is 'nobody'; accepted: e-mail addresses", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Args_within_their_ranges_pass() => Args.Validate("total", new CostBudgetArgs { Scope = Scope, Budget = Valid.Budget });

    private static StackScope Scope { get; } = new()
    {
        Project = "project",
        Stack = "stack",
        Tags = new("ml", "test"),
        LogRetentionDays = 30,
        Place = Output.Create(Valid.Place),
    };
}
