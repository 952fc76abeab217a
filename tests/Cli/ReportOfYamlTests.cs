using System.Text.Json.Nodes;
using Cli.Tests.Previews;

namespace Cli.Tests;

/// <summary>Reports of what the real CLI writes of programs in another language than ours.</summary>
[Collection(BuiltTreeCollection.Name)]
public class ReportOfYamlTests(BuiltTree built)
{
    private const string Before = """
        name: orders
        runtime: yaml
        resources:
          data: { type: aws:s3:Bucket, properties: { tags: { team: a } } }
          lab: { type: aws:sagemaker:NotebookInstance, properties: { name: one, instanceType: ml.t3.medium, roleArn: arn:aws:iam::123456789012:role/x } }
          old: { type: aws:sagemaker:NotebookInstance, properties: { instanceType: ml.t3.medium, roleArn: arn:aws:iam::123456789012:role/x } }
          same: { type: aws:sns:Topic }
        """;

    private const string After = """
        name: orders
        runtime: yaml
        resources:
          data: { type: aws:s3:Bucket, properties: { tags: { team: b } } }
          lab: { type: aws:sagemaker:NotebookInstance, properties: { name: two, instanceType: ml.t3.large, roleArn: arn:aws:iam::123456789012:role/x } }
          same: { type: aws:sns:Topic }
          fresh: { type: aws:sqs:Queue }
        """;

    [SkippableFact]
    public async Task An_update_a_replacement_and_a_deletion_are_told_and_priced()
    {
        RealPulumi.Require("pulumi-language-yaml");
        using var workspace = Workspace.Empty();
        var program = Path.Combine(workspace.Tree, "Pulumi.yaml");
        await File.WriteAllTextAsync(program, Before);
        (await workspace.PulumiAsync("stack", "init", "dev")).Ended(0);
        (await workspace.PulumiAsync("config", "set", "aws:region", "us-east-1", "--stack", "dev")).Ended(0);
        (await workspace.PulumiAsync("up", "--yes", "--skip-preview", "--stack", "dev")).Ended(0);
        await File.WriteAllTextAsync(program, After);

        var report = await (await SavedPreview.OfAsync(workspace, workspace.Tree, "dev")).ReportAsync(exitCode: 0);

        Assert.Equal(
            ["create fresh", "delete old", "replace lab", "update data"],
            report["changes"]!.AsArray().Select(change => $"{change!["operation"]} {change["name"]}").Order(StringComparer.Ordinal));
        Assert.Equal(["data", "fresh", "lab", "same"], Names(report["resources"]!).Except(["orders-dev", "default"]).Order(StringComparer.Ordinal));
        Assert.Equal("unpriced", (string?)report["changes"]!.AsArray().Single(change => (string?)change!["name"] == "fresh")!["after"]!["status"]);
        Assert.True((decimal)Change(report, "lab")["difference"]!["ceiling"]! > 0);
        Assert.True((decimal)Change(report, "old")["difference"]!["ceiling"]! < 0);
    }

    [SkippableFact]
    public async Task What_the_pack_says_under_the_CLI_is_what_is_reported()
    {
        RealPulumi.Require("pulumi-language-yaml", "pulumi-resource-aws-native");
        var preview = await built.CliPreviewAsync(TestStack.OfProgram("bad"));

        var report = await SavedPreview.Of((await built.WorkspaceAsync()).Scratch, preview).ReportAsync(exitCode: 5);

        Assert.Equal(
            preview.Plan.Findings.Select(finding => $"{finding["policy"]} {finding["urn"]} {finding["message"]}").Order(StringComparer.Ordinal),
            report["policies"]!["findings"]!.AsArray()
                .Select(finding => $"{finding!["policy"]} {finding["urn"]} {finding["message"]}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(JsonNode resources) => resources.AsArray().Select(resource => (string)resource!["name"]!);

    private static JsonNode Change(JsonNode report, string name) => report["changes"]!.AsArray().Single(change => (string?)change!["name"] == name)!;
}
