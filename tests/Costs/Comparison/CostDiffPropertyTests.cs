using Costs.Comparison;
using Costs.Estimates;
using Costs.Money;

namespace Costs.Tests.Comparison;

/// <summary>What holds for the comparison of any two plans.</summary>
public class CostDiffPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_difference_is_after_less_before(int seed)
    {
        var (before, after) = Estimates(seed);

        var diff = CostDiff.Between(before, after);

        Assert.Equal(CostDifference.Between(before.Total, after.Total), diff.Total);
        Assert.All(Enum.GetValues<CostCategory>(), category =>
            Assert.Equal(CostDifference.Between(before.In(category), after.In(category)), diff.In(category)));
        Assert.All(diff.Changes, change => Assert.Equal(
            CostDifference.Between(Monthly(before, change.Urn), Monthly(after, change.Urn)), change.Difference));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Changes_and_categories_add_up_to_the_whole(int seed)
    {
        var (before, after) = Estimates(seed);

        var diff = CostDiff.Between(before, after);

        Assert.Equal(diff.Total, CostDifference.Sum(diff.Changes.Select(change => change.Difference)));
        Assert.Equal(diff.Total, CostDifference.Sum(Enum.GetValues<CostCategory>().Select(diff.In)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_resources_does_not_matter(int seed)
    {
        var (before, after) = Estimates(seed);

        var straight = CostDiff.Between(before, after);
        var reversed = CostDiff.Between(
            before with { Lines = [.. before.Lines.Reverse()] }, after with { Lines = [.. after.Lines.Reverse()] });

        Assert.Equal(straight.Changes.Select(Figures), reversed.Changes.Select(Figures));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_way_back_is_the_opposite(int seed)
    {
        var (before, after) = Estimates(seed);

        var (there, back) = (CostDiff.Between(before, after), CostDiff.Between(after, before));

        Assert.Equal(there.Total, -back.Total);
        Assert.Equal(
            there.Changes.Select(change => (change.Urn, change.Difference)).OrderBy(change => change.Urn, StringComparer.Ordinal),
            back.Changes.Select(change => (change.Urn, -change.Difference)).OrderBy(change => change.Urn, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_plan_beside_itself_has_no_changes(int seed)
    {
        var (plan, _) = Estimates(seed);

        Assert.Empty(CostDiff.Between(plan, plan).Changes);
    }

    [Fact]
    public void Random_plans_change_in_every_way()
    {
        var kinds = Enumerable.Range(1, 60).SelectMany(seed =>
        {
            var (before, after) = Estimates(seed);
            return CostDiff.Between(before, after).Changes.Select(change => change.Kind);
        }).Distinct();

        Assert.Equal([ChangeKind.Added, ChangeKind.Removed, ChangeKind.Changed], kinds.Order());
    }

    private static (string Urn, ChangeKind Kind, CostDifference Difference) Figures(ResourceChange change) =>
        (change.Urn, change.Kind, change.Difference);

    private static Cost Monthly(Estimate estimate, string urn) =>
        estimate.Lines.SingleOrDefault(line => line.Urn == urn)?.Monthly ?? Cost.Zero;

    /// <summary>Two plans whose resources are partly the same by name.</summary>
    private static (Estimate Before, Estimate After) Estimates(int seed) => (Estimate(seed), Estimate(seed + 1000));

    private static Estimate Estimate(int seed)
    {
        var random = new RandomPlan(seed);
        return Estimator.Estimate(random.Resources(), Given.Usage(random.Usage()), RoundPrices.Book);
    }
}
