using System.Text.Json;
using Costs.Catalogue;
using Costs.Estimates;
using Costs.Money;

namespace Costs.Tests.Estimates;

/// <summary>
/// A month worked out by hand, line by line, from the same prices. The estimate comes from resources and usage; the file is only
/// what it is compared with.
/// </summary>
public class ReferenceBillTests
{
    private static readonly Estimate Estimate =
        Estimator.Estimate(ReferenceCompany.Plan, Given.Usage(ReferenceCompany.Usage), PriceBook.BuiltIn, ReferenceCompany.Region);

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
    public void Each_line_is_right_to_the_cent(string id, string resources, string components)
    {
        var starts = components.Split('|');

        var usd = Estimate.Lines.Where(line => line.Name.StartsWith(resources))
            .SelectMany(line => line.Components)
            .Where(component => starts.Any(start => component.Name.StartsWith(start)))
            .Sum(component => component.Monthly.Expected);

        Assert.Equal(Expected(id), Usd.Cents(usd));
    }

    [Theory]
    [InlineData(CostCategory.Training, "training")]
    [InlineData(CostCategory.Inference, "inference")]
    [InlineData(CostCategory.Storage, "storage")]
    [InlineData(CostCategory.DataTransfer, "dataTransfer")]
    public void Each_category_is_right_but_for_the_rounding_of_its_lines(CostCategory category, string name)
    {
        using var bill = Bill();
        var expected = bill.RootElement.GetProperty("after").GetProperty("totals").GetProperty(name).GetDecimal();

        Assert.InRange(Estimate.In(category).Expected, expected - 0.05m, expected + 0.05m);
    }

    private static decimal Expected(string id)
    {
        using var bill = Bill();
        return bill.RootElement.GetProperty("after").GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("id").GetString() == id)
            .GetProperty("monthlyUsd").GetDecimal();
    }

    private static JsonDocument Bill() => JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Costs", "Golden", "reference-bill.json")));
}
