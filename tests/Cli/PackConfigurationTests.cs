using System.Text.Json.Nodes;
using Cli.Tests.Previews;

namespace Cli.Tests;

/// <summary>
/// What a configuration of the pack says beyond levels is done under the real CLI too: repairs reach the plan, and what is exempt, or
/// strict about what is not known, is told.
/// </summary>
[Collection(BuiltTreeCollection.Name)]
public class PackConfigurationTests(BuiltTree built)
{
    private static readonly TestStack Repairable = TestStack.OfProgram("repairable");

    [SkippableFact]
    public async Task Repaired_inputs_are_what_is_planned_and_exemptions_are_told()
    {
        RealPulumi.Require("pulumi-language-yaml");
        var tree = (await built.WorkspaceAsync()).Tree;
        string[] arguments = ["--policy-pack-config", Path.Combine(tree, Repairable.Folder, "pack.json")];
        await built.InitializeAsync(Repairable);

        var cli = await built.CliPreviewAsync(Repairable, await built.PackFolderAsync(), arguments);

        cli.Run.Ended(0);
        AssertRepaired(cli.Plan);
        Assert.DoesNotContain("hush-hush", cli.Everything, StringComparison.Ordinal);
        Assert.Collection(
            Findings(cli.Plan),
            finding => Assert.Matches(
                "^advisory bucket-lifecycle-required repairable-programs-dev: .*\nThe exemption of urn:pulumi:\\*::forgotten .* is used nowhere",
                finding),
            finding => Assert.Matches(
                "^advisory bucket-lifecycle-required scratch: .*\nexempt until 9999-12-31, owner: data-platform, reason: a job empties it\nscratch: ",
                finding),
            finding => Assert.Matches(
                "^advisory no-oversized-instances notebook: .*\ncan't run policy .*, and the setting unknown of the policy is violation\\.\n.* makes it known.*$",
                finding));
    }

    private static void AssertRepaired(Plan plan)
    {
        Assert.Equal("14", Inputs(plan, "logs")["retentionInDays"]!.ToJsonString());

        var lifecycle = Inputs(plan, "artifacts-lifecycle");
        Assert.Equal(["models", "abort-incomplete-uploads"], lifecycle["rules"]!.AsArray().Select(rule => (string)rule!["id"]!));
        Assert.Equal(
            ["GLACIER_IR 90"],
            lifecycle["rules"]![0]!["transitions"]!.AsArray().Select(move => $"{move!["storageClass"]} {move["days"]}"));
        Assert.NotNull(lifecycle["bucket"]);

        var trainer = Inputs(plan, "trainer");
        Assert.True((bool)trainer["enableManagedSpotTraining"]!);
        Assert.Equal("7200 14400", $"{trainer["stoppingCondition"]!["maxRuntimeInSeconds"]} {trainer["stoppingCondition"]!["maxWaitTimeInSeconds"]}");
        Assert.NotNull(trainer["checkpointConfig"]!["s3Uri"]);
        Assert.Equal(Plan.Secret, (string)trainer["hyperParameters"]!["api_key"]!);
        Assert.Equal("trainer ml-platform", $"{trainer["tags"]!["component"]} {trainer["tags"]!["team"]}");
    }

    private static JsonObject Inputs(Plan plan, string name) => plan.Resources
        .Single(resource => resource.Key.EndsWith($"::{name}", StringComparison.Ordinal)).Value["inputs"]!.AsObject();

    private static IEnumerable<string> Findings(Plan plan) => plan.Findings
        .Select(finding => $"{finding["level"]} {finding["policy"]} {((string)finding["urn"]!).Split("::")[^1]}: {finding["message"]}")
        .Order(StringComparer.Ordinal);
}
