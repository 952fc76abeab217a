using Costs.Measured;
using Costs.Plan;

namespace Costs.Tests.Measured;

public class MeasuredUsageTests
{
    private static readonly PlannedResource[] Pricing = Served.Serverless("pricing");
    private static readonly PlannedResource[] Ranking = [Served.Launcher("ranking", "ml.g5.xlarge", "test--ranking")];

    [Fact]
    public void Measured_requests_take_the_place_of_stated_ones_and_say_so()
    {
        var usage = Given.Usage("""{"pricing": {"requestsPerMonth": 40000, "secondsPerRequest": 3}}""");

        var estimate = Given.Estimate(MeasuredUsage.Replace(usage, Traffic.Use(Pricing), Pricing), Pricing);

        var assumptions = estimate.Lines[0].Components[0].Explanation.Assumptions.Select(assumption => assumption.Text);
        Assert.Contains("requestsPerMonth = 7,300 requests, measured over 14 days, in place of the stated 40,000", assumptions);
        Assert.Contains("secondsPerRequest = 0.2 seconds, measured over 14 days, in place of the stated 3", assumptions);
        Assert.Equal(7300 * 0.2m, estimate.Lines[0].Components[0].Explanation.Quantity.Expected);
    }

    [Fact]
    public void Requests_that_nobody_stated_are_known_as_well() => Assert.Contains(
        "requestsPerMonth = 7,300 requests, measured over 14 days",
        Given.Estimate(MeasuredUsage.Replace(Given.Usage("{}"), Traffic.Use(Pricing), Pricing), Pricing)
            .Lines[0].Components[0].Explanation.Assumptions.Select(assumption => assumption.Text));

    [Fact]
    public void What_was_not_measured_stays_as_stated()
    {
        PlannedResource[] plan = [.. Pricing, .. Served.Serverless("churn")];
        var usage = Given.Usage("""{"churn": {"requestsPerMonth": 40000, "secondsPerRequest": 1}}""");

        var estimate = Given.Estimate(MeasuredUsage.Replace(usage, Traffic.Use(plan), plan), plan);

        Assert.Equal(40000, estimate.Lines.Single(line => line.Name == "churn" && line.Components.Length > 0).Components[0].Explanation.Quantity.Expected);
    }

    [Fact]
    public void What_metrics_contradict_is_named() => Assert.Equal(
        ["usage.pricing.requestsPerMonth = 40,000 requests is stated; 7,300 requests were measured over 14 days"],
        MeasuredUsage.Contradictions(
            Given.Usage("""{"pricing": {"requestsPerMonth": 40000, "secondsPerRequest": 0.2}}"""), Traffic.Use(Pricing), Pricing).Select(found => found.Text));

    [Theory]
    [InlineData(6000)]
    [InlineData(9000)]
    public void A_quarter_more_or_less_is_no_contradiction(int stated) => Assert.Empty(MeasuredUsage.Contradictions(
        Given.Usage($$"""{"pricing": {"requestsPerMonth": {{stated}} } }"""), Traffic.Use(Pricing), Pricing));

    [Fact]
    public void Runs_of_a_family_are_held_against_its_jobs() => Assert.Equal(
        [
            "usage.ranking.runsPerMonth = 40 runs is stated; 4.35 runs were measured over 14 days (2 jobs)",
            "usage.ranking.hoursPerRun = 2 hours is stated; 10 hours were measured over 14 days (2 jobs)",
        ],
        MeasuredUsage.Contradictions(
            Given.Usage("""{"ranking": {"runsPerMonth": 40, "hoursPerRun": 2}}"""),
            new CloudMetrics().Job("test--ranking--spot-1/algo-1", 0, 10, ("CPUUtilization", 1)).Job("test--ranking--spot-2/algo-1", 20, 30, ("CPUUtilization", 1)).Use(Ranking),
            Ranking).Select(found => found.Text));

    /// <summary>7,300 requests a month, 0.2 seconds each.</summary>
    private static CloudMetrics Traffic => new CloudMetrics().Calls("pricing-aaaaaaa", perHour: 10, seconds: 0.2m);
}
