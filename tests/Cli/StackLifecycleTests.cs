namespace Cli.Tests;

/// <summary>The whole life of a stack under the real CLI, with the pack as a folder and as an executable.</summary>
[Collection(BuiltTreeCollection.Name)]
public class StackLifecycleTests(BuiltTree built)
{
    [SkippableTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task A_stack_goes_up_needs_no_second_change_passes_an_audit_and_goes_down(string stack)
    {
        RealPulumi.Require();
        var workspace = await built.GetAsync();
        (await workspace.PulumiAsync("stack", "init", stack)).Ended(0);

        var withFolder = await workspace.PulumiAsync("preview", "--stack", stack, "--policy-pack", built.PackFolder);
        withFolder.Ended(0);
        Assert.Contains("sagemaker-guardrails", withFolder.Output, StringComparison.Ordinal);

        var withExecutable = await workspace.PulumiAsync("preview", "--stack", stack, "--policy-pack", built.PackExecutable);
        withExecutable.Ended(0);
        Assert.Contains("sagemaker-guardrails", withExecutable.Output, StringComparison.Ordinal);

        (await workspace.PulumiAsync("up", "--yes", "--stack", stack, "--policy-pack", built.PackExecutable)).Ended(0);

        (await workspace.PulumiAsync("preview", "--expect-no-changes", "--stack", stack)).Ended(0);

        var state = Path.Combine(workspace.Scratch, $"{stack}.json");
        (await workspace.PulumiAsync("stack", "export", "--stack", stack, "--file", state)).Ended(0);
        var audit = await workspace.PulumiAsync("policy", "analyze", "--file", state, "--policy-pack", built.PackExecutable);
        audit.Ended(0);

        (await workspace.PulumiAsync("destroy", "--yes", "--stack", stack)).Ended(0);
    }
}
