using Costs.Catalogue;
using Costs.Estimates;

namespace Costs.Tests.Estimates;

/// <summary>
/// A month worked out by hand, line by line, from the same prices. The estimates come from resources and usage; the file is only
/// what they are compared with.
/// </summary>
public class ReferenceBillTests
{
    private static readonly Savings Savings =
        Estimator.Savings(ReferenceCompany.Plan, Given.Usage(ReferenceCompany.Usage), PriceBook.BuiltIn, ReferenceCompany.Region);

    [Theory]
    [InlineData("T1a", "llm", "Training on spot (ml.p4d.24xlarge)")]
    [InlineData("T1b", "llm", "Training on demand after spot (ml.p4d.24xlarge)")]
    [InlineData("T2a", "tuned", "Training on spot (ml.g5.12xlarge)")]
    [InlineData("T2b", "lora", "Training on spot (ml.g5.2xlarge)")]
    [InlineData("T3", "small", "Training on spot (ml.g4dn.xlarge)")]
    [InlineData("T4", "trials", "Training on spot (ml.g5.2xlarge)")]
    [InlineData("T5", "prepare", "Processing (ml.m5.4xlarge)")]
    [InlineData("T6", "lab", "Notebook instance (ml.t3.medium)")]
    [InlineData("I1", "assistant", "Hosting instances (ml.g5.2xlarge)")]
    [InlineData("I2", "many", "Hosting instances (ml.m5.2xlarge)")]
    [InlineData("I3", "vision", "Hosting instances (ml.g4dn.xlarge)")]
    [InlineData("I4", "sporadic", "Serverless inference (4096 MB)")]
    [InlineData("I5", "api", "Hosting instances (ml.g5.xlarge)")]
    [InlineData("I7", "api", "Data processed ")]
    [InlineData("S1a", "artifacts", "Storage (checkpoints/, STANDARD)|Storage (models/, STANDARD)|Storage (raw/, STANDARD)|Index of")]
    [InlineData("S1b", "artifacts", "Storage (models/, GLACIER)")]
    [InlineData("S1c", "artifacts", "Intelligent-Tiering (datasets/, frequent access)")]
    [InlineData("S1d", "artifacts", "Intelligent-Tiering (datasets/, infrequent access)")]
    [InlineData("S1e", "artifacts", "Intelligent-Tiering (datasets/, archive instant access)")]
    [InlineData("S1f", "artifacts", "Intelligent-Tiering monitoring (datasets/)")]
    [InlineData("S1g", "artifacts", "Lifecycle transitions (models/, GLACIER)")]
    [InlineData("S2", "artifacts", "PUT, COPY, POST, LIST requests")]
    [InlineData("S3", "artifacts", "GET and other requests")]
    [InlineData("S4", "lab", "Notebook volume")]
    [InlineData("S5", "prepare", "Processing volumes (ml.m5.4xlarge)")]
    [InlineData("S6", "many", "Endpoint volumes (ml.m5.2xlarge)")]
    [InlineData("X1", "nat", "NAT gateway")]
    [InlineData("X2", "nat", "Data processed")]
    [InlineData("X2b", "interface", "Interface endpoint")]
    [InlineData("X2c", "interface", "Data processed")]
    [InlineData("X3", "stack", "Data transfer out to the internet")]
    [InlineData("X4", "stack", "Data transfer to other Regions")]
    [InlineData("X5", "stack", "Data transfer between Availability Zones")]
    public void Each_line_after_is_right_to_the_cent(string id, string resources, string components) =>
        Assert.Equal(ReferenceBill.Usd("after", id), ReferenceBill.Sum(Savings.After, resources, components));

