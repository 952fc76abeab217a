namespace Bill.Columns.Tests;

public sealed class LayoutTests : IDisposable
{
    private const string Required =
        "line_item_unblended_cost,line_item_usage_type,line_item_product_code,line_item_usage_amount,"
        + "line_item_usage_start_date,line_item_usage_end_date";

    private readonly ReportFolder reports = new();

    public void Dispose() => reports.Dispose();

    public static TheoryData<string, string> LayoutsAndFormats()
    {
        var cases = new TheoryData<string, string>();
        foreach (var layout in ColumnLayout.All)
        {
            foreach (var format in (string[])["CSV", "gzip CSV", "Parquet"])
            {
                cases.Add(layout.Name, format);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(LayoutsAndFormats))]
    public void Every_layout_says_the_same_in_every_format(string layoutName, string format)
    {
        var layout = ColumnLayout.All.Single(layout => layout.Name == layoutName);
        var csv = reports.Csv("report.csv", layout, ReferenceMonth.Charges);
        var file = format switch
        {
            "CSV" => csv,
            "gzip CSV" => reports.Gzip("report.csv.gz", csv),
            _ => reports.Parquet("report.parquet", csv),
        };

        var run = Run.Of(file);

        Assert.Equal(Run.Of(reports.Csv(ReferenceMonth.Charges)).Output, run.Output);
        Assert.Contains($"{file}: {format}, {layoutName} columns\n", run.Errors);
    }

    [Fact]
    public void What_was_found_in_which_columns_is_said()
    {
        var run = Run.Of(reports.Csv("report.csv", ColumnLayout.Focus, new Charge(Charge.Sagemaker, "USE1-Train:ml.g5.2xlarge", 1, 1.5m)));

        Assert.Contains("  usage type  x_UsageType\n", run.Errors);
        Assert.Contains("  cost        BilledCost\n", run.Errors);
    }

    [Fact]
    public void Names_are_found_in_any_case_and_order()
    {
        var file = reports.Text("report.csv", $"""
            EXTRA,{Required.ToUpperInvariant()}
            x,7.5,NatGateway-Bytes,AmazonEC2,1,2026-10-01T00:00:00Z,2026-10-01T01:00:00Z
            """);

        Assert.Equal(7.5m, Run.Json(file).Item("natData"));
    }

    [Fact]
    public void Columns_that_differ_in_case_only_are_no_obstacle()
    {
        var file = reports.Text("report.csv", $"""
            {Required},resource_tags_user_Team,resource_tags_user_team
            7.5,NatGateway-Bytes,AmazonEC2,1,2026-10-01T00:00:00Z,2026-10-01T01:00:00Z,a,b
            """);

        Assert.Equal(7.5m, Run.Json(file).Total);
    }

    [Fact]
    public void What_a_report_need_not_have_is_assumed_and_said()
    {
        var file = reports.Text("report.csv", $"""
            {Required}
            7.5,USE1-Train:ml.g5.2xlarge,AmazonSageMaker,5,2026-10-01T00:00:00Z,2026-10-01T01:00:00Z
            """);

        var run = Run.Of(file);

        Assert.Contains("  resource    - (endpoints are not told apart, so none is known to be always on)\n", run.Errors);
        Assert.Contains("not estimated, $7.50: no spot statistics of ml.g5.2xlarge in a Region the bill does not name", run.Output);
    }

    [Fact]
    public void Files_of_one_export_may_have_different_headers()
    {
        var october = reports.Csv("october.csv", ColumnLayout.Cur2, new Charge("AmazonEC2", "NatGateway-Bytes", 1, 7.5m));
        var november = reports.Text("november.csv", $"""
            {Required}
            2.5,NatGateway-Bytes,AmazonEC2,5,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z
            """);

        Assert.Equal(10m, Run.Json(october, november).Item("natData"));
    }

    [Fact]
    public void A_report_that_lacks_a_column_is_told_which()
    {
        var file = reports.Text("report.csv", """
            lineItem/ProductCode,lineItem/UsageType,lineItem/UsageAmount,lineItem/UsageStartDate,lineItem/UsageEndDate

            """);

        var run = Run.Of(file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("It looks like legacy CUR, but lacks lineItem/UnblendedCost. Add it to the export.", run.Errors);
        Assert.Contains("found: lineItem/ProductCode, lineItem/UsageType", run.Errors);
        Assert.Contains("accepted: CUR 2.0 (line_item_product_code,", run.Errors);
    }

    [Fact]
    public void What_is_no_report_is_shown_what_is_accepted()
    {
        var run = Run.Of(reports.Text("people.csv", "name,age\nx,3\n"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Is it an AWS Cost and Usage Report?\n  found: name, age\n  accepted: CUR 2.0 (", run.Errors);
        Assert.Contains("FOCUS 1.0 (x_ServiceCode, x_UsageType,", run.Errors);
        Assert.Empty(run.Output);
    }
}
