using Cli.Tests.Changes;
using Cli.Tests.Previews;

namespace Cli.Tests;

/// <summary>The whole life of a stack under the real CLI, with the pack as a folder and as an executable.</summary>
[Collection(BuiltTreeCollection.Name)]
public class StackLifecycleTests(BuiltTree built)
{
    [SkippableTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task A_stack_goes_up_needs_no_second_change_passes_an_audit_and_goes_down(string label)
    {
        StandIns.Require();
        var stack = TestStack.Of(label);
        var workspace = await built.WorkspaceAsync();

        var withFolder = await built.CliPreviewAsync(stack);
        withFolder.Run.Ended(0);

        var executable = await built.PackExecutableAsync();
        var withExecutable = await built.CliPreviewAsync(stack, executable, await built.PackConfigurationOfAsync(stack));
        withExecutable.Run.Ended(0);
        Assert.Contains(withExecutable.Passed, passed => passed.EndsWith(" bucket-lifecycle-required", StringComparison.Ordinal));
        Assert.Equal(withFolder.Passed, withExecutable.Passed);

        var launched = await built.LaunchedFolderOfAsync(stack);
        var up = await workspace.PulumiInAsync(
            launched,
            ["up", "--yes", "--skip-preview", "--stack", stack.Name, "--policy-pack", executable, .. await built.PackConfigurationOfAsync(stack)]);
        up.Ended(0);
        Assert.Contains("sagemaker-guardrails@v", up.Output, StringComparison.Ordinal);

        (await workspace.PulumiInAsync(launched, "preview", "--expect-no-changes", "--stack", stack.Name)).Ended(0);

        var state = Path.Combine(workspace.Scratch, $"{stack.Name}.json");
        (await workspace.PulumiAsync("stack", "export", "--stack", stack.Name, "--file", state)).Ended(0);
        var audit = await workspace.PulumiAsync(
            ["policy", "analyze", "--json", "--file", state, "--policy-pack", executable, .. await built.PackConfigurationOfAsync(stack)]);
        audit.Ended(0);
        Assert.Empty(AuditComparison.Differences(withExecutable.Plan.Findings, [.. CliPlan.Findings(audit.OutputLines)]));
        Assert.Contains("\"PolicyPacks\":{\"sagemaker-guardrails\":", audit.Output, StringComparison.Ordinal);

        var calls = Path.Combine(workspace.Scratch, $"{stack.Name}-destroy.log");
        workspace.Environment["STANDIN_LOG"] = calls;
        var destroy = await workspace.PulumiAsync("destroy", "--yes", "--skip-preview", "--stack", stack.Name);
        workspace.Environment.Remove("STANDIN_LOG");
        destroy.Ended(0);
        Assert.NotEmpty(ProviderCall.ReadLog(calls));
        Assert.DoesNotContain(ProviderCall.ReadLog(calls), call => call.IsOfData);
    }
}
