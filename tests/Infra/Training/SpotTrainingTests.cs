using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Infra.Training;

namespace Infra.Tests.Training;

public class SpotTrainingTests
{
    [Fact]
    public async Task The_launcher_waits_for_its_jobs_and_logs_what_goes_wrong()
    {
        var stack = await Deploy(Valid.Family);

        var launcher = stack.Single("aws:sfn/stateMachine:StateMachine");
        Assert.Equal("STANDARD", launcher["type"]);
        Assert.Equal("ERROR", launcher["loggingConfiguration.level"]);
        Assert.EndsWith(":*", (string)launcher["loggingConfiguration.logDestination"]!, StringComparison.Ordinal);
        var log = stack.Single("aws:cloudwatch/logGroup:LogGroup");
        Assert.Equal(30, log["retentionInDays"]);
        Assert.Equal("/aws/vendedlogs/states/sagemaker-infra-test-ranking-", log["namePrefix"]);
    }

    [Fact]
    public async Task The_definition_uses_the_role_bucket_and_key_of_the_stack()
    {
        var stack = await Deploy(Valid.Family);

        var request = Definition(stack)["States"]!["TrainOnSpot"]!["Parameters"]!;
        Assert.Equal("arn:aws:iam::123456789012:role/ranking-training-1234567", (string?)request["RoleArn"]);
        Assert.Equal("s3://artifacts-1234567/checkpoints/ranking/", (string?)request["CheckpointConfig"]!["S3Uri"]);
        Assert.Equal(
            "arn:aws:kms:us-east-1:123456789012:alias/sagemaker-infra-test-artifacts",
            (string?)request["OutputDataConfig"]!["KmsKeyId"]);
    }

    [Fact]
    public async Task What_the_workload_declares_about_its_model_stands_on_launcher_and_jobs()
    {
        var stack = await Deploy(Valid.Family with { ModelParametersBillions = 7.5m, TrainingMode = "lora" });

        var launcher = stack.Single("aws:sfn/stateMachine:StateMachine");
        Assert.Equal("7.5", launcher.Tags["model-parameters-billions"]);
        Assert.Equal("lora", launcher.Tags["training-mode"]);
        var jobTags = Definition(stack)["States"]!["TrainOnSpot"]!["Parameters"]!["Tags"]!.AsArray()
            .ToDictionary(tag => (string)tag!["Key"]!, tag => (string)tag!["Value"]!);
        Assert.Equal(launcher.Tags.Append(KeyValuePair.Create("capacity", "spot")).Order(Comparer), jobTags.Order(Comparer));
    }

    [Fact]
    public async Task A_size_that_nobody_declared_is_not_made_up()
    {
        var launcher = (await Deploy(Valid.Family)).Single("aws:sfn/stateMachine:StateMachine");

        Assert.DoesNotContain("model-parameters-billions", launcher.Tags.Keys);
    }

    [Fact]
    public async Task Each_family_has_roles_of_its_own()
    {
        var stack = await DeployedStack.OfFile("prod");

        var roles = stack.All("aws:iam/role:Role").Where(role => role.Tags["component"] == "SpotTraining");

        Assert.Equal(
            new[] { "adapters", "domain", "foundation", "ranking" }.SelectMany(family => new[] { $"{family}-launcher", $"{family}-training" }),
            roles.Select(role => role.Name).Order(StringComparer.Ordinal));
    }

    private static Comparer<KeyValuePair<string, string>> Comparer { get; } =
        Comparer<KeyValuePair<string, string>>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key));

    private static JsonNode Definition(DeployedStack stack) =>
        JsonNode.Parse((string)stack.Single("aws:sfn/stateMachine:StateMachine")["definition"]!)!;

    private static Task<DeployedStack> Deploy(TrainingFamily family) => DeployedStack.Of(
        Valid.Stack with { TrainingFamilies = new Dictionary<string, TrainingFamily> { ["ranking"] = family } });
}
