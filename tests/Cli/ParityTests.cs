using System.Text.Json.Nodes;
using Cli.Tests.Previews;

namespace Cli.Tests;

/// <summary>
/// What the offline preview says of a stack is what the real CLI says of it. Reading either notation reorders what is a set and writes
/// secrets in one way; nothing is left out, and what differs is listed here.
/// </summary>
[Collection(BuiltTreeCollection.Name)]
public class ParityTests(BuiltTree built)
{
    /// <summary>Inputs that the providers fill in with a name, by type.</summary>
    private static readonly GeneratedName[] GeneratedNames =
    [
        new("aws-native:s3:Bucket", "bucketName"),
        new("aws:appautoscaling/policy:Policy", "name"),
        new("aws:budgets/budget:Budget", "name"),
        new("aws:cloudwatch/eventRule:EventRule", "name"),
        new("aws:cloudwatch/logGroup:LogGroup", "name"),
        new("aws:costexplorer/anomalyMonitor:AnomalyMonitor", "name"),
        new("aws:costexplorer/anomalySubscription:AnomalySubscription", "name"),
        new("aws:ec2/securityGroup:SecurityGroup", "name"),
        new("aws:iam/policy:Policy", "name"),
        new("aws:iam/role:Role", "name"),
        new("aws:iam/rolePolicy:RolePolicy", "name"),
        new("aws:lambda/function:Function", "name"),
        new("aws:s3/bucket:Bucket", "bucket"),
        new("aws:sagemaker/endpoint:Endpoint", "name"),
        new("aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name"),
        // Ends in a hash of its request, which holds the generated names of a role and a bucket.
        new("aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob", "name", "^[a-z]+-{name}-[0-9a-f]{10}$"),
        new("aws:sagemaker/model:Model", "name"),
        new("aws:sagemaker/notebookInstance:NotebookInstance", "name"),
        new("aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration", "name"),
        new("aws:scheduler/schedule:Schedule", "name"),
        new("aws:sfn/stateMachine:StateMachine", "name"),
        new("aws:sns/topic:Topic", "name"),
        new("aws:ssm/parameter:Parameter", "name"),
    ];

    private static readonly Exclusion[] Exclusions =
    [
        new(
            "urn:pulumi:dev::options::aws:s3/bucketObjectv2:BucketObjectv2::uploaded", "outputs.source.text",
            "The event log, the only place where the CLI shows outputs, leaves out the content of assets.",
            "<contents elided>", "Read me."),
    ];

    public static TheoryData<string> Stacks => [.. TestStack.All.Select(stack => stack.Label)];

    [SkippableTheory]
    [MemberData(nameof(Stacks))]
    public async Task Both_previews_plan_the_same_resources(string label)
    {
        var (cli, offline) = await PlansAsync(label);

        var differences = Difference.Between(cli, offline)
            .Where(difference => !Exclusions.Any(exclusion => exclusion.Covers(difference)))
            .ToArray();

        Assert.NotEmpty(cli.Resources);
        Assert.True(differences.Length == 0, string.Join<Difference>('\n', differences));
    }

    [SkippableTheory]
    [MemberData(nameof(Stacks))]
    public async Task Both_previews_report_the_same_findings(string label)
    {
        var (cli, offline) = await PlansAsync(label);

        AssertSame(Texts(cli), Texts(offline));
    }

    [SkippableFact]
    public async Task Both_previews_take_a_configuration_of_the_pack_alike()
    {
        RealPulumi.Require("pulumi-resource-aws-native");
        var workspace = await built.WorkspaceAsync();
        await built.InitializeAsync(TestStack.Wasteful);
        var file = Path.Combine(workspace.Scratch, "limits.json");
        await File.WriteAllTextAsync(file, """
            {
              "all": "advisory",
              "spot-training-required": { "enforcementLevel": "mandatory", "onDemandTypes": ["ml.g5.*"] },
              "no-oversized-instances": { "enforcementLevel": "advisory", "trainingTypes": ["ml.g5.*", "ml.p4d.24xlarge"] },
              "bucket-lifecycle-required": "disabled"
            }
            """);
        string[] arguments = ["--policy-pack-config", file];

        var cli = await built.CliPreviewAsync(TestStack.Wasteful, await built.PackExecutableAsync(), arguments);
        var offline = await built.OfflinePreviewAsync(TestStack.Wasteful, arguments);

        Assert.Equal(
            ["advisory no-oversized-instances launcher", "mandatory spot-training-required launcher"],
            offline.Plan.Findings.Where(finding => !Plan.IsOpen(finding) && (string)finding["policy"]! is "no-oversized-instances" or "spot-training-required")
                .Select(Line).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(offline.Plan.Findings, finding => (string)finding["policy"]! is "bucket-lifecycle-required");
        AssertSame(Texts(cli.Plan), Texts(offline.Plan));
    }

    [SkippableFact]
    public async Task No_exclusion_is_listed_in_vain()
    {
        RealPulumi.Require("pulumi-resource-aws-native");
        var idleNames = GeneratedNames.ToHashSet();
        var idle = Exclusions.ToHashSet();
        foreach (var stack in TestStack.All)
        {
            var (cli, offline) = await PreviewsAsync(stack);
            idleNames.RemoveWhere(name => name.In(cli, offline).Any());
            var differences = Difference.Between(Renamed(cli, offline), offline).ToArray();
            idle.RemoveWhere(exclusion => differences.Any(exclusion.Covers));
        }

        Assert.Empty(idleNames);
        Assert.Empty(idle);
    }

    /// <summary>Both plans, the CLI's with the generated names of the offline preview.</summary>
    private async Task<(Plan Cli, Plan Offline)> PlansAsync(string label)
    {
        RealPulumi.Require("pulumi-resource-aws-native");
        var (cli, offline) = await PreviewsAsync(TestStack.Of(label));
        return (Renamed(cli, offline), offline);
    }

    private async Task<(Plan Cli, Plan Offline)> PreviewsAsync(TestStack stack) =>
        ((await built.CliPreviewAsync(stack)).Plan, (await built.OfflinePreviewAsync(stack)).Plan);

    private static Plan Renamed(Plan cli, Plan offline) => cli.Renamed(
        GeneratedNames.SelectMany(name => name.In(cli, offline)).ToDictionary(pair => pair.Cli, pair => pair.Offline));

    private static string Line(JsonObject finding) => $"{finding["level"]} {finding["policy"]} {((string)finding["urn"]!).Split("::")[^1]}";

    /// <summary>One text of many lines, so that a failure shows which one differs.</summary>
    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));

    private static IEnumerable<string> Texts(Plan plan) =>
        plan.Findings.Select(finding => finding.ToJsonString()).Order(StringComparer.Ordinal);
}
