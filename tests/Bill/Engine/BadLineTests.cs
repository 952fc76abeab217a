namespace Bill.Engine.Tests;

public sealed class BadLineTests : IDisposable
{
    private static readonly Charge Good = new("AmazonEC2", "NatGateway-Bytes", 1, 7.5m);

    private readonly ReportFolder reports = new();

    public void Dispose() => reports.Dispose();

    public static TheoryData<string, string, decimal> Faults() => new()
    {
        { "cost=", "line_item_unblended_cost is empty", 0 },
        { "cost=free", "line_item_unblended_cost is not a number", 0 },
        { "amount=a lot", "line_item_usage_amount is not a number", 7.5m },
        { "start=", "line_item_usage_start_date is not a time", 7.5m },
        { "start=yesterday", "line_item_usage_start_date is not a time", 7.5m },
        { "end=tomorrow", "line_item_usage_end_date is not a time", 7.5m },
        { "currency=CNY", "line_item_currency_code is not USD", 7.5m },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_line_with_a_fault_is_left_out_and_reported_with_the_reason(string fault, string reason, decimal usd)
    {
        var bill = Run.Json(reports.Csv(Good, Broken(fault), Good, Broken(fault)));

        Assert.Equal((reason, 2, usd * 2), Assert.Single(bill.BadLines()));
        Assert.Equal(15m, bill.Total);
        Assert.Equal(2, bill.GetProperty("lines").GetInt64());
    }

    [Fact]
    public void An_example_of_what_was_found_is_shown()
    {
        var run = Run.Of(reports.Csv(Good, Good with { Cost = "free" }));

        Assert.Contains("Left out: 1 bad line\n", run.Output);
        Assert.Contains("1 line, found \"free\"\n", run.Output);
    }

    [Theory]
    [InlineData("x,AmazonEC2,NatGateway-Bytes", "no line of CSV: missing columns")]
    [InlineData("x,AmazonEC2,a,b,c,d,e,f,g,h,i,j,k,l", "no line of CSV: too many columns")]
    [InlineData("x,AmazonEC2,\"NatGateway\"-Bytes,,1,1,,,,,", "no line of CSV: unquoted value")]
    public void What_is_no_line_of_CSV_is_counted_once_with_its_place(string line, string reason)
    {
        var file = reports.Csv(Good, Good);
        File.AppendAllText(file, line + "\n");

        var run = Run.Of(file);

        Assert.Contains(reason, run.Output);
        Assert.Contains($"1 line, line 4 of {file}\n", run.Output);
        Assert.Equal(15m, Run.Json(file).Total);
    }

    [Fact]
    public void A_bill_of_nothing_but_bad_lines_is_a_fault()
    {
        var run = Run.Of(reports.Csv(Good with { Cost = "free" }, Good with { Cost = "free" }));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("None of the 2 lines of", run.Errors);
        Assert.Contains("line_item_unblended_cost is not a number, found \"free\".", run.Errors);
    }

    [Fact]
    public void Every_line_is_either_counted_or_reported()
    {
        var random = new Random(11);
        var faults = Faults().Select(row => (string)row[0]).ToArray();
        var lines = Enumerable.Range(0, 3000)
            .Select(_ => random.Next(3) == 0 ? Broken(faults[random.Next(faults.Length)]) : Good);

        var bill = Run.Json(reports.Csv(lines));

        Assert.Equal(3000, bill.GetProperty("lines").GetInt64() + bill.BadLines().Sum(bad => bad.Count));
        Assert.Equal(7.5m * bill.GetProperty("lines").GetInt64(), bill.Total);
    }

    private static Charge Broken(string fault) => fault.Split('=') switch
    {
        ["cost", var text] => Good with { Cost = text },
        ["amount", var text] => Good with { Amount = text },
        ["start", var text] => Good with { Start = text },
        ["end", var text] => Good with { End = text },
        ["currency", var text] => Good with { Currency = text },
        _ => throw new ArgumentException(fault),
    };
}
