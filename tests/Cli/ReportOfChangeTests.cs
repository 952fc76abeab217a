using System.Text.Json.Nodes;
using Cli.Tests.Changes;

namespace Cli.Tests;

/// <summary>Reports of what the real CLI writes of our C# program, where something is deployed already.</summary>
[Collection(DeployedStackCollection.Name)]
public class ReportOfChangeTests(DeployedStack deployed)
{
    [SkippableFact]
    public async Task Every_step_of_the_CLI_is_a_change_and_the_new_total_is_that_of_the_change()
    {
        StandIns.Require();
        using var stack = await deployed.CopyAsync();
        Change.BiggerToZero.Edit(stack.Settings);
        var preview = await stack.SavePreviewAsync();

        var report = await preview.ReportAsync(exitCode: 0);

        Assert.Equal(
            StackCopy.StepsOf(preview).Where(step => IsManaged(step.Urn)).Select(step => $"{step.Operation} {step.Urn}").Order(StringComparer.Ordinal),
            report["changes"]!.AsArray().Where(IsNoCostAlone)
                .Select(change => $"{change!["operation"]} {change["urn"]}").Order(StringComparer.Ordinal));
        Assert.Equal("what is deployed", (string?)report["costDiff"]!["baseline"]);
        var ceiling = report["costDiff"]!["perMonth"]!["difference"]!["ceiling"]!;
        Assert.True((decimal)ceiling > 0, $"a larger type costs more at the most, not {ceiling}");
    }

    [SkippableFact]
    public async Task A_stack_that_stays_is_one_line()
    {
        StandIns.Require();
        using var stack = await deployed.CopyAsync();
        var preview = await stack.SavePreviewAsync();

        var report = await preview.ReportAsync(exitCode: 0);

        Assert.Empty(report["changes"]!.AsArray());
        var comment = await File.ReadAllLinesAsync($"{preview.Document}.md");
        Assert.Equal(2, comment.Length);
        Assert.Contains("**nothing changes**", comment[1], StringComparison.Ordinal);
        Assert.NotEmpty(report["cost"]!["resources"]!.AsArray());
    }

    /// <summary>Components, the stack and providers cost nothing and are no changes of their own.</summary>
    private static bool IsManaged(string urn) =>
        urn.Split("::")[2].Split('$')[^1] is var type && !type.StartsWith("ml:", StringComparison.Ordinal) && !type.StartsWith("pulumi:", StringComparison.Ordinal);

    private static bool IsNoCostAlone(JsonNode? change) => (string?)change!["operation"] is not "same";
}
