using Costs.Estimates;
using Costs.Plan;
using Costs.Strategies;

namespace Costs.Tests.Estimates;

/// <summary>What holds for the savings of any plan.</summary>
public class SavingsPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Savings_add_up_to_the_difference_between_before_and_after(int seed)
    {
        var savings = Saved(seed);

        Assert.Equal(savings.Before.Total.Expected - savings.After.Total.Expected, savings.Usd);
        Assert.All(Enum.GetValues<CostCategory>(), category => Assert.Equal(
            savings.Before.In(category).Expected - savings.After.In(category).Expected, savings.In(category)));
        Assert.Equal(savings.Usd, Enum.GetValues<CostCategory>().Sum(savings.In));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_plan_after_is_its_estimate(int seed)
    {
        var (plan, usage) = Given(seed);

        Assert.Equal(
            Estimator.Estimate(plan, Builders.Given.Usage(usage), RoundPrices.Book).Total,
            Savings(plan, usage).After.Total);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_resources_does_not_matter(int seed)
    {
        var (plan, usage) = Given(seed);

        var straight = Savings(plan, usage);
        var reversed = Savings([.. plan.Reverse()], usage);

        Assert.Equal(straight.Strategies.Select(Figures), reversed.Strategies.Select(Figures));
        Assert.Equal(string.Join("\n", straight.NotCounted), string.Join("\n", reversed.NotCounted));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_not_known_stays_not_known_and_is_no_saving(int seed)
    {
        var savings = Saved(seed);

        Assert.Equal(savings.After.Lines.Select(line => line.Gaps.Length), savings.Before.Lines.Select(line => line.Gaps.Length));
    }

    [Fact]
    public void Random_plans_have_most_of_the_strategies()
    {
        var found = Enumerable.Range(1, 60).SelectMany(seed => Saved(seed).Strategies).Select(saving => saving.Name).Distinct();

        Assert.Equal(
            ["autoscaling", "idleShutdown", "intelligentTiering", "lifecycleArchive", "lifecycleExpire", "rightSizing", "serverless", "spotTraining"],
            found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_strategy_is_in_the_order_and_has_a_name_of_its_own()
    {
        var strategies = typeof(Strategy).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Strategy)));

        Assert.Empty(strategies.Except(StrategyOrder.All.Select(strategy => strategy.GetType())));
        Assert.Equal(StrategyOrder.All.Length, StrategyOrder.All.Select(strategy => strategy.Name).Distinct().Count());
    }

    private static (string Name, decimal Usd, string Resources) Figures(Saving saving) =>
        (saving.Name, saving.Usd, string.Join(",", saving.Resources));

    private static Savings Saved(int seed)
    {
        var (plan, usage) = Given(seed);
        return Savings(plan, usage);
    }

    private static (IReadOnlyList<PlannedResource> Plan, string Usage) Given(int seed)
    {
        var random = new RandomPlan(seed);
        return (random.Resources(), random.Usage(statesBefore: true));
    }

    private static Savings Savings(IReadOnlyList<PlannedResource> plan, string usage) =>
        Estimator.Savings(plan, Builders.Given.Usage(usage), RoundPrices.Book);
}
