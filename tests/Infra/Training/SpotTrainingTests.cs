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
    public async Task Each_family_has_roles_of_its_own_one_of_them_for_jobs_at_full_price()
    {
        var stack = await DeployedStack.OfFile("prod");

        var roles = stack.All("aws:iam/role:Role").Where(role => role.Tags["component"] == "SpotTraining");

        Assert.Equal(
            new[] { "adapters", "domain", "foundation", "ranking" }
                .SelectMany(family => new[] { $"{family}-launcher", $"{family}-on-demand", $"{family}-training" }),
            roles.Select(role => role.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true, false, "ranking-training")]
    [InlineData(false, true, "ranking-on-demand")]
    [InlineData(true, true, "ranking-on-demand", "ranking-training")]
    public async Task A_role_that_no_job_would_use_does_not_exist(bool spot, bool fallback, params string[] expected)
    {
        var stack = await Deploy(Valid.Family with { Spot = spot, OnDemandFallback = fallback });

        var roles = stack.All("aws:iam/role:Role").Select(role => role.Name).Where(name => name != "ranking-launcher").Order();
        Assert.Equal(expected, roles);
        Assert.Equal(expected.Length, stack.All("aws:iam/rolePolicy:RolePolicy").Count(policy => policy.Name.EndsWith("-key", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_the_launcher_may_pass_the_role_of_jobs_at_full_price()
    {
        var stack = await DeployedStack.OfFile("prod");

        var passing = stack.Registered.SelectMany(IamDocuments.Statements)
            .Where(found => found.Actions.Contains("iam:PassRole"))
            .Where(found => found.Resources.Any(role => role.Contains("-on-demand-", StringComparison.Ordinal)));

        Assert.Equal(
            ["adapters-launcher", "domain-launcher", "foundation-launcher", "ranking-launcher"],
            passing.Select(found => found.Owner).Order());
    }

    [Fact]
    public async Task Whoever_may_start_a_launcher_may_follow_and_stop_what_was_started_and_nothing_else()
    {
        var stack = await Deploy(Valid.Family);

        var policy = stack.Single("aws:iam/policy:Policy");
        var statements = IamDocuments.Statements(policy).ToArray();

        Assert.Equal("ranking-start", policy.Name);
        Assert.Equal(
            ["states:DescribeExecution", "states:StartExecution", "states:StopExecution"],
            statements.SelectMany(statement => statement.Actions).Order());
        Assert.Equal(
            [
                "arn:aws:states:us-east-1:123456789012:execution:ranking-launcher-1234567:*",
                "arn:aws:states:us-east-1:123456789012:stateMachine:ranking-launcher-1234567",
            ],
            statements.SelectMany(statement => statement.Resources).Order());
        Assert.Equal(
            ["states:StartExecution"],
            statements.Single(statement => statement.Resources.Single().Contains(":stateMachine:", StringComparison.Ordinal)).Actions);
    }

    [Fact]
    public async Task The_command_that_trains_is_an_output()
    {
        var stack = await Deploy(Valid.Family);

        var family = (Dictionary<string, object?>)((Dictionary<string, object?>)stack.Outputs["trainingFamilies"]!)["ranking"]!;
        Assert.Equal(
            "aws stepfunctions start-execution --region us-east-1 --state-machine-arn "
                + "arn:aws:states:us-east-1:123456789012:stateMachine:ranking-launcher-1234567",
            await Outputs.ValueAsync(family["start"]));
    }

    [Fact]
    public async Task Quota_is_requested_only_where_the_settings_say_so()
    {
        Assert.Empty((await Deploy(Valid.Family)).All("aws:servicequotas/serviceQuota:ServiceQuota"));
        var stack = await Deploy(Valid.Family with { SpotQuota = new() { Code = "L-1A2B3C4D", Instances = 4 } });

        var quota = stack.Single("aws:servicequotas/serviceQuota:ServiceQuota");
        Assert.Equal(("sagemaker", "L-1A2B3C4D", 4), (quota["serviceCode"], quota["quotaCode"], quota["value"]));
    }

    private static Comparer<KeyValuePair<string, string>> Comparer { get; } =
        Comparer<KeyValuePair<string, string>>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key));

    private static JsonNode Definition(DeployedStack stack) =>
        JsonNode.Parse((string)stack.Single("aws:sfn/stateMachine:StateMachine")["definition"]!)!;

    private static Task<DeployedStack> Deploy(TrainingFamily family) => DeployedStack.Of(
        Valid.Stack with { TrainingFamilies = new Dictionary<string, TrainingFamily> { ["ranking"] = family } });
}
