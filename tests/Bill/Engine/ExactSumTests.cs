using System.Globalization;
using Bill.Columns;
using LargeBill;

namespace Bill.Engine.Tests;

/// <summary>Money is decimal from the file to the sum: nothing is lost on the way.</summary>
public sealed class ExactSumTests : IDisposable
{
    private readonly ReportFolder reports = new();

    public void Dispose() => reports.Dispose();

    [Fact]
    public void The_total_of_a_synthetic_bill_is_exact()
    {
        using var text = new StringWriter();
        var (lines, total) = SyntheticBill.Write(text, 3_000_000);

        var bill = Run.Json(reports.Text("report.csv", text.ToString()));

        Assert.Equal(total, bill.Total);
        Assert.Equal(lines, bill.GetProperty("lines").GetInt64());
    }

    [Fact]
    public void The_same_size_gives_the_same_synthetic_bill()
    {
        using var first = new StringWriter();
        using var second = new StringWriter();

        Assert.Equal(SyntheticBill.Write(first, 500_000), SyntheticBill.Write(second, 500_000));
        Assert.Equal(first.ToString(), second.ToString());
    }

    [Fact]
    public void Any_amounts_add_up_exactly_and_the_categories_to_the_total()
    {
        var random = new Random(5);
        string[] usage = ["NatGateway-Bytes", "BoxUsage:m5.large", "EBS:VolumeUsage", "DataTransfer-Out-Bytes", ""];
        var charges = Enumerable.Range(0, 4000)
            .Select(_ => new Charge("AmazonEC2", usage[random.Next(usage.Length)], 1, Cost(random))).ToList();

        var bill = Run.Json(reports.Csv(charges));

        var expected = charges.Sum(charge => decimal.Parse(charge.Cost, CultureInfo.InvariantCulture));
        Assert.Equal(expected, bill.Total);
        Assert.Equal(expected, bill.GetProperty("categories").EnumerateObject().Sum(category => category.Value.GetProperty("usd").GetDecimal()));
        Assert.Equal(
            expected,
            bill.GetProperty("categories").EnumerateObject().SelectMany(category => category.Value.GetProperty("items").EnumerateArray())
                .Sum(item => item.GetProperty("usd").GetDecimal()));
    }

    [Theory]
    [InlineData("0.000000000001", "0.000000000001")]
    [InlineData("1.2E-7", "0.00000012")]
    [InlineData("1.5e3", "1500")]
    [InlineData("-12345678901.123456789012", "-12345678901.123456789012")]
    [InlineData(".00000000001", "0.00000000001")]
    [InlineData("+3", "3")]
    [InlineData("999999999999", "999999999999")]
    public void Numbers_are_read_as_they_are_written(string cost, string expected) => Assert.Equal(
        decimal.Parse(expected, CultureInfo.InvariantCulture),
        Run.Json(reports.Csv(new Charge("AmazonEC2", "NatGateway-Bytes", 1, 0) with { Cost = cost })).Total);

    [Fact]
    public void The_order_of_lines_and_files_makes_no_difference()
    {
        var charges = ReferenceMonth.Charges;
        var first = reports.Csv("b.csv", ColumnLayout.Cur2, charges.Reverse().Take(10));
        var second = reports.Csv("a.csv", ColumnLayout.Cur2, charges.Reverse().Skip(10));

        Assert.Equal(Run.Of(reports.Csv(charges)).Output, Run.Of(first, second).Output);
    }

    private static decimal Cost(Random random) => random.Next(4) switch
    {
        0 => random.Next(-1000, 1000) / 100m,
        1 => random.NextInt64(1, 10_000_000_000) / 10_000_000_000m,
        2 => random.NextInt64(-10_000_000_000_000_000, 10_000_000_000_000_000) / 1_000_000_000_000m,
        _ => random.Next(0, 2_000_000),
    };
}
