using System.Text.Json;
using Costs.Catalogue;
using Costs.Catalogue.Keys;

namespace Costs.Tests.Catalogue;

/// <summary>What holds for the price lists that come with the library.</summary>
public class BuiltInPricesTests
{
    private static readonly string[] PriceNames = ["usd", "usdPerHour", "usdPerGB", "defaultUsd", "usdPerHourPerAz", "keyPerMonth"];

    public static TheoryData<string> Regions => [.. PriceBook.BuiltIn.Regions];

    [Fact]
    public void There_is_a_list_for_three_regions() =>
        Assert.Equal(["eu-west-1", "us-east-1", "us-west-2"], PriceBook.BuiltIn.Regions.AsEnumerable());

    [Theory]
    [MemberData(nameof(Regions))]
    public void A_list_is_a_list_one_could_bring_along(string region)
    {
        using var stream = Open(region);

        Assert.Equal(region, PriceBook.With(stream, region).ReplacedRegion);
    }

    [Theory]
    [MemberData(nameof(Regions))]
    public void Every_instance_price_has_source_date_and_confidence(string region)
    {
        var prices = PriceBook.BuiltIn.For(region);
        var found =
            from type in prices.InstanceTypes
            from use in Enum.GetValues<InstanceUse>()
            let lookup = prices.Find(InstancePrices.For(use, type))
            where lookup.IsFound
            select lookup.Price;

        Assert.All(found, price =>
        {
            Assert.NotEmpty(price.Provenance.Sources);
            Assert.NotEqual("undated", price.Provenance.Date);
            Assert.True(price.FirstUsd > 0);
            Assert.True(price.Provenance.Confidence == Confidence.Exact || price.Provenance.Method is not null, price.Key.Pointer);
        });
    }

    [Theory]
    [MemberData(nameof(Regions))]
    public void Every_other_price_has_source_and_confidence(string region)
    {
        using var stream = Open(region);
        using var document = JsonDocument.Parse(stream);
        var unsourced = new List<string>();
        foreach (var section in document.RootElement.EnumerateObject().Where(section => section.Name is not ("sources" or "sagemaker")))
        {
            Walk(section.Value, $"/{section.Name}", hasSource: false, unsourced);
        }

        foreach (var section in document.RootElement.GetProperty("sagemaker").EnumerateObject().Where(section => section.Name != "instances"))
        {
            Walk(section.Value, $"/sagemaker/{section.Name}", hasSource: false, unsourced);
        }

        Assert.Empty(unsourced);
    }

    [Theory]
    [MemberData(nameof(Regions))]
    public void Every_instance_type_can_be_hosted_or_trained_on_or_is_named_as_without_a_list_price(string region)
    {
        var prices = PriceBook.BuiltIn.For(region);
        var gaps =
            from type in prices.InstanceTypes
            where !prices.Find(InstancePrices.For(InstanceUse.Hosting, type)).IsFound
                && !prices.Find(InstancePrices.For(InstanceUse.Training, type)).IsFound
            select type;

        Assert.Equal(["ml.p5e.48xlarge", "ml.trn2.48xlarge"], gaps);
        Assert.All(gaps, type => Assert.Equal(InstanceStatus.NoListPrice, prices.Instance(type)!.Status));
    }

    [Theory]
    [MemberData(nameof(Regions))]
    public void Within_a_family_a_larger_instance_costs_more(string region)
    {
        var prices = PriceBook.BuiltIn.For(region);
        var families =
            from type in prices.InstanceTypes
            let facts = prices.Instance(type)!
            from use in Enum.GetValues<InstanceUse>()
            let price = prices.Find(InstancePrices.For(use, type)).Price
            where price is not null
            group (facts, price.FirstUsd) by (facts.Family, use, facts.Accelerator?.Count ?? 0);

        Assert.All(families, family =>
        {
            var bySize = family.OrderBy(member => member.facts.Vcpu).Select(member => member.FirstUsd).ToList();
            Assert.Equal(bySize.Order(), bySize);
        });
    }

    [Fact]
    public void Prices_are_those_of_the_published_list()
    {
        var prices = PriceBook.BuiltIn.For("us-east-1");

        Assert.Equal(1.408m, prices.Find(InstancePrices.For(InstanceUse.Hosting, "ml.g5.xlarge")).Price!.FirstUsd);
        Assert.Equal(0.736m, prices.Find(InstancePrices.For(InstanceUse.Training, "ml.g4dn.xlarge")).Price!.FirstUsd);
        Assert.Equal("2026-09-22", prices.AsOf);
        Assert.Equal(0.00008m, prices.Find(SageMakerPrices.ServerlessSeconds(4096)).Price!.FirstUsd);
        Assert.Equal(0.09m, prices.Find(NetworkPrices.InternetOut).Price!.FirstUsd);
    }

    [Fact]
    public void An_instance_has_its_hardware_and_spot_statistics()
    {
        var g5 = PriceBook.BuiltIn.For("us-east-1").Instance("ml.g5.xlarge")!;

        Assert.Equal((4, 16m, 1, 24m), (g5.Vcpu, g5.MemoryGiB, g5.Accelerator!.Count, g5.Accelerator.MemoryGiBEach));
        Assert.Equal(new SpotStatistics(59, ">20%"), g5.Spot);
        Assert.True(g5.HasLocalStorage);
        Assert.False(PriceBook.BuiltIn.For("us-east-1").Instance("ml.m5.large")!.HasLocalStorage);
    }

    private static Stream Open(string region) => typeof(PriceBook).Assembly.GetManifestResourceStream($"{region}.json")!;

    private static void Walk(JsonElement element, string path, bool hasSource, List<string> unsourced)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            var sourced = hasSource || (element.TryGetProperty("sources", out _) && element.TryGetProperty("confidence", out _));
            foreach (var member in element.EnumerateObject())
            {
                if (PriceNames.Contains(member.Name) && !sourced)
                {
                    unsourced.Add($"{path}/{member.Name}");
                }

                Walk(member.Value, $"{path}/{member.Name}", sourced, unsourced);
            }
        }
    }
}
