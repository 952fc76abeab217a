using Costs.Estimates;
using Costs.Tests.Builders;
using Preview.CommandLine;
using Preview.Policies;
using Preview.Tests.Runs;

namespace Preview.Tests.Pricing;

/// <summary>
/// The stack prod is a company whose month was worked out by hand, before and after its strategies. Every figure here comes from
/// the previewed stack file, its usage and the price list; the bill is only what they are compared with.
/// </summary>
public class ProdBillTests
{
    /// <summary>What a NAT gateway needs and the bill leaves out, before and after alike.</summary>
    private const string NotOnTheBill = "Public IPv4 address";

    /// <summary>Resources, by how their names start, and components likewise.</summary>
    public static TheoryData<string, string, string> After => new()
    {
        { "T1a", "foundation", "Training on spot (ml.p4d.24xlarge)" },
        { "T1b", "foundation", "Training on demand after spot (ml.p4d.24xlarge)" },
        { "T2a", "domain", "Training on spot (ml.g5.12xlarge)" },
        { "T2b", "adapters-launcher", "Training on spot (ml.g5.2xlarge)" },
        { "T3", "ranking-launcher", "Training on spot (ml.g4dn.xlarge)" },
        { "T4", "adapters-search", "Training on spot (ml.g5.2xlarge)" },
        { "T5", "preparation", "Processing (ml.m5.4xlarge)" },
        { "I2", "forecasts", "Hosting instances (ml.m5.2xlarge)" },
        { "I3", "vision", "Hosting instances (ml.g4dn.xlarge)" },
        { "I4", "", "Serverless inference (4096 MB)" },
        { "I5", "recommendations", "Hosting instances (ml.g5.xlarge)" },
        { "I1", "", "Hosting instances (ml.g5.2xlarge)" },
        { "I7", "", "Data processed in|Data processed out" },
        { "S1a", "artifacts", "Storage (checkpoints/, STANDARD)|Storage (models/archive/, STANDARD)|Storage (raw/, STANDARD)|Index of" },
        { "S1b", "artifacts", "Storage (models/archive/, GLACIER)" },
        { "S1c", "artifacts", "Intelligent-Tiering (datasets/, frequent access)" },
        { "S1d", "artifacts", "Intelligent-Tiering (datasets/, infrequent access)" },
        { "S1e", "artifacts", "Intelligent-Tiering (datasets/, archive instant access)" },
        { "S1f", "artifacts", "Intelligent-Tiering monitoring (datasets/)" },
        { "S1g", "artifacts", "Lifecycle transitions (models/archive/, GLACIER)" },
        { "S2", "artifacts", "PUT, COPY, POST, LIST requests" },
        { "S3", "artifacts", "GET and other requests" },
        { "S5", "preparation", "Processing volumes (ml.m5.4xlarge)" },
        { "S6", "forecasts", "Endpoint volumes (ml.m5.2xlarge)" },
        { "X3", "stack", "Data transfer out to the internet" },
        { "X4", "stack", "Data transfer to other Regions" },
        { "X5", "stack", "Data transfer between Availability Zones" },
        { "T6", "lab", "Notebook instance (ml.t3.medium)" },
        { "S4", "lab", "Notebook volume" },
        { "X1", "network", "NAT gateway" },
        { "X2", "network-a|network-b|network-c", "Data processed" },
        // What is gone, and the way to S3, which is free: nothing is there to add up.
        { "I6", "endpoint-sweeper", "Hosting instances" },
        { "X2a", "network-s3", "" },
        { "X2b", "network", "Interface endpoint" },
        { "X2c", "network-ecr|network-logs|network-sagemaker", "Data processed" },
    };

