namespace Bill.Tests;

/// <summary>The bill of the reference workload says what the estimate of its plan says.</summary>
public sealed class ReferenceMonthTests : IDisposable
{
    private readonly ReportFolder reports = new();

    public void Dispose() => reports.Dispose();

    [Fact]
    public void Categories_agree_with_the_reference()
    {
        var bill = Run.Json(reports.Csv(ReferenceMonth.Charges));

        Assert.Equal(ReferenceMonth.Training, bill.Category("training"));
        Assert.Equal(ReferenceMonth.Inference, bill.Category("inference"));
        Assert.Equal(ReferenceMonth.Storage, bill.Category("storage"));
        Assert.Equal(ReferenceMonth.DataTransfer, bill.Category("dataTransfer"));
        Assert.Equal(ReferenceMonth.Other, bill.Category("other"));
        Assert.Equal(ReferenceMonth.Total, bill.Total);
    }

    [Fact]
    public void The_total_is_printed_to_the_cent()
    {
        var run = Run.Of(reports.Csv(ReferenceMonth.Charges));

        Assert.StartsWith("Bill of 2026-10-01 to 2026-10-31: $46,852.18,", run.Output);
    }

    [Fact]
    public void Its_waste_is_named()
    {
        var bill = Run.Json(reports.Csv(ReferenceMonth.Charges));

        Assert.Equal(16173.88m, bill.Waste("alwaysOnHosting").GetProperty("usd").GetDecimal());
        Assert.Equal(34, bill.Waste("alwaysOnHosting").GetProperty("resources").GetArrayLength());
        Assert.Equal(17336.09248m, bill.Waste("onDemandTraining").GetProperty("usd").GetDecimal());
        Assert.Equal(6651.2m, bill.Waste("standardStorage").GetProperty("usd").GetDecimal());
        Assert.Equal(45_000m, bill.Waste("natData").GetProperty("amount").GetDecimal());
    }

    /// <summary>The reference month saves with spot capacity 6,904.65 on what right-sizing leaves; a bill knows of no right-sizing.</summary>
    [Fact]
    public void Spot_capacity_is_estimated_with_the_catalogue()
    {
        var saving = Run.Json(reports.Csv(ReferenceMonth.Charges)).Saving("spotTraining");

        var expected = (11615.59248m * (1 - (1.08m * 0.33m))) + (4963m * (1 - (1.15m * 0.42m))) + (757.5m * (1 - (1.10m * 0.42m)));
        Assert.Equal(expected, saving.GetProperty("usd").GetDecimal());
    }

    [Fact]
    public void Traffic_through_NAT_that_a_gateway_would_take_is_that_of_the_reference()
    {
        var saving = Run.Json(reports.Csv(ReferenceMonth.Charges)).Saving("gatewayEndpoint");

        Assert.Equal(1620m, saving.GetProperty("usd").GetDecimal());
    }

    [Fact]
    public void Savings_never_exceed_what_they_look_at_nor_is_a_dollar_looked_at_twice()
    {
        var bill = Run.Json(reports.Csv(ReferenceMonth.Charges));

        var strategies = bill.GetProperty("savings").GetProperty("strategies").EnumerateArray().ToList();
        Assert.All(strategies, saving => Assert.InRange(saving.GetProperty("usd").GetDecimal(), 0.01m, saving.GetProperty("of").GetDecimal()));
        Assert.Equal(
            bill.GetProperty("waste").EnumerateArray().Sum(waste => waste.GetProperty("usd").GetDecimal()),
            strategies.Sum(saving => saving.GetProperty("of").GetDecimal()));
        Assert.All(strategies, saving => Assert.NotEqual(0, saving.GetProperty("assumptions").GetArrayLength()));
    }
}
