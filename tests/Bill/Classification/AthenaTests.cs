using Interop;

namespace Bill.Classification.Tests;

public class AthenaTests
{
    [SkippableFact]
    public async Task Trino_accepts_the_statement()
    {
        Assert.Empty(await NodeTools.FaultsOfTrinoAsync(ClassificationStatement.Text));
        Assert.Empty(await NodeTools.FaultsOfTrinoAsync(ClassificationStatement.ForAthena("cur-reports.month_2026")));
    }

    [SkippableTheory]
    [InlineData("SELECT item FROM bill QUALIFY cost > 1")]
    [InlineData("SELECT * EXCLUDE (cost) FROM bill")]
    [InlineData("SELECT cost::decimal(38, 12) FROM bill")]
    public async Task What_only_DuckDB_accepts_is_noticed(string statement) =>
        Assert.NotEmpty(await NodeTools.FaultsOfTrinoAsync(statement));

    [Fact]
    public void The_statement_reads_one_table_the_one_that_is_named()
    {
        var run = Run.Of("--athena", "cur.reports");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Errors);
        Assert.Contains("\n    FROM \"cur\".\"reports\"\n", run.Output);
        Assert.Equal(ClassificationStatement.Text, run.Output.Replace("\"cur\".\"reports\"", "bill"));
        Assert.Equal(2, ClassificationStatement.Text.Split("FROM bill\n").Length);
    }

    [Theory]
    [InlineData("reports")]
    [InlineData("a.b.c")]
    [InlineData("cur.reports; DROP TABLE x")]
    [InlineData("cur.\"reports\"")]
    public void A_name_that_is_none_is_refused(string table)
    {
        var run = Run.Of("--athena", table);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"error: --athena is {table}; expected a database and a table", run.Errors);
    }

    [Fact]
    public void Files_and_Athena_are_one_or_the_other() => Assert.Equal(2, Run.Of("report.csv", "--athena", "cur.reports").ExitCode);
}