    public static TheoryData<string, string, string> Before => new()
    {
        { "T1", "foundation", "Training (ml.p4d.24xlarge)" },
        { "T2", "", "Training (ml.g5.12xlarge)" },
        { "T3", "ranking-launcher", "Training (ml.p4d.24xlarge)" },
        { "T4", "adapters-search", "Training (ml.g5.2xlarge)" },
        { "T5", "preparation", "Processing (ml.m5.4xlarge)" },
        { "I1", "", "Hosting instances (ml.g5.2xlarge)" },
        { "I2", "forecasts", "Hosting instances (ml.m5.xlarge)" },
        { "I3", "vision", "Hosting instances (ml.g4dn.xlarge)" },
        { "I4", "", "Hosting instances (ml.c5.xlarge)" },
        { "I5", "recommendations", "Hosting instances (ml.g5.xlarge)" },
        { "I7", "", "Data processed in|Data processed out" },
        { "S1", "artifacts", "Storage (" },
        { "S2", "artifacts", "PUT, COPY, POST, LIST requests" },
        { "S3", "artifacts", "GET and other requests" },
        { "S5", "preparation", "Processing volumes (ml.m5.4xlarge)" },
        { "S6", "", "Endpoint volumes" },
        { "X3", "stack", "Data transfer out to the internet" },
        { "X4", "stack", "Data transfer to other Regions" },
        { "X5", "stack", "Data transfer between Availability Zones" },
        { "T6", "lab", "Notebook instance (ml.g4dn.xlarge)" },
        { "S4", "lab", "Notebook volume" },
        { "I6", "endpoint-sweeper", "Hosting instances" },
        { "X1", "network", "NAT gateway" },
        { "X2", "network", "Data processed" },
    };

    [Theory]
    [MemberData(nameof(After))]
    public async Task Each_line_after_is_that_of_the_bill(string id, string resources, string components) => Assert.Equal(
        ReferenceBill.Usd("after", id), ReferenceBill.Sum((await Savings()).After, resources, components));

    [Theory]
    [MemberData(nameof(Before))]
    public async Task Each_line_before_is_that_of_the_bill(string id, string resources, string components) => Assert.Equal(
        ReferenceBill.Usd("before", id), ReferenceBill.Sum((await Savings()).Before, resources, components));

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public void No_line_of_the_bill_is_overlooked(string side)
    {
        var compared = (side == "before" ? Before : After).Select(row => (string)row[0]);

        var all = ReferenceBill.Lines(side).Select(line => line.Id);

        Assert.Equal(all.Order(StringComparer.Ordinal), compared.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(CostCategory.Training)]
    [InlineData(CostCategory.Inference)]
    [InlineData(CostCategory.Storage)]
    [InlineData(CostCategory.DataTransfer)]
    public async Task No_category_has_a_line_that_the_bill_does_not_have(CostCategory category)
    {
        const decimal RoundedLines = 0.06m;
        var savings = await Savings();

        Assert.InRange(In(savings.After, category) - Compared("after", category), -RoundedLines, RoundedLines);
        Assert.InRange(In(savings.Before, category) - Compared("before", category), -RoundedLines, RoundedLines);
    }

    [Fact]
    public async Task Everything_is_priced_used_and_counted()
    {
        var savings = await Savings();

        Assert.Empty(savings.After.WithGaps);
        Assert.Empty(savings.After.UnusedUsage);
        Assert.Empty(savings.NotCounted);
    }

    [Fact]
    public async Task No_policy_objects()
    {
        var prod = await PreviewedStack.Prod;

        Assert.Equal(ExitCode.Success, prod.ExitCode);
        Assert.Equal(0, prod.Count(FindingKind.Mandatory) + prod.Count(FindingKind.Advisory));
    }

    private static decimal In(Estimate estimate, CostCategory category) => estimate.Lines
        .SelectMany(line => line.Components)
        .Where(component => component.Category == category && component.Name != NotOnTheBill)
        .Sum(component => component.Monthly.Expected);

    private static decimal Compared(string side, CostCategory category) =>
        ReferenceBill.Lines(side).Where(line => line.Category == category)
            .Sum(line => ReferenceBill.Usd(side, line.Id));

    private static async Task<Savings> Savings() => (await PreviewedStack.Prod).Savings!;
}
