namespace Bill.Classification.Tests;

/// <summary>Which endpoints are always on, hour by hour.</summary>
public sealed class AlwaysOnTests : IDisposable
{
    private const int Day = 24;

    private readonly ReportFolder reports = new();

    public void Dispose() => reports.Dispose();

    [Fact]
    public void An_endpoint_of_one_size_all_the_time_is_always_on()
    {
        var bill = Run.Json(reports.Csv(Hourly("steady", _ => 2)));

        var names = bill.Waste("alwaysOnHosting").GetProperty("resources").EnumerateArray().Select(name => name.GetString()!);
        Assert.Equal([Charge.Arn("steady")], names);
        Assert.Equal(2m * Day, bill.Waste("alwaysOnHosting").GetProperty("amount").GetDecimal());
    }

    [Fact]
    public void An_endpoint_that_scales_is_not() => IsNot(Hourly("scaling", hour => hour is > 8 and < 18 ? 4 : 1));

    [Fact]
    public void An_endpoint_that_came_later_is_not() => IsNot([.. Hourly("young", _ => 1).Skip(10), .. Bucket]);

    [Fact]
    public void An_endpoint_that_is_off_at_night_is_not() =>
        IsNot([.. Hourly("office", hour => hour is > 8 and < 18 ? 1 : 0), .. Bucket]);

    [Fact]
    public void Without_resources_none_is_known_to_be() =>
        IsNot(Hourly("any", _ => 1).Select(charge => charge with { Resource = "" }));

    [Fact]
    public void Under_a_Savings_Plan_none_is_waste() =>
        IsNot(Hourly("covered", _ => 1).Select(charge => charge with { LineType = "SavingsPlanCoveredUsage" }));

    [Fact]
    public void A_day_at_a_time_is_enough()
    {
        var days = Enumerable.Range(0, 30).Select(day => Charge.Endpoint("daily", "ml.g5.xlarge", 24, 33.792m).At(day * Day, Day));

        Assert.Equal(30 * 33.792m, Run.Json(reports.Csv(days)).Item("alwaysOnHosting"));
    }

    [Fact]
    public void An_hour_that_is_missing_is_forgiven_now_and_then()
    {
        var hours = Hourly("steady", _ => 1).Where((_, hour) => hour != 7);

        Assert.NotNull(Run.Json(reports.Csv([.. hours, .. Bucket])).Item("alwaysOnHosting"));
    }

    private static readonly Charge[] Bucket = [new Charge("AmazonS3", "TimedStorage-ByteHrs", 1, 0.023m).At(0, Day)];

    private static IEnumerable<Charge> Hourly(string name, Func<int, decimal> instances) => Enumerable.Range(0, Day)
        .Select(hour => Charge.Endpoint(name, "ml.g5.xlarge", instances(hour), instances(hour) * 1.408m).At(hour))
        .Where(charge => charge.Amount != "0");

    private void IsNot(IEnumerable<Charge> charges)
    {
        var bill = Run.Json(reports.Csv(charges));

        Assert.Null(bill.Item("alwaysOnHosting"));
        Assert.True(bill.Category("inference") > 0);
    }
}
