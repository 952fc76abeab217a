using System.Text.Json;
using Costs.Tests.Builders;
using Preview.CommandLine;
using Preview.Pricing;
using Preview.Reports;
using Preview.Tests.Runs;

namespace Preview.Tests.Advice;

/// <summary>The advice on this repository's stacks, reviewed like code. UPDATE_GOLDEN=1 writes it anew.</summary>
public sealed class AdviceReportTests : IDisposable
{
    private readonly SampleProject project = new();

    [Fact]
    public async Task The_text_for_prod() => Repository.Verify(
        Text(await PreviewedStack.Prod), "tests", "Preview", "Advice", "prod.txt");

    [Fact]
    public async Task The_document_for_prod()
    {
        var result = await PreviewedStack.Prod;

        var json = JsonAdvice.Of(result, PlanEstimate.AdviceFor(result));

        Repository.Verify(
            System.Text.Encoding.UTF8.GetString(json.Span).ReplaceLineEndings("\n") + "\n", "tests", "Preview", "Advice", "prod.json");
    }

    [Fact]
    public async Task The_command_prints_the_text_for_dev()
    {
        var run = (await PreviewProcess.RunAsync(Built.Root, "advise", "dev")).Ended(0);

        Repository.Verify(run.Output, "tests", "Preview", "Advice", "dev.txt");
    }

    [Fact]
    public async Task The_command_prints_the_document()
    {
        var run = (await PreviewProcess.RunAsync(Built.Root, "advise", "dev", "--json")).Ended(0);

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal("dev", document.RootElement.GetProperty("stack").GetString());
        Assert.Equal(0, document.RootElement.GetProperty("saving").GetDecimal());
    }

    /// <summary>The proof of the total: the stack file with the counted advice taken, previewed under the pack.</summary>
    [Fact]
    public async Task A_stack_that_takes_the_advice_costs_what_was_said_and_passes_the_policies()
    {
        var advice = PlanEstimate.AdviceFor(await PreviewedStack.Prod);
        var settings = await File.ReadAllTextAsync(Path.Combine(Built.Root, "Pulumi.prod.yaml"));
        foreach (var line in advice.Counted)
        {
            settings = Taken(settings, line.Resource, line.InstanceType!);
        }

        var taken = await PreviewedStack.OfAsync(settings);

        Assert.NotEmpty(advice.Counted);
        Assert.Equal(ExitCode.Success, taken.ExitCode);
        Assert.Equal(advice.After, taken.Estimate!.Total);
        Assert.Empty(PlanEstimate.AdviceFor(taken).Counted);
    }

    [Fact]
    public async Task Types_that_the_configuration_of_the_pack_does_not_list_are_not_advised()
    {
        var config = project.Write("policies.json", """{"no-oversized-instances": {"enforcementLevel": "advisory", "hostingTypes": ["ml.g6.*"]}}""");

        var run = (await PreviewProcess.RunAsync(Built.Root, "advise", "prod", "--policy-pack-config", config)).Ended(0);

        Assert.Contains("Serve assistant on ml.g6.xlarge", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Serve assistant on ml.g5.xlarge", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "There is no stack proud", "advise", "proud")]
    [InlineData(2, "two stacks, dev and prod", "advise", "dev", "prod")]
    [InlineData(2, "--report is not for advise; it is for preview and report.", "advise", "--report", "json=x.json")]
    [InlineData(1, "The preview fails, so nothing is priced", "advise", "-c", "behaviour=throw")]
    public async Task What_cannot_be_advised_on_is_said_on_stderr(int exitCode, string expected, params string[] arguments)
    {
        var run = (await project.PreviewAsync(arguments)).Ended(exitCode);

        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_stack_without_anything_to_advise_on_says_so_in_one_line()
    {
        var run = (await project.PreviewAsync("advise")).Ended(0);

        Assert.Contains("No advice that is sure to save something", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => project.Dispose();

    private static string Text(Preview.Runs.PreviewResult result) => AdviceReport.Of(result, PlanEstimate.AdviceFor(result), new(IsOn: false));

    /// <summary>The first instance type below the resource's name; a search has that of its family.</summary>
    private static string Taken(string settings, string resource, string type)
    {
        var at = settings.IndexOf($"\n    {resource}:\n", StringComparison.Ordinal);
        var line = settings.IndexOf("\n      instanceType:", at, StringComparison.Ordinal);
        var next = System.Text.RegularExpressions.Regex.Match(settings[(at + 1)..], @"\n {0,4}[^ ]").Index + at + 1;
        return line < 0 || line > next ? settings : settings[..line] + $"\n      instanceType: {type}" + settings[settings.IndexOf('\n', line + 1)..];
    }
}
