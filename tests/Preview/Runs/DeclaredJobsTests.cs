using System.Text.Json.Nodes;

namespace Preview.Tests.Runs;

/// <summary>Jobs declared in a stack file, under the repository's own pack.</summary>
public class DeclaredJobsTests
{
    private const string Jobs = """trainingJobs={"baseline":{"family":"ranking"}}""";
    private const string Searches =
        """tuningJobs={"rates":{"family":"ranking","ranges":{"lr":"0.1 to 1"},"metric":"loss","metricRegex":"loss=(.+)","maxTrials":4}}""";
    private const string Pipelines =
        """pipelines={"weekly":{"steps":{"train":{"training":{"family":"ranking"}}}}}""";

    private static readonly string[] Resources =
    [
        "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob::rates", "aws:sagemaker/pipeline:Pipeline::weekly",
        "aws:sagemaker/trainingJob:TrainingJob::baseline",
    ];

    [Fact]
    public async Task Jobs_of_a_family_on_spot_pass()
    {
        var report = await PreviewAsync(0, """{"instanceType":"ml.g4dn.xlarge","spot":true}""");

        Assert.Equal(
            Resources,
            report["resources"]!.AsArray()
                .Select(resource => (string)resource!["urn"]!)
                .Select(urn => Resources.SingleOrDefault(end => urn.EndsWith(end, StringComparison.Ordinal)))
                .OfType<string>()
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("spot-training-required", """{"instanceType":"ml.g4dn.xlarge","spot":false}""")]
    [InlineData("no-oversized-instances", """{"instanceType":"ml.p5.48xlarge","spot":true}""")]
    public async Task A_family_that_wastes_money_violates_in_each_of_them(string policy, string family)
    {
        var report = await PreviewAsync(5, family, "--policy-pack-config", Path.Combine(Built.Root, "policies", "config", "prod.json"));

        var violating = report["policies"]!["findings"]!.AsArray()
            .Where(finding => (string?)finding!["policy"] == policy)
            .Select(finding => (string)finding!["urn"]!)
            .ToArray();
        Assert.All(Resources, end => Assert.Contains(violating, urn => urn.EndsWith(end, StringComparison.Ordinal)));
    }

    private static async Task<JsonObject> PreviewAsync(int exitCode, string family, params string[] arguments)
    {
        var ranking = JsonNode.Parse(family)!.AsObject();
        ranking["image"] = "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1";
        ranking["maxRuntimeMinutes"] = 60;
        var families = new JsonObject { ["ranking"] = ranking }.ToJsonString();
        var run = (await PreviewProcess.RunAsync(
            Built.Root,
            ["dev", "--json", "--config", $"trainingFamilies={families}", "--config", Jobs, "--config", Searches, "--config", Pipelines, .. arguments]))
            .Ended(exitCode);
        return JsonNode.Parse(run.Output)!.AsObject();
    }
}
