using System.Text.Json.Nodes;

namespace Cli.Tests;

/// <summary>Programs in another language than ours, with resources of both AWS providers, judged by the pack under the real CLI.</summary>
[Collection(BuiltTreeCollection.Name)]
public class YamlProgramTests(BuiltTree built)
{
    private const string Oversized = "no-oversized-instances";
    private const string Spot = "spot-training-required";
    private const string Lifecycle = "bucket-lifecycle-required";

    /// <summary>The pack as a folder, and as a published executable.</summary>
    public static TheoryData<bool> Forms => [false, true];

    private static readonly TestStack Good = TestStack.OfProgram("good");
    private static readonly TestStack Bad = TestStack.OfProgram("bad");

    /// <summary>What cannot be told of the good program before it is deployed, by every policy of the pack.</summary>
    private static readonly Expected[] Undecided =
    [
        new(Oversized, "undecided", "string value at .instanceType can't be known"),
        new("no-previous-generation", "undecided", "string value at .instanceType can't be known"),
        .. ((string[])
        [
            Oversized, Spot, "no-previous-generation", "no-volume-key-on-nvme", "runtime-capped", "spot-checkpoint", "spot-no-warm-pool",
            "spot-wait-consistent",
        ]).Select(policy => new Expected(policy, "undecided-launcher", "string value at .definitionString can't be known")),
        new(Oversized, "undecided-training", "string value at .resourceConfig.instanceType can't be known"),
        new("no-previous-generation", "undecided-training", "string value at .resourceConfig.instanceType can't be known"),
        .. ((string[])[Spot, "spot-checkpoint", "spot-wait-consistent"])
            .Select(policy => new Expected(policy, "undecided-training", "value at .enableManagedSpotTraining can't be known")),
        // The Region comes from the environment, so that nothing has a price.
        new("monthly-cost-ceiling", "good-programs-dev", "leaves out what is not priced", "Set aws:region in the stack file"),
    ];

    /// <summary>What the three policies of the mission find; the bad program breaks others too.</summary>
    private static readonly Expected[] Violations =
    [
        new(Lifecycle, "forgotten", "no lifecycle configuration", "expected an Enabled one", "Add a rule"),
        new(Lifecycle, "disabled", "disabled-lifecycle has only Disabled rules", "expected an Enabled one", "Add a rule"),
        new(Lifecycle, "native-forgotten", "no lifecycle configuration", "expected an Enabled one", "lifecycleConfiguration"),
        new(Oversized, "notebook", "instanceType is ml.g5.12xlarge", "4 × A10G", "Use one GPU at most"),
        new(Oversized, "native-notebook", "instanceType is ml.p3.8xlarge", "4 × V100, P family", "Use one GPU at most"),
        new(Oversized, "serving", "shadowProductionVariants[0].instanceType is ml.g5.48xlarge", "8 × A10G", "Use four GPUs at most"),
        new(Oversized, "small-model", "resourceConfig.instanceType is ml.p4d.24xlarge", "needs 10.4 GB", "Use ml.g4dn.xlarge"),
        new(Oversized, "cluster", "instanceGroups[0].instanceType is ml.p5.48xlarge", "8 × H100", "Use four GPUs at most"),
        new(Oversized, "half-known", "productionVariants[1].instanceType is ml.p5.48xlarge", "8 × H100", "Use four GPUs at most"),
        new(Oversized, "launcher", "definition.States.TrainOnDemand.Parameters.ResourceConfig.InstanceType is ml.p4d.24xlarge", "8 × A100"),
        new(Oversized, "native-launcher", ".ItemProcessor.States.Train.Parameters.ResourceConfig.InstanceType is ml.g5.48xlarge", "8 × A10G"),
        new(Oversized, "pipeline", """Steps["Good"].Arguments.ElseSteps["Train"].Arguments.ResourceConfig.InstanceType is ml.p5.48xlarge""", "8 × H100"),
        new(Oversized, "secret-notebook", "instanceType is [secret]", "Use one GPU at most"),
        new(Oversized, "secret-launcher", "definition is [secret]", "Use four GPUs at most"),
        new(Spot, "on-demand", "enableManagedSpotTraining is not set, expected true", "Set it", "above 3600 seconds"),
        new(Spot, "launcher", "EnableManagedSpotTraining is false, expected true", "reached from TrainOnSpot", "Set it"),
        new(Spot, "native-launcher", "EnableManagedSpotTraining is false, expected true", "Set it"),
        new(Spot, "pipeline", """ElseSteps["Train"].Arguments.EnableManagedSpotTraining is not set, expected true""", "Set it"),
        new(Spot, "tuning", "trainingJobDefinitions[0].enableManagedSpotTraining is not set, expected true", "Set it"),
        new(Spot, "secret-launcher", "definition is [secret], expected true"),
    ];

