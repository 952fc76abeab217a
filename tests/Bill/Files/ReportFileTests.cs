using Bill.Columns;

namespace Bill.Files.Tests;

public sealed class ReportFileTests : IDisposable
{
    private static readonly Charge Nat = new("AmazonEC2", "NatGateway-Bytes", 1, 7.5m);

    private readonly ReportFolder reports = new();

    public void Dispose() => reports.Dispose();

    [Theory]
    [InlineData("*.csv", 1)]
    [InlineData("**/*.csv", 3)]
    [InlineData("2026-1?/*.csv", 1)]
    [InlineData("**/*october*", 2)]
    [InlineData("2026*/**", 2)]
    public void Patterns_find_files(string pattern, int count)
    {
        reports.Csv("total.csv", ColumnLayout.Cur2, Nat);
        reports.Csv(Path.Combine("2026-10", "october-1.csv"), ColumnLayout.Cur2, Nat);
        reports.Csv(Path.Combine("2026-9", "deep", "october-2.csv"), ColumnLayout.Cur2, Nat);

        Assert.Equal(count * 7.5m, Run.Json(reports.At(pattern)).Total);
    }

    [Fact]
    public void A_file_named_twice_counts_once()
    {
        var file = reports.Csv(Nat);

        Assert.Equal(7.5m, Run.Json(file, reports.At("*.csv")).Total);
    }

    [Fact]
    public void Formats_are_told_by_what_is_in_a_file_not_by_its_name()
    {
        var csv = reports.Csv(Nat);

        Assert.Equal(7.5m, Run.Json(reports.Parquet("report.csv.gz", csv)).Total);
    }

    [Fact]
    public void Plain_and_compressed_CSV_may_be_mixed()
    {
        var csv = reports.Csv(Nat);

        Assert.Equal(15m, Run.Json(csv, reports.Gzip("other.csv.gz", csv)).Total);
    }

    [Fact]
    public void CSV_and_Parquet_are_two_exports()
    {
        var csv = reports.Csv(Nat);

        Fails(2, "report.csv is CSV and ", csv, reports.Parquet("report.parquet", csv));
    }

    [Fact]
    public void Two_kinds_of_columns_are_two_exports() => Fails(
        2, "report.csv is CUR 2.0 columns and ", reports.Csv(Nat), reports.Csv("focus.csv", ColumnLayout.Focus, Nat));

    [Fact]
    public void A_pattern_without_a_match_says_where_it_looked()
    {
        Fails(2, "No file matches", reports.At("*.csv"));
        Fails(2, "No file matches", Path.Combine(reports.At("nowhere"), "*.csv"));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() => Fails(2, "There is no file", reports.At("report.csv"));

    [Fact]
    public void A_folder_is_answered_with_the_pattern_for_it() => Fails(2, "is a folder. Name the files in it, for example", reports.At("."));

    [Fact]
    public void An_address_is_answered_with_what_to_do() => Fails(2, "--athena DATABASE.TABLE", "s3://bucket/report.csv");

    [Fact]
    public void An_empty_file_is_no_report() => Fails(1, "is empty", reports.Text("report.csv", ""));

    [Fact]
    public void A_header_alone_is_no_bill() => Fails(1, "has a header and no lines", reports.Csv());

    [Fact]
    public void A_ZIP_archive_is_to_be_unpacked() => Fails(1, "is a ZIP archive. Unpack it", reports.Text("report.csv", "PK\u0003\u0004..."));

    [Fact]
    public void A_manifest_is_no_report() => Fails(1, "is JSON", reports.Text("manifest.json", "{}"));

    [Fact]
    public void A_Parquet_file_that_is_cut_off_cannot_be_read() =>
        Fails(1, "report.parquet cannot be read: ", reports.Text("report.parquet", "PAR1 and no more"));

    [Fact]
    public void A_gzip_file_that_is_cut_off_cannot_be_read()
    {
        var whole = File.ReadAllBytes(reports.Gzip("report.csv.gz", reports.Csv(Enumerable.Repeat(Nat, 5000).Select((nat, at) => nat.At(at)))));
        File.WriteAllBytes(reports.At("half.csv.gz"), whole[..(whole.Length / 2)]);

        Fails(1, "cannot be read: ", reports.At("half.csv.gz"));
    }

    [Fact]
    public void Nothing_named_is_a_fault_of_the_command_line() => Fails(2, "No report is named.");

    [Fact]
    public void An_option_that_does_not_exist_is_no_file() => Fails(2, "There is no option --jsn.", "--jsn");

    [Fact]
    public void A_price_list_that_is_none_is_refused() => Fails(2, "It is not JSON", reports.Csv(Nat), "--prices", reports.Csv(Nat));

    [Fact]
    public void Help_says_how()
    {
        var run = Run.Of("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("--athena <DATABASE.TABLE>", run.Output);
        Assert.Contains("Exit codes: 0 fine; 1", run.Output);
    }

    private static void Fails(int exitCode, string message, params string[] words)
    {
        var run = Run.Of(words);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Errors);
        Assert.Contains("error: ", run.Errors);
        Assert.Empty(run.Output);
    }
}
