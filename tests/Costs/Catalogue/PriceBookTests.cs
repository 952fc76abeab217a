using System.Text;
using Costs.Catalogue;
using Costs.Catalogue.Keys;

namespace Costs.Tests.Catalogue;

public class PriceBookTests
{
    [Fact]
    public void A_price_knows_where_it_is_from()
    {
        var price = RoundPrices.Book.For(RoundPrices.Region).Find(InstancePrices.For(InstanceUse.Training, "ml.m5.large")).Price!;

        Assert.Equal(1, price.FirstUsd);
        Assert.Equal(Confidence.Derived, price.Provenance.Confidence);
        Assert.Equal("as hosting", price.Provenance.Method);
        Assert.Equal("2026-01-01", price.Provenance.Date);
        Assert.Equal("/sagemaker/instances/ml.m5.large/prices/training/usdPerHour", price.Provenance.Pointer);
    }

    [Fact]
    public void Tiers_split_what_is_used()
    {
        var price = RoundPrices.Book.For(RoundPrices.Region).Find(S3Prices.Storage("STANDARD")).Price!;

        Assert.Equal(110, price.CostOf(1200));
        Assert.Equal([(1000m, 0.1m), (200m, 0.05m)], price.Split(1200).Select(part => (part.Units, part.Tier.Usd)));
        Assert.Equal(0, price.CostOf(0));
    }

    [Fact]
    public void A_missing_price_says_so() => Assert.Equal(
        "The price list of test-1 has no /sagemaker/instances/ml.x9.large/prices/hosting/usdPerHour.",
        RoundPrices.Book.For(RoundPrices.Region).Find(InstancePrices.For(InstanceUse.Hosting, "ml.x9.large")).WhyNot);

    [Fact]
    public void A_region_without_price_list_is_a_state_of_its_own()
    {
        var region = PriceBook.BuiltIn.For("eu-north-1");

        Assert.False(region.IsKnown);
        Assert.Null(region.AsOf);
        Assert.Null(region.Instance("ml.m5.large"));
        Assert.Equal(
            "There is no price list for eu-north-1; there is one for eu-west-1, us-east-1, us-west-2.",
            region.Find(InstancePrices.For(InstanceUse.Hosting, "ml.m5.large")).WhyNot);
    }

    [Fact]
    public void A_price_list_is_opened_when_a_price_is_asked_for_and_not_before()
    {
        using var list = Stream(Minimal());
        var region = PriceBook.With(list, "mine.json").For("us-east-1");

        Assert.False(region.IsOpened);
        _ = region.Find(InstancePrices.For(InstanceUse.Hosting, "ml.m5.large"));
        Assert.True(region.IsOpened);
    }

    [Fact]
    public void A_brought_list_replaces_that_of_its_region_and_leaves_the_others()
    {
        using var list = Stream(Minimal("us-east-1"));
        var book = PriceBook.With(list, "mine.json");

        Assert.Equal("us-east-1", book.ReplacedRegion);
        Assert.False(book.For("us-east-1").Find(InstancePrices.For(InstanceUse.Hosting, "ml.m5.large")).IsFound);
        Assert.True(book.For("us-west-2").Find(InstancePrices.For(InstanceUse.Hosting, "ml.m5.large")).IsFound);
    }

    [Fact]
    public void All_that_is_wrong_with_a_brought_list_is_reported_at_once()
    {
        const string Wrong = """
            {
              "schemaVersion": "7", "currency": "EUR", "sources": {},
              "kms": {"confidence": "sure", "sources": ["S9"], "keyPerMonth": -1},
              "s3": {"storage": {"STANDARD": {"tiers": [{"upToGB": 10, "usd": 1}, {"upToGB": 5, "usd": 1}]}, "GLACIER": {"usd": "a lot"}}}
            }
            """;
        using var list = Stream(Wrong);

        var refused = Assert.Throws<PriceListException>(() => PriceBook.With(list, "mine.json"));

        Assert.Equal(8, refused.Faults.Count);
        Assert.Contains("schemaVersion is \"7\"; expected \"1.0\".", refused.Message);
        Assert.Contains("region is missing", refused.Message);
        Assert.Contains("currency is \"EUR\"; expected \"USD\".", refused.Message);
        Assert.Contains("/kms/confidence is \"sure\"", refused.Message);
        Assert.Contains("/kms/sources names S9", refused.Message);
        Assert.Contains("/kms/keyPerMonth is -1", refused.Message);
        Assert.Contains("/s3/storage/STANDARD/tiers has bounds that do not rise", refused.Message);
        Assert.Contains("/s3/storage/GLACIER/usd is \"a lot\"", refused.Message);
        Assert.StartsWith("mine.json is not a price list.", refused.Message);
    }

    [Fact]
    public void What_is_not_json_is_refused_by_name()
    {
        using var list = Stream("price: 1");

        Assert.Contains("mine.json is not a price list. It is not JSON", Assert.Throws<PriceListException>(() => PriceBook.With(list, "mine.json")).Message);
    }

    private static string Minimal(string region = "us-east-1") =>
        $$"""{"schemaVersion": "1.0", "region": "{{region}}", "currency": "USD", "sources": {} }""";

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
