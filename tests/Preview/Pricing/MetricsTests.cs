using System.Text.Json;
using Costs.Tests.Builders;
using Preview.CommandLine;
using Preview.Pricing;
using Preview.Reports;
using Preview.Tests.Runs;

namespace Preview.Tests.Pricing;

/// <summary>The way there and back: the query that is printed, and advice on what it brings. UPDATE_GOLDEN=1 writes the texts anew.</summary>
public class MetricsTests
{
    [Fact]
    public async Task The_query_of_prod_is_what_was_reviewed() =>
        Repository.Verify(Query(await PreviewedStack.Prod), "tests", "Preview", "Pricing", "metrics-query-prod.json");

    [Fact]
    public async Task The_query_of_dev_is_what_was_reviewed() =>
        Repository.Verify(Query(await PreviewedStack.Dev), "tests", "Preview", "Pricing", "metrics-query-dev.json");

    /// <summary>Advice that rests on something else has texts of its own; so has the sum.</summary>
    [Fact]
    public async Task Advice_on_measured_use_is_what_was_reviewed()
    {
        var (prod, dev) = (await PreviewedStack.Prod, await PreviewedStack.Dev);
        var advice = PlanEstimate.AdviceFor(prod, new("metrics.json", await MeasuredMonth.WithAsync(prod, dev)));

        var text = AdviceReport.Of(
            prod,
            advice with
            {
                Lines = [.. advice.Lines.Where(line => line.Certainty.MeasuredOver is not null)],
                Kept = [.. advice.Kept.Where(kept => kept.Text.Contains("measured over", StringComparison.Ordinal))],
                NotKnown = [],
                Commitments = [],
            },
            new Palette(IsOn: false));

        Repository.Verify(
            string.Concat(text.Split('\n').Where(line => !line.StartsWith("Together ", StringComparison.Ordinal)).Select(line => $"{line}\n")).TrimEnd() + "\n",
            "tests", "Preview", "Pricing", "advice-measured-prod.txt");
    }

    [Fact]
    public async Task The_document_has_what_was_measured()
    {
        var prod = await PreviewedStack.Prod;

        using var document = JsonDocument.Parse(JsonAdvice.Of(prod, PlanEstimate.AdviceFor(prod, new("metrics.json", await MeasuredMonth.OfAsync(prod)))));

        var root = document.RootElement;
        Assert.Equal("14 days", root.GetProperty("measuredOver").GetString());
        Assert.NotEqual(0, root.GetProperty("contradictions").GetArrayLength());
        Assert.Contains(
            root.GetProperty("advice").EnumerateArray(),
            line => line.GetProperty("what").GetString() == "Remove assistant, or let it run only while somebody calls it"
                && line.GetProperty("certainty").GetProperty("measuredOver").GetString() == "14 days"
                && line.GetProperty("certainty").GetProperty("level").GetString() == "measured");
    }

    [Fact]
    public async Task Without_metrics_the_advice_says_what_it_does_not_know_and_how_to_ask()
    {
        var prod = await PreviewedStack.Prod;

        var text = AdviceReport.Of(prod, PlanEstimate.AdviceFor(prod), new Palette(IsOn: false));

        Assert.Contains("how busy the GPUs of their jobs are, and how much of the memory they use.\n", text, StringComparison.Ordinal);
        Assert.EndsWith(
            """
              Metrics tell (docs/metrics.md):
                advise prod --metrics-query > query.json
                aws cloudwatch get-metric-data --cli-input-json file://query.json --output json > metrics.json
                advise prod --metrics metrics.json

            """.ReplaceLineEndings("\n"),
            text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_the_query_of_another_stack_is_refused()
    {
        var (prod, dev) = (await PreviewedStack.Prod, await PreviewedStack.Dev);

        var fault = Assert.Throws<UserErrorException>(
            () => PlanEstimate.AdviceFor(dev, new("metrics.json", MeasuredMonth.OfAsync(prod).GetAwaiter().GetResult())));

        Assert.Equal(ExitCode.Error, fault.ExitCode);
        Assert.StartsWith("The metrics metrics.json cannot be used. It has metrics of prod/", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            ", …, and none of the stack dev, which has pricing, ranking-launcher. Ask with the query that --metrics-query prints for dev. See docs/metrics.md.",
            fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_are_where_the_user_is_whatever_the_program_makes_its_folder()
    {
        var folder = Directory.CreateTempSubdirectory("metrics-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "metrics.json"), await MeasuredMonth.OfAsync(await PreviewedStack.Prod));

            var run = (await PreviewProcess.RunAsync(folder, "advise", "prod", "--metrics", "metrics.json", "--cwd", Built.Root)).Ended(0);

            Assert.Contains("    how sure  measured over 14 days, on data of 336 of 336 hours\n", run.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_query_is_all_that_is_printed()
    {
        var before = TimeProvider.System.GetUtcNow();

        var run = (await PreviewProcess.RunAsync(Built.Root, "advise", "--metrics-query")).Ended(0);

        using var query = JsonDocument.Parse(run.Output);
        var end = query.RootElement.GetProperty("EndTime").GetDateTimeOffset();
        Assert.Equal(TimeSpan.FromDays(14), end - query.RootElement.GetProperty("StartTime").GetDateTimeOffset());
        Assert.InRange(end, before.AddHours(-1), TimeProvider.System.GetUtcNow());
    }

    [Theory]
    [InlineData("advise --metrics nowhere.json", 1, "error: The metrics nowhere.json cannot be read: ")]
    [InlineData("advise --metrics", 2, "error: --metrics needs a value. See --help.")]
    [InlineData("advise --metrics=", 2, "error: --metrics has an empty name; give the file that aws cloudwatch get-metric-data was written to (docs/metrics.md).")]
    [InlineData("advise --metrics a.json --metrics-query", 2, "error: --metrics-query prints the question and --metrics a.json is its answer; give one of them.")]
    [InlineData("advise --json --metrics-query", 2, "error: --json and --metrics-query both write to stdout; the query is JSON already.")]
    [InlineData("--metrics a.json", 2, "error: --metrics is not for preview; it is for advise.")]
    [InlineData("explain pricing --metrics-query", 2, "error: --metrics-query is not for explain; it is for advise.")]
    [InlineData("advise --metrics Pulumi.yaml", 1, "error: The metrics Pulumi.yaml cannot be used. It is not JSON, it begins with name: sagemaker-infra; --output text, table and yaml cannot be read. Ask again: aws cloudwatch get-metric-data --cli-input-json file://QUERY --output json See docs/metrics.md.")]
    public async Task What_cannot_be_done_is_said(string words, int exitCode, string message)
    {
        var run = (await PreviewProcess.RunAsync(Built.Root, words.Split(' '))).Ended(exitCode);

        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    private static string Query(Preview.Runs.PreviewResult result) =>
        System.Text.Encoding.UTF8.GetString(MetricsFile.QueryFor(result, CloudMetrics.Now).Span);
}
