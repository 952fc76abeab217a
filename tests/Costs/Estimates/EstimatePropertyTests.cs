using Costs.Estimates;
using Costs.Money;

namespace Costs.Tests.Estimates;

/// <summary>What holds for any plan.</summary>
public class EstimatePropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Floor_expected_and_ceiling_are_in_order(int seed)
    {
        var estimate = Estimated(seed);

        IEnumerable<Cost> costs = estimate.Lines.SelectMany(line => line.Components.SelectMany(component =>
            component.PerRun is { } perRun ? new[] { component.Monthly, perRun } : [component.Monthly]));
        Assert.All(costs.Append(estimate.Total), cost =>
        {
            Assert.True(cost.Floor >= 0 && cost.Floor <= cost.Expected && cost.Expected <= cost.Ceiling, cost.ToString());
        });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Categories_add_up_to_the_total(int seed)
    {
        var estimate = Estimated(seed);

        Assert.Equal(estimate.Total, Cost.Sum(Enum.GetValues<CostCategory>().Select(estimate.In)));
        Assert.Equal(estimate.Total, Cost.Sum(estimate.Lines.SelectMany(line => line.Components).Select(component => component.Monthly)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_resources_does_not_matter(int seed)
    {
        var (plan, usage) = Given(seed);

        var straight = Estimate([.. plan], usage);
        var reversed = Estimate([.. plan.Reverse()], usage);

        Assert.Equal(straight.Total, reversed.Total);
        Assert.Equal(straight.Lines.Select(Figures).Order(), reversed.Lines.Select(Figures).Order());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void More_use_never_costs_less(int seed)
    {
        var plan = new RandomPlan(seed).Resources();

        var less = Estimate(plan, new RandomPlan(seed).Usage(firstBucketTimes: 1));
        var more = Estimate(plan, new RandomPlan(seed).Usage(firstBucketTimes: 2.5m));

        Assert.True(less.Total.Expected <= more.Total.Expected);
        Assert.True(less.Total.Ceiling <= more.Total.Ceiling);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void One_more_resource_or_a_larger_one_never_costs_less(int seed)
    {
        var (plan, usage) = Given(seed);

        var without = Estimate(plan, usage);
        var small = Estimate([.. plan, Lab(volumeGb: seed)], usage);
        var large = Estimate([.. plan, Lab(volumeGb: seed * 3)], usage);

        Assert.True(without.Total.Floor <= small.Total.Floor && small.Total.Floor <= large.Total.Floor);
        Assert.True(without.Total.Expected < small.Total.Expected && small.Total.Expected < large.Total.Expected);
        Assert.True(without.Total.Ceiling < small.Total.Ceiling && small.Total.Ceiling < large.Total.Ceiling);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_resource_has_a_line_and_every_line_a_price_a_gap_or_a_reason_to_be_free(int seed)
    {
        var (plan, usage) = Given(seed);

        var lines = Estimate(plan, usage).Lines;

        Assert.Equal(plan.Select(resource => resource.Urn), lines.Select(line => line.Urn));
        Assert.All(lines, line => Assert.True(line.Components.Length + line.Gaps.Length > 0 || line.FreeBecause is not null));
    }

    private static Costs.Plan.PlannedResource Lab(int volumeGb) => Planned.Resource(
        "one-more", new ResourceViews.Aws.Sagemaker.NotebookInstanceProps { InstanceType = "ml.m5.large", VolumeSize = volumeGb });

    private static (string Urn, decimal Floor, decimal Expected, decimal Ceiling) Figures(EstimateLine line) =>
        (line.Urn, line.Monthly.Floor, line.Monthly.Expected, line.Monthly.Ceiling);

    private static Estimate Estimated(int seed)
    {
        var (plan, usage) = Given(seed);
        return Estimate(plan, usage);
    }

    private static (IReadOnlyList<Costs.Plan.PlannedResource> Plan, string Usage) Given(int seed)
    {
        var random = new RandomPlan(seed);
        return (random.Resources(), random.Usage());
    }

    private static Estimate Estimate(IReadOnlyList<Costs.Plan.PlannedResource> plan, string usage) =>
        Estimator.Estimate(plan, Builders.Given.Usage(usage), RoundPrices.Book);
}
