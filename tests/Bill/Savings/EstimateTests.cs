using Bill.Classification;
using Costs.Catalogue;
using Costs.Estimates;

namespace Bill.Savings.Tests;

/// <summary>The arithmetic of the estimates, without a bill.</summary>
public class EstimateTests
{
    private const long Month = 730;

    [Fact]
    public void A_fleet_comes_half_way_down_to_one_instance()
    {
        var saving = AutoscalingEstimate.Of([Endpoint("ml.g5.xlarge", 4)], PriceBook.BuiltIn);

        // From four instances to two and a half.
        Assert.Equal(400m * 1.5m / 4, saving.Usd);
        Assert.Equal(400m, saving.Of);
    }

    [Fact]
    public void A_single_instance_with_a_GPU_sleeps_outside_of_working_hours()
    {
        var saving = AutoscalingEstimate.Of([Endpoint("ml.g5.xlarge", 1)], PriceBook.BuiltIn);

        Assert.Equal(100m - (100m * 176 / 730), saving.Usd);
    }

    [Fact]
    public void A_small_single_instance_is_paid_by_the_call_and_by_no_other_strategy()
    {
        ImmutableArray<BillLine> bill = [Endpoint("ml.m5.xlarge", 1)];

        var saving = ServerlessEstimate.Of(bill, PriceBook.BuiltIn);

        Assert.Equal(100m - (40_000 * 0.5m * 0.00008m), saving.Usd);
        Assert.Contains("serverless is dearer from 2,500,000 on", Assert.Single(saving.Assumptions));
        Assert.Equal(0m, AutoscalingEstimate.Of(bill, PriceBook.BuiltIn).Of);
    }

    [Fact]
    public void A_single_instance_with_much_memory_has_no_room_in_serverless()
    {
        ImmutableArray<BillLine> bill = [Endpoint("ml.m5.4xlarge", 1)];

        Assert.Equal(0m, ServerlessEstimate.Of(bill, PriceBook.BuiltIn).Of);
        Assert.Equal(100m, AutoscalingEstimate.Of(bill, PriceBook.BuiltIn).Of);
    }

    [Fact]
    public void Tiering_pays_less_for_what_is_not_read_and_a_fee_for_watching()
    {
        var saving = TieringEstimate.Of([Line("standardStorage", "TimedStorage-ByteHrs", 1000, 23)], PriceBook.BuiltIn);

        var tiered = (23 * 0.4m) + (250 * 0.0125m) + (350 * 0.004m) + (1000 * 1024 / 100m / 1000 * 0.0025m);
        Assert.Equal(23 - tiered, saving.Usd);
    }

    [Fact]
    public void Where_a_strategy_costs_more_it_saves_nothing_and_says_so()
    {
        var saving = TieringEstimate.Of([Line("standardStorage", "TimedStorage-ByteHrs", 1000, 0.5m)], PriceBook.BuiltIn);

        Assert.Equal((0m, 0m), (saving.Usd, saving.Of));
        Assert.Equal("$0.50: the strategy saves nothing there", Assert.Single(saving.NotEstimated));
    }

    [Fact]
    public void A_Region_without_prices_is_named_and_not_guessed()
    {
        var line = Line("standardStorage", "TimedStorage-ByteHrs", 1000, 23) with { Region = "sa-east-1" };

        var saving = TieringEstimate.Of([line], PriceBook.BuiltIn);

        Assert.Equal(0m, saving.Usd);
        Assert.Contains("$23.00: There is no price list for sa-east-1", Assert.Single(saving.NotEstimated));
    }

    [Fact]
    public void An_instance_type_without_spot_statistics_is_named_and_not_guessed()
    {
        var saving = SpotEstimate.Of([Line("onDemandTraining", "USE1-Train:ml.x9.large", 10, 50)], PriceBook.BuiltIn);

        Assert.Equal(0m, saving.Usd);
        Assert.Equal("$50.00: no spot statistics of ml.x9.large in us-east-1", Assert.Single(saving.NotEstimated));
    }

    [Fact]
    public void Four_fifths_of_the_bytes_through_NAT_take_the_gateway()
    {
        var saving = GatewayEstimate.Of([Line("natData", "NatGateway-Bytes", 1000, 45)], PriceBook.BuiltIn);

        Assert.Equal(36m, saving.Usd);
        Assert.Contains("80% of the bytes", Assert.Single(saving.Assumptions));
    }

    [Fact]
    public void A_bill_without_waste_saves_nothing()
    {
        var analysis = Analysis.Of([Line("otherServices", "BoxUsage:m5.large", 10, 5)], PriceBook.BuiltIn);

        Assert.Empty(analysis.Waste);
        Assert.Equal(0m, analysis.SavingsUsd);
        Assert.Equal(5m, analysis.Total);
    }

    private static BillLine Endpoint(string type, int instances) =>
        Line("alwaysOnHosting", $"USE1-Host:{type}", instances * Month, instances * 100) with { Resource = "endpoint", Hours = Month };

    private static BillLine Line(string item, string usageType, decimal amount, decimal usd) =>
        new(CostCategory.Other, item, "product", usageType, "us-east-1", "", 0, null, null, amount, usd);
}
