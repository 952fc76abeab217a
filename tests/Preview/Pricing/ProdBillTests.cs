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
    [Theory]
    [InlineData("T1a", "foundation", "Training on spot (ml.p4d.24xlarge)")]
    [InlineData("T1b", "foundation", "Training on demand after spot (ml.p4d.24xlarge)")]
    [InlineData("T2a", "domain", "Training on spot (ml.g5.12xlarge)")]
    [InlineData("T2b", "adapters-launcher", "Training on spot (ml.g5.2xlarge)")]
    [InlineData("T3", "ranking-launcher", "Training on spot (ml.g4dn.xlarge)")]
    [InlineData("T4", "adapters-search", "Training on spot (ml.g5.2xlarge)")]
    [InlineData("T5", "preparation", "Processing (ml.m5.4xlarge)")]
    [InlineData("I2", "forecasts", "Hosting instances (ml.m5.2xlarge)")]
    [InlineData("I3", "vision", "Hosting instances (ml.g4dn.xlarge)")]
    [InlineData("I4", "", "Serverless inference (4096 MB)")]
    [InlineData("I5", "recommendations", "Hosting instances (ml.g5.xlarge)")]
    [InlineData("I1", "", "Hosting instances (ml.g5.2xlarge)")]
    [InlineData("I7", "", "Data processed in|Data processed out")]
    [InlineData("S1a", "artifacts", "Storage (checkpoints/, STANDARD)|Storage (models/archive/, STANDARD)|Storage (raw/, STANDARD)|Index of")]
    [InlineData("S1b", "artifacts", "Storage (models/archive/, GLACIER)")]
    [InlineData("S1c", "artifacts", "Intelligent-Tiering (datasets/, frequent access)")]
    [InlineData("S1d", "artifacts", "Intelligent-Tiering (datasets/, infrequent access)")]
    [InlineData("S1e", "artifacts", "Intelligent-Tiering (datasets/, archive instant access)")]
    [InlineData("S1f", "artifacts", "Intelligent-Tiering monitoring (datasets/)")]
    [InlineData("S1g", "artifacts", "Lifecycle transitions (models/archive/, GLACIER)")]
    [InlineData("S2", "artifacts", "PUT, COPY, POST, LIST requests")]
    [InlineData("S3", "artifacts", "GET and other requests")]
    [InlineData("S5", "preparation", "Processing volumes (ml.m5.4xlarge)")]
    [InlineData("S6", "forecasts", "Endpoint volumes (ml.m5.2xlarge)")]
    [InlineData("X3", "stack", "Data transfer out to the internet")]
    [InlineData("X4", "stack", "Data transfer to other Regions")]
    [InlineData("X5", "stack", "Data transfer between Availability Zones")]
    public async Task Each_line_after_is_that_of_the_bill(string id, string resources, string components) => Assert.Equal(
        ReferenceBill.Usd("after", id), ReferenceBill.Sum((await Savings()).After, resources, components));

    [Theory]
    [InlineData("T1", "foundation", "Training (ml.p4d.24xlarge)")]
    [InlineData("T2", "", "Training (ml.g5.12xlarge)")]
    [InlineData("T3", "ranking-launcher", "Training (ml.p4d.24xlarge)")]
    [InlineData("T4", "adapters-search", "Training (ml.g5.2xlarge)")]
    [InlineData("T5", "preparation", "Processing (ml.m5.4xlarge)")]
    [InlineData("I1", "", "Hosting instances (ml.g5.2xlarge)")]
    [InlineData("I2", "forecasts", "Hosting instances (ml.m5.xlarge)")]
    [InlineData("I3", "vision", "Hosting instances (ml.g4dn.xlarge)")]
    [InlineData("I4", "", "Hosting instances (ml.c5.xlarge)")]
    [InlineData("I5", "recommendations", "Hosting instances (ml.g5.xlarge)")]
    [InlineData("I7", "", "Data processed in|Data processed out")]
    [InlineData("S1", "artifacts", "Storage (")]
    [InlineData("S2", "artifacts", "PUT, COPY, POST, LIST requests")]
    [InlineData("S3", "artifacts", "GET and other requests")]
    [InlineData("S5", "preparation", "Processing volumes (ml.m5.4xlarge)")]
    [InlineData("S6", "", "Endpoint volumes")]
    [InlineData("X3", "stack", "Data transfer out to the internet")]
    [InlineData("X4", "stack", "Data transfer to other Regions")]
    [InlineData("X5", "stack", "Data transfer between Availability Zones")]
    public async Task Each_line_before_is_that_of_the_bill(string id, string resources, string components) => Assert.Equal(
        ReferenceBill.Usd("before", id), ReferenceBill.Sum((await Savings()).Before, resources, components));

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

    private static async Task<Savings> Savings() => (await PreviewedStack.Prod).Savings!;
}
