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
        RealPulumi.Require();
        var stack = TestStack.Of(label);
        var workspace = await built.WorkspaceAsync();

        var withFolder = await built.CliPreviewAsync(stack);
        withFolder.Run.Ended(0);

        var executable = await built.PackExecutableAsync();
        var withExecutable = await built.CliPreviewAsync(stack, executable);
        withExecutable.Run.Ended(0);
        Assert.Contains(withExecutable.Passed, passed => passed.EndsWith(" bucket-lifecycle-required", StringComparison.Ordinal));
        Assert.Equal(withFolder.Passed, withExecutable.Passed);

        var up = await workspace.PulumiAsync("up", "--yes", "--skip-preview", "--stack", stack.Name, "--policy-pack", executable);
        up.Ended(0);
        Assert.Contains("sagemaker-guardrails@v", up.Output, StringComparison.Ordinal);

        (await workspace.PulumiAsync("preview", "--expect-no-changes", "--stack", stack.Name)).Ended(0);

        var state = Path.Combine(workspace.Scratch, $"{stack.Name}.json");
        (await workspace.PulumiAsync("stack", "export", "--stack", stack.Name, "--file", state)).Ended(0);
        var audit = await workspace.PulumiAsync("policy", "analyze", "--json", "--file", state, "--policy-pack", executable);
        audit.Ended(0);
        Assert.Contains("\"PolicyPacks\":{\"sagemaker-guardrails\":", audit.Output, StringComparison.Ordinal);

        (await workspace.PulumiAsync("destroy", "--yes", "--skip-preview", "--stack", stack.Name)).Ended(0);
    }
}
