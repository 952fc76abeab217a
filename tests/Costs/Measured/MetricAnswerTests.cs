using System.Text;
using Costs.Measured;

namespace Costs.Tests.Measured;

/// <summary>Files that are no answer say what they are and what to do.</summary>
public class MetricAnswerTests
{
    private const string Entry = """
        {"Id": "q_a", "Label": "test/forecasts/main 2026-11-10T19Z+336h Sum Invocations forecasts-0123abc", "Timestamps": ["2026-11-10T19:00:00+00:00"], "Values": [3.0], "StatusCode": "Complete"}
        """;

    [Fact]
    public void What_the_command_line_prints_is_read()
    {
        var series = Assert.Single(Read($$"""{"MetricDataResults": [{{Entry}}], "Messages": [{"Code": "Limit", "Value": "100 of 120 metrics"}]}""").Series);

        Assert.Equal(("test/forecasts/main", "Sum", "Invocations", "forecasts-0123abc"), (series.Subject, series.Statistic, series.Metric, series.Name));
        Assert.Equal(KeyValuePair.Create(new DateTimeOffset(2026, 11, 10, 19, 0, 0, TimeSpan.Zero), 3m), Assert.Single(series.Hours));
        Assert.Equal(336, series.Window.Hours);
    }

    [Fact]
    public void What_CloudWatch_says_about_it_is_kept() => Assert.Equal(
        ["Limit: 100 of 120 metrics"],
        Read($$"""{"MetricDataResults": [{{Entry}}], "Messages": [{"Code": "Limit", "Value": "100 of 120 metrics"}]}""").Messages.ToArray());

    [Fact]
    public void Resources_may_have_spaces_in_their_names() =>
        Assert.Equal("test/the forecasts/main", Assert.Single(Read(Changed("test/forecasts", "test/the forecasts")).Series).Subject);

    [Theory]
    [InlineData("\"2026-11-10T20:00:00+01:00\"")]
    [InlineData("\"2026-11-10T19:00:00Z\"")]
    [InlineData("1794337200")]
    [InlineData("1794337200.0")]
    public void Timestamps_are_read_as_every_setting_of_the_command_line_writes_them(string timestamp) => Assert.Equal(
        new DateTimeOffset(2026, 11, 10, 19, 0, 0, TimeSpan.Zero),
        Assert.Single(Assert.Single(Read(Changed("\"2026-11-10T19:00:00+00:00\"", timestamp)).Series).Hours).Key);

    [Fact]
    public void A_file_that_PowerShell_wrote_is_read()
    {
        byte[] utf16 = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Changed("a", "a"))];

        Assert.Single(MetricAnswer.Read(utf16).Series);
    }

    [Fact]
    public void No_values_are_no_series_and_no_zero()
    {
        var answer = Read(Changed("[\"2026-11-10T19:00:00+00:00\"], \"Values\": [3.0]", "[], \"Values\": []"));

        Assert.Empty(answer.Series);
        Assert.Equal(["q_a"], answer.Ids);
    }

    [Theory]
    [InlineData("", "It is empty, as it is when the AWS CLI failed.")]
    [InlineData("METRICDATARESULTS\tq_a\tlabel\tComplete", "It is not JSON, it begins with METRICDATARESULTS\tq_a\tlabel\tComplete; --output text, table and yaml cannot be read.")]
    [InlineData("MetricDataResults:\n- Id: q_a", "It is not JSON, it begins with MetricDataResults:; --output text, table and yaml cannot be read.")]
    [InlineData("--------\n|  GetMetricData  |", "It is not JSON, it begins with --------; --output text, table and yaml cannot be read.")]
    [InlineData("{\"MetricDataResults\": [\n{\"Id\":", "It is not JSON to its end (line 2), as when it was cut off.")]
    [InlineData("{\"MetricDataQueries\": []}", "That is the query and not yet its answer.")]
    [InlineData("{\"Metrics\": []}", "There are no MetricDataResults in it.")]
    [InlineData("[]", "There are no MetricDataResults in it.")]
    [InlineData("{\"MetricDataResults\": [], \"NextToken\": \"abc\"}", "It is the first part of an answer: it has a NextToken. Leave out --no-paginate and --max-items.")]
    [InlineData("{\"MetricDataResults\": [3]}", "MetricDataResults[0] is Number, expected an object with Id, Label, Timestamps and Values.")]
    public void What_is_no_answer_is_named(string file, string message) =>
        Assert.StartsWith(message, Assert.Throws<MetricsException>(() => Read(file)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[3.0]", "[3.0, 4.0]", "MetricDataResults[0] (test/forecasts/main 2026-11-10T19Z+336h Sum Invocations forecasts-0123abc) has 1 Timestamps and 2 Values")]
    [InlineData("[3.0]", "[NaN]", "It has the value NaN, which is no number (line 1).")]
    [InlineData("[3.0]", "[\"NaN\"]", "test/forecasts/main 2026-11-10T19Z+336h Sum Invocations forecasts-0123abc has the value NaN, expected a number")]
    [InlineData("[3.0]", "[-1]", "test/forecasts/main 2026-11-10T19Z+336h Sum Invocations forecasts-0123abc has the value -1, expected a number that is not negative.")]
    [InlineData("[3.0]", "[1e300]", "test/forecasts/main 2026-11-10T19Z+336h Sum Invocations forecasts-0123abc has the value 1e300, expected a number")]
    [InlineData("[3.0]", "null", "MetricDataResults[0] has no list of Values.")]
    [InlineData("\"2026-11-10T19:00:00+00:00\"", "\"yesterday\"", "test/forecasts/main 2026-11-10T19Z+336h Sum Invocations forecasts-0123abc has the timestamp yesterday")]
    [InlineData("\"Complete\"", "\"PartialData\"", "The answer is not complete: the StatusCode of test/forecasts/main 2026-11-10T19Z+336h Sum Invocations forecasts-0123abc is PartialData.")]
    [InlineData("\"Complete\"", "\"InternalError\", \"Messages\": [{\"Code\": \"X\", \"Value\": \"try later\"}]", "The answer is not complete: the StatusCode of test/forecasts/main 2026-11-10T19Z+336h Sum Invocations forecasts-0123abc is InternalError (X: try later).")]
    [InlineData("2026-11-10T19Z+336h", "Sum", "q_a is called test/forecasts/main Sum Sum Invocations forecasts-0123abc, which is no label of a query that --metrics-query prints.")]
    [InlineData("test/forecasts/main 2026-11-10T19Z+336h Sum Invocations forecasts-0123abc", "Invocations Sum", "q_a is called Invocations Sum, which is no label")]
    public void What_is_wrong_with_an_entry_is_named(string found, string instead, string message) =>
        Assert.StartsWith(message, Assert.Throws<MetricsException>(() => Read(Changed(found, instead))).Message, StringComparison.Ordinal);

    private static string Changed(string found, string instead) =>
        $$"""{"MetricDataResults": [{{Entry.Replace(found, instead, StringComparison.Ordinal)}}], "Messages": []}""";

    private static MetricAnswer Read(string file) => MetricAnswer.Read(Encoding.UTF8.GetBytes(file));
}
