using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Compute;
using Infra.Tests.Builders;

namespace Infra.Tests.Compute;

/// <summary>infra/ may read neither the policies' hardware table nor the price catalogue; the tests may.</summary>
public class GpuInstancesTests
{
    private static readonly JsonObject Prices = JsonNode.Parse(File.ReadAllText(
        Path.Combine(StackYaml.RepositoryFolder, "costs", "Catalogue", "us-east-1.json")))!["sagemaker"]!["instances"]!.AsObject();

    private static readonly Dictionary<string, string[]> Hardware = File
        .ReadLines(Path.Combine(StackYaml.RepositoryFolder, "costs", "Sizing", "instances.csv"))
        .Select(line => line.Split(','))
        .Where(fields => fields is [_, _, _, "gpu", ..])
        .ToDictionary(fields => fields[0]["ml.".Length..]);

    [Fact]
    public void The_ladder_rises_with_what_an_hour_of_training_costs()
    {
        var prices = GpuInstances.Ladder
            .Select(type => (decimal)Prices[$"ml.{type.Size}"]!["prices"]!["training"]!["usdPerHour"]!)
            .ToArray();

        Assert.Equal(prices.Order(), prices);
    }

    [Fact]
    public void Every_GPU_type_with_a_list_price_is_on_it() => Assert.Empty(Prices
        .Where(type => (string?)type.Value!["accelerator"]?["kind"] == "gpu" && type.Value["prices"]!["training"] is not null)
        .Select(type => type.Key["ml.".Length..])
        .Except(GpuInstances.Ladder.Select(type => type.Size)));

    [Fact]
    public void Its_hardware_is_that_of_the_policies() => Assert.All(GpuInstances.Ladder, type => Assert.Equal(
        (Hardware[type.Size][5], Hardware[type.Size][6], Hardware[type.Size][2], Hardware[type.Size][8]),
        (Text(type.Gpus), Text(type.MibPerGpu), Text(type.MemoryGib), type.IsPrevious ? "previous" : "current")));

    [Fact]
    public void Every_type_whose_hardware_the_policies_know_has_its_count() => Assert.All(Hardware, type =>
        Assert.Equal(type.Value[5], Text(GpuInstances.CountBySize[type.Key])));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
