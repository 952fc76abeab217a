using Costs.Comparison;
using Costs.Estimates;
using Costs.Money;
using Costs.Plan;
using ResourceViews.Aws.Sagemaker;

namespace Costs.Tests.Comparison;

public class CostDiffTests
{
    [Fact]
    public void A_resource_that_costs_something_else_has_both_figures()
    {
        var change = Assert.Single(Compare([Lab("lab", "ml.m5.large")], [Lab("lab", "ml.g5.xlarge")]).Changes);

        Assert.Equal(ChangeKind.Changed, change.Kind);
        Assert.True(change.Before!.Monthly.Expected > 0);
        Assert.Equal(change.After!.Monthly.Expected - change.Before.Monthly.Expected, change.Difference.Expected);
    }

    [Fact]
    public void New_and_gone_resources_have_one_side()
    {
        var diff = Compare([Lab("old", "ml.g5.xlarge")], [Lab("new", "ml.m5.large")]);

        Assert.Equal([ChangeKind.Removed, ChangeKind.Added], diff.Changes.Select(change => change.Kind));
        Assert.Equal((null, null), (diff.Changes[0].After, diff.Changes[1].Before));
    }

    [Fact]
    public void What_is_free_is_no_change() => Assert.Empty(
        Compare([], [Planned.Resource("role", new ResourceViews.Aws.Iam.RoleProps())]).Changes);

    [Fact]
    public void What_has_no_price_is_a_change_though_no_figure_differs()
    {
        var diff = Compare([], [Planned.Resource("db", "aws:rds/instance:Instance")]);

        Assert.Equal(LineStatus.Unpriced, Assert.Single(diff.Changes).After!.Status);
        Assert.Equal(CostDifference.None, diff.Total);
    }

    [Fact]
    public void What_loses_its_price_is_a_change()
    {
        var diff = Compare([Lab("lab", "ml.m5.large")], [Lab("lab", "ml.x9.large")]);

        Assert.Equal(
            (LineStatus.Priced, LineStatus.PartlyPriced),
            (Assert.Single(diff.Changes).Before!.Status, diff.Changes[0].After!.Status));
    }

    private static CostDiff Compare(PlannedResource[] before, PlannedResource[] after) =>
        CostDiff.Between(Given.Estimate(before), Given.Estimate(after));

    private static PlannedResource Lab(string name, string type) =>
        Planned.Resource(name, new NotebookInstanceProps { InstanceType = type });
}
