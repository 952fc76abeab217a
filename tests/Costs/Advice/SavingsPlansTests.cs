using Costs.Advice;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Tests.Advice;

public class SavingsPlansTests
{
    private static readonly Variant OnGpu = new() { InstanceType = "ml.g5.xlarge", InitialInstanceCount = 2 };

    [Fact]
    public void Only_what_is_always_on_is_committed_to()
    {
        var advice = Advised.Of([.. Advised.Endpoint("api", OnGpu), Advised.Scaling("api", 1, 9)], """{"api": {"averageInstances": 5} }""");

        var line = advice.Commitments[0];
        Assert.Equal("Commit to $7.50 an hour for one year, nothing upfront", line.What);
        Assert.Equal(0.25m * 10 * 730, line.Usd());
        Assert.Contains("$10.00 an hour are always on (api), and the plan takes 25% off", line.Why, StringComparison.Ordinal);
        Assert.Contains("$65,700.00 are then owed in any case", line.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Rates_that_are_examples_are_marked_as_assumed() => Assert.All(
        Advised.Of(Advised.Endpoint("api", OnGpu)).Commitments,
        line => Assert.Equal(CertaintyLevel.Assumed, line.Certainty.Level));

    [Fact]
    public void Each_rate_of_the_price_list_is_a_line_with_its_break_even() => Assert.Equal(
        ["all of it stays in use to the end; it pays from 75% of the hours", "all of it stays in use to the end; it pays from 50% of the hours"],
        Advised.Of(Advised.Endpoint("api", OnGpu)).Commitments.Select(line => Assert.IsType<AdviceSaving.If>(line.Saving).Condition));

    [Fact]
    public void What_other_advice_takes_away_is_not_committed_to()
    {
        var advice = Advised.Of(Advised.Endpoint("api", OnGpu with { InstanceType = "ml.g5.2xlarge", InitialInstanceCount = 1 }, "7"));

        Assert.Equal("Commit to $7.50 an hour for one year, nothing upfront", advice.Commitments[0].What);
    }

    [Fact]
    public void A_commitment_is_never_part_of_the_total()
    {
        var advice = Advised.Of(Advised.Endpoint("api", OnGpu));

        Assert.Equal(0, advice.Total);
        Assert.DoesNotContain(advice.Commitments, line => line.IsCounted);
    }

    [Fact]
    public void Nothing_that_is_always_on_is_nothing_to_commit_to() => Assert.Empty(
        Advised.Of(Advised.Endpoint("api", new() { ServerlessConfig = new() { MemorySizeInMb = 2048 } })).Commitments);
}