    [Theory]
    [InlineData("T1", "llm", "Training (ml.p4d.24xlarge)")]
    [InlineData("T3", "small", "Training (ml.p4d.24xlarge)")]
    [InlineData("T4", "trials", "Training (ml.g5.2xlarge)")]
    [InlineData("T5", "prepare", "Processing (ml.m5.4xlarge)")]
    [InlineData("T6", "lab", "Notebook instance (ml.g4dn.xlarge)")]
    [InlineData("I1", "assistant", "Hosting instances (ml.g5.2xlarge)")]
    [InlineData("I2", "many", "Hosting instances (ml.m5.xlarge)")]
    [InlineData("I3", "vision", "Hosting instances (ml.g4dn.xlarge)")]
    [InlineData("I4", "sporadic", "Hosting instances (ml.c5.xlarge)")]
    [InlineData("I5", "api", "Hosting instances (ml.g5.xlarge)")]
    [InlineData("I6", "sweeper", "Hosting instances (ml.g4dn.xlarge)")]
    [InlineData("I7", "api", "Data processed ")]
    [InlineData("S1", "artifacts", "Storage (")]
    [InlineData("S2", "artifacts", "PUT, COPY, POST, LIST requests")]
    [InlineData("S3", "artifacts", "GET and other requests")]
    [InlineData("S4", "lab", "Notebook volume")]
    [InlineData("S5", "prepare", "Processing volumes (ml.m5.4xlarge)")]
    [InlineData("X1", "nat", "NAT gateway")]
    [InlineData("X3", "stack", "Data transfer out to the internet")]
    [InlineData("X4", "stack", "Data transfer to other Regions")]
    [InlineData("X5", "stack", "Data transfer between Availability Zones")]
    public void Each_line_before_is_right_to_the_cent(string id, string resources, string components) =>
        Assert.Equal(ReferenceBill.Usd("before", id), ReferenceBill.Sum(Savings.Before, resources, components));

    [Fact]
    public void Lines_before_that_several_resources_share_are_right_to_the_cent()
    {
        Assert.Equal(ReferenceBill.Usd("before", "T2"), ReferenceBill.Sum(Savings.Before, "", "Training (ml.g5.12xlarge)"));
        Assert.Equal(ReferenceBill.Usd("before", "S6"), ReferenceBill.Sum(Savings.Before, "", "Endpoint volumes"));
        Assert.Equal(
            ReferenceBill.Usd("before", "X2"),
            ReferenceBill.Sum(Savings.Before, "nat", "Data processed") + ReferenceBill.Sum(Savings.Before, "", "Data processed by NAT"));
    }

    [Theory]
    [InlineData("rightSizing", CostCategory.Training)]
    [InlineData("idleShutdown", CostCategory.Training)]
    [InlineData("spotTraining", CostCategory.Training, "spot")]
    [InlineData("multiModelEndpoints", CostCategory.Inference, "multiModelEndpoint")]
    [InlineData("serverless", CostCategory.Inference)]
    [InlineData("autoscaling", CostCategory.Inference)]
    [InlineData("deleteUnused", CostCategory.Inference)]
    [InlineData("lifecycleExpire", CostCategory.Storage)]
    [InlineData("lifecycleArchive", CostCategory.Storage)]
    [InlineData("intelligentTiering", CostCategory.Storage)]
    [InlineData("gatewayEndpoint", CostCategory.DataTransfer)]
    [InlineData("interfaceEndpoint", CostCategory.DataTransfer)]
    public void Each_strategy_saves_what_the_bill_says(string strategy, CostCategory category, string? onTheBill = null)
    {
        const decimal RoundedLines = 0.01m;
        var expected = ReferenceBill.Saving(onTheBill ?? strategy);

        var saving = Savings.Strategies.Single(saving => saving.Name == strategy);

        Assert.InRange(saving.In(category), expected - RoundedLines, expected + RoundedLines);
    }

    /// <summary>The bill counts smaller volumes as a strategy of their own; they follow from three others.</summary>
    [Fact]
    public void The_volumes_that_strategies_spare_are_those_of_the_bill() => Assert.Equal(
        ReferenceBill.Saving("volumes"),
        Savings.Strategies.Where(saving => saving.Name is "rightSizing" or "multiModelEndpoints" or "serverless")
            .Sum(saving => saving.In(CostCategory.Storage)));

    [Theory]
    [InlineData(CostCategory.Training)]
    [InlineData(CostCategory.Inference)]
    [InlineData(CostCategory.Storage)]
    [InlineData(CostCategory.DataTransfer)]
    public void Each_category_is_right_but_for_the_rounding_of_its_lines(CostCategory category)
    {
        const decimal Rounding = 0.05m;

        Assert.InRange(Savings.After.In(category).Expected - ReferenceBill.Total("after", category), -Rounding, Rounding);
        Assert.InRange(Savings.Before.In(category).Expected - ReferenceBill.Total("before", category), -Rounding, Rounding);
    }

    [Fact]
    public void The_whole_is_nearly_three_fifths_less()
    {
        Assert.Equal((46.8m, 19.1m), (Thousands(Savings.Before), Thousands(Savings.After)));
        Assert.Equal(0.59m, decimal.Round(Savings.Share, 2));

        static decimal Thousands(Estimate estimate) => decimal.Round(estimate.Total.Expected / 1000, 1);
    }

    [Fact]
    public void Nothing_is_left_out() => Assert.Empty(Savings.NotCounted);
}
