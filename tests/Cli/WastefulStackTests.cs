using System.Text.Json.Nodes;
using Cli.Tests.Previews;

namespace Cli.Tests;

/// <summary>A stack made bad on purpose is rejected by each policy wherever the pack runs; each message says what to do.</summary>
[Collection(BuiltTreeCollection.Name)]
public class WastefulStackTests(BuiltTree built)
{
    /// <summary>Policy and resource, and what its message has to say: what was found, what is allowed and what to do.</summary>
    public static TheoryData<string, string, string[]> Violations => new()
    {
        {
            "no-oversized-instances", "classifier",
            ["classifier: resourceConfig.instanceType is ml.p4d.24xlarge", "0.35 billion parameters (full) needs 7.3 GB", "Use ml.g4dn.xlarge"]
        },
        {
            "spot-training-required", "nightly",
            ["nightly: enableManagedSpotTraining is false, expected true", "Set it, with checkpointConfig.s3Uri", "above 3600 seconds"]
        },
        {
            "bucket-lifecycle-required", "datasets",
            ["datasets: ", "no lifecycle configuration", "expected an Enabled one", "Add a rule"]
        },
        {
            "bucket-lifecycle-required", "models",
            ["models: ", "no lifecycle configuration", "expected an Enabled one", "lifecycleConfiguration"]
        },
        {
            "no-oversized-instances", "launcher",
            ["launcher: definition.States.Train.Parameters.ResourceConfig.InstanceType is ml.p5.48xlarge", "8 × H100", "Use four GPUs at most"]
        },
        {
            "spot-training-required", "launcher",
            ["launcher: definition.States.Train.Parameters.EnableManagedSpotTraining is false, expected true", "Set it, with CheckpointConfig.S3Uri"]
        },
        {
            "runtime-capped", "launcher",
            ["launcher: definition.States.Train.Parameters.StoppingCondition.MaxRuntimeInSeconds is not set", "Set it"]
        },
        { "idle-shutdown", "undecided", ["undecided: lifecycleConfigName is not set", "Give it a lifecycle configuration"] },
        { "cost-tags", "datasets", ["datasets: tags has no team", "Add them"] },
        { "budget-present", "wasteful-dev", ["has no budget, expected one", "Add an aws.budgets.Budget"] },
    };

    [Fact]
    public async Task The_offline_preview_ends_with_5()
    {
        var preview = await built.OfflinePreviewAsync(TestStack.Wasteful);
        preview.Run.Ended(5);

        var shown = await built.RunOfflineAsync(TestStack.Wasteful);

        shown.Ended(5);
        Assert.Contains($"Mandatory violations ({Mandatory(preview.Plan.Findings).Count()})", shown.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_CLI_ends_with_1()
    {
        RealPulumi.Require("pulumi-resource-aws-native");

        (await built.CliPreviewAsync(TestStack.Wasteful)).Run.Ended(1);
    }

    [Theory]
    [MemberData(nameof(Violations))]
    public async Task Offline_the_message_says_what_and_what_to_do(string policy, string resource, string[] says) =>
        AssertViolation((await built.OfflinePreviewAsync(TestStack.Wasteful)).Plan.Findings, policy, resource, says);

    [SkippableTheory]
    [MemberData(nameof(Violations))]
    public async Task Under_the_CLI_the_message_says_what_and_what_to_do(string policy, string resource, string[] says)
    {
        RealPulumi.Require("pulumi-resource-aws-native");

        AssertViolation((await built.CliPreviewAsync(TestStack.Wasteful)).Plan.Findings, policy, resource, says);
    }

    [SkippableFact]
    public async Task An_audit_of_the_deployed_stack_finds_the_same_and_what_the_preview_could_not_tell()
    {
        RealPulumi.Require("pulumi-resource-aws-native");
        var workspace = await built.WorkspaceAsync();
        var folder = await built.FolderOfAsync(TestStack.Wasteful);
        var executable = await built.PackExecutableAsync();
        string[] configuration = ["--policy-pack-config", Path.Combine(await built.PackFolderAsync(), "config", "prod.json")];
        await built.InitializeAsync(TestStack.Wasteful);
        var previewed = (await built.CliPreviewAsync(TestStack.Wasteful, executable, configuration)).Plan.Findings;
        var state = Path.Combine(workspace.Scratch, "wasteful.json");
        try
        {
            (await workspace.PulumiInAsync(folder, "up", "--yes", "--skip-preview", "--stack", "dev")).Ended(0);
            (await workspace.PulumiInAsync(folder, "stack", "export", "--stack", "dev", "--file", state)).Ended(0);
        }
        finally
        {
            // Other tests preview the stack as one that is not deployed.
            (await workspace.PulumiInAsync(folder, "destroy", "--yes", "--skip-preview", "--stack", "dev")).Ended(0);
        }

        var audit = await workspace.PulumiInAsync(
            folder, ["policy", "analyze", "--json", "--file", state, "--policy-pack", executable, .. configuration]);

        audit.Ended(1);
        var found = CliPlan.Findings(audit.OutputLines).ToArray();
        Assert.Empty(AuditComparison.Differences(previewed, found));
        Assert.Contains(previewed, Plan.IsOpen);
        Assert.Superset(
            new HashSet<string> { "no-oversized-instances", "spot-training-required" },
            PoliciesAgainst(found, "undecided-launcher").ToHashSet());
    }

    private static void AssertViolation(IEnumerable<JsonObject> findings, string policy, string resource, string[] says)
    {
        var finding = Assert.Single(findings, finding => (string)finding["policy"]! == policy && IsOf(finding, resource));
        Assert.Equal("mandatory", (string)finding["level"]!);
        Assert.All(says, text => Assert.Contains(text, (string)finding["message"]!, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Mandatory(IEnumerable<JsonObject> findings) =>
        findings.Where(finding => (string)finding["level"]! == "mandatory").Select(finding => finding.ToJsonString());

    private static IEnumerable<string> PoliciesAgainst(IEnumerable<JsonObject> findings, string resource) => findings
        .Where(finding => IsOf(finding, resource) && (string)finding["level"]! == "mandatory")
        .Select(finding => (string)finding["policy"]!)
        .Order(StringComparer.Ordinal);

    private static bool IsOf(JsonObject finding, string resource) =>
        ((string)finding["urn"]!).EndsWith($"::{resource}", StringComparison.Ordinal);
}
