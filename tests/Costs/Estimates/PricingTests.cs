using Costs.Estimates;
using Costs.Money;
using Costs.Plan;
using ResourceViews.Aws.S3;
using ResourceViews.Aws.Sagemaker;

namespace Costs.Tests.Estimates;

public class PricingTests
{
    [Fact]
    public void A_tiered_price_is_shared_by_all_that_use_it_in_a_region()
    {
        var estimate = Given.Estimate("""{"a": {"storedGb": 1000}, "b": {"storedGb": 3000}}""", Bucket("a"), Bucket("b"));

        // 1,000 GB at 0.1 and 3,000 GB at 0.05 are 250 together: 0.0625 for each.
        Assert.Equal(Cost.Of(250), estimate.Total);
        Assert.Equal(Cost.Of(62.5m), estimate.Lines[0].Monthly);
        Assert.Equal("1,000 × $0.10 + 3,000 × $0.05", estimate.Lines[0].Components[0].Explanation.Tiers);
    }

    [Fact]
    public void Regions_do_not_share_tiers()
    {
        var estimate = Estimator.Estimate(
            [Bucket("a"), Bucket("b") with { Region = "us-east-1" }],
            Given.Usage("""{"a": {"storedGb": 1000}, "b": {"storedGb": 3000}}"""), RoundPrices.Book);

        Assert.Equal(100, estimate.Lines[0].Monthly.Expected);
        Assert.Equal(69, estimate.Lines[1].Monthly.Expected);
        Assert.Equal(["test-1", "us-east-1"], estimate.Regions.Select(region => region.Region));
    }

    [Fact]
    public void Floor_and_ceiling_have_tiers_of_their_own()
    {
        var line = Given.Line("""{"a": {"storedGb": {"floor": 500, "expected": 1000, "ceiling": 2000}}}""", Bucket("a"));

        Assert.Equal(new Cost(50, 100, 150), line.Monthly);
    }

    [Fact]
    public void A_region_property_of_the_resource_counts_before_that_of_the_plan()
    {
        var bucket = Bucket("a") with { Inputs = new BucketProps { Region = "us-west-2" }.Value.Members };

        Assert.Equal("us-west-2", Given.Line("""{"a": {"storedGb": 1}}""", bucket).Region);
    }

    [Fact]
    public void In_a_region_without_prices_everything_is_a_gap_that_says_so()
    {
        var estimate = Given.Estimate(Bucket("a") with { Region = "eu-north-1" });

        Assert.Equal(LineStatus.Unpriced, estimate.Lines[0].Status);
        Assert.Contains("no price list for eu-north-1", estimate.Lines[0].Gaps[0].Reason);
        Assert.Equal(new RegionState("eu-north-1", null), Assert.Single(estimate.Regions));
    }

    [Fact]
    public void A_region_not_known_yet_is_a_gap()
    {
        var estimate = Estimator.Estimate([Bucket("a") with { Region = null }], Costs.Usage.StackUsage.None, RoundPrices.Book);

        Assert.Equal(LineStatus.NotKnownYet, estimate.Lines[0].Status);
    }

    [Fact]
    public void A_type_nobody_maps_is_named_and_not_free()
    {
        var line = Given.Line(Planned.Resource("db", "aws:rds/instance:Instance"));

        Assert.Equal(LineStatus.Unpriced, line.Status);
        Assert.Equal("aws:rds/instance:Instance", Assert.Single(line.Gaps).Name);
    }

    [Fact]
    public void A_free_plan_opens_no_price_list()
    {
        var estimate = Given.Estimate(Planned.Resource("role", new ResourceViews.Aws.Iam.RoleProps()));

        Assert.Equal("IAM is free", Assert.Single(estimate.Lines).FreeBecause);
        Assert.Empty(estimate.Regions);
    }

    [Fact]
    public void Components_have_no_line() => Assert.Empty(Given.Estimate(Planned.Component("team")).Lines);

    [Fact]
    public void Coverage_says_how_much_of_the_plan_the_total_stands_for()
    {
        var coverage = Given.Estimate(
            Planned.Resource("role", new ResourceViews.Aws.Iam.RoleProps()),
            Planned.Resource("lab", new NotebookInstanceProps { InstanceType = "ml.m5.large" }),
            Planned.Resource("den", new NotebookInstanceProps { InstanceType = "ml.x9.large" }),
            Planned.Resource("db", "aws:rds/instance:Instance"),
            Bucket("a")).Coverage;

        Assert.Equal(
            "2 of 5 resources (40%): 1 priced, 1 free, 1 in part, 1 without stated usage, 1 unpriced", coverage.ToString());
        Assert.Equal(0.4m, coverage.Share);
    }

    [Fact]
    public void A_figure_explains_itself()
    {
        var component = Given.Line("""{"job": {"hoursPerRun": 10, "runsPerMonth": 2}}""", Planned.Resource("job", new TrainingJobProps
        {
            ResourceConfig = new() { InstanceType = "ml.g5.xlarge", InstanceCount = 1 },
            EnableManagedSpotTraining = true,
        })).Component("Training on spot (ml.g5.xlarge)");

        Assert.Equal("22 instance-hours × $10.00 × 0.4 = $88.00", component.Arithmetic);
        Assert.Equal("Exact, R1 of 2026-01-01 (Round prices for tests)", component.Explanation.Price.Provenance.ToString());
        Assert.Equal(
            "spot saves 60% as EC2's did on the same hardware (Spot Instance Advisor); at the most nothing",
            component.Explanation.Factor!.Because);
        Assert.Contains(
            component.Explanation.Assumptions,
            assumption => assumption.Text == "reworkPercent = 10 by default: interruption band 15-20%, frequent checkpoints");
    }

    private static PlannedResource Bucket(string name) => Planned.Resource(name, new BucketProps());
}