    [SkippableTheory]
    [MemberData(nameof(Forms))]
    public async Task The_good_program_passes_and_only_what_is_not_known_yet_is_left_open(bool asExecutable)
    {
        Require();

        var preview = await PreviewAsync(Good, asExecutable);

        preview.Run.Ended(0);
        AssertFindings("advisory", Undecided, preview.Plan.Findings);
    }

    [SkippableTheory]
    [MemberData(nameof(Forms))]
    public async Task The_bad_program_is_rejected_for_each_of_its_faults(bool asExecutable)
    {
        Require();

        var preview = await PreviewAsync(Bad, asExecutable);

        preview.Run.Ended(1);
        var ofMission = preview.Plan.Findings.Where(finding => Violations.Any(expected => expected.Policy == (string)finding["policy"]!)).ToArray();
        AssertFindings("mandatory", Violations, ofMission.Where(finding => !IsOpen(finding)));
        AssertFindings(
            "advisory",
            [new(Oversized, "half-known", "string value at .productionVariants.0.instanceType can't be known")],
            ofMission.Where(IsOpen));
    }

    [SkippableTheory]
    [MemberData(nameof(Forms))]
    public async Task What_is_secret_appears_nowhere(bool asExecutable)
    {
        Require();

        var preview = await PreviewAsync(Bad, asExecutable);

        Assert.Contains("secret-notebook", preview.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("ml.p4de.24xlarge", preview.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("ml.p5e.48xlarge", preview.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("A100", Message(preview.Plan.Findings, Oversized, "secret-notebook"), StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", Message(preview.Plan.Findings, Spot, "secret-launcher"), StringComparison.Ordinal);
    }

    private static void Require() => RealPulumi.Require("pulumi-language-yaml", "pulumi-resource-aws-native");

    private async Task<Previews.StackPreview> PreviewAsync(TestStack program, bool asExecutable)
    {
        if (!asExecutable)
        {
            return await built.CliPreviewAsync(program);
        }

        await built.InitializeAsync(program);
        return await built.CliPreviewAsync(program, await built.PackExecutableAsync());
    }

    /// <summary>These findings and no other, each with what its message has to say.</summary>
    private static void AssertFindings(string level, Expected[] expected, IEnumerable<JsonObject> findings)
    {
        var found = findings.ToArray();
        Assert.Equal(
            expected.Select(finding => $"{finding.Policy} {finding.Resource}").Order(StringComparer.Ordinal),
            found.Select(finding => $"{finding["policy"]} {Resource(finding)}").Order(StringComparer.Ordinal));
        Assert.All(found, finding => Assert.Equal(level, (string)finding["level"]!));
        Assert.All(expected, finding =>
        {
            var message = Message(found, finding.Policy, finding.Resource);
            Assert.All(finding.Says, text => Assert.Contains(text, message, StringComparison.Ordinal));
        });
    }

    private static string Message(IEnumerable<JsonObject> findings, string policy, string resource) =>
        (string)findings.First(finding => (string)finding["policy"]! == policy && Resource(finding) == resource)["message"]!;

    private static bool IsOpen(JsonObject finding) => ((string)finding["message"]!).StartsWith("can't run policy", StringComparison.Ordinal);

    private static string Resource(JsonObject finding) => ((string)finding["urn"]!).Split("::")[^1];

    /// <summary>A finding: policy, resource, and pieces of its message.</summary>
    private sealed record Expected(string Policy, string Resource, params string[] Says);
}
