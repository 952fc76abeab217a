using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Infra.Training;

namespace Infra.Tests.Training;

public class TrainingGuardTests
{
    [Fact]
    public async Task There_is_no_guard_unless_asked_for() => Assert.Empty(
        (await Deploy(new TrainingGuardSettings())).All("ml:training:TrainingGuard"));

    [Fact]
    public async Task Jobs_that_begin_or_end_wake_it()
    {
        var stack = await Deploy(new() { Enabled = true });

        var pattern = JsonNode.Parse((string)stack.Single("aws:cloudwatch/eventRule:EventRule")["eventPattern"]!)!;
        Assert.Equal("""["aws.sagemaker"]""", pattern["source"]!.ToJsonString());
        Assert.Equal("""["SageMaker Training Job State Change"]""", pattern["detail-type"]!.ToJsonString());
        Assert.Equal(
            """{"TrainingJobStatus":["InProgress","Completed","Failed","Stopped"]}""", pattern["detail"]!.ToJsonString());
        var target = stack.Single("aws:cloudwatch/eventTarget:EventTarget");
        Assert.Equal("$.detail", target["inputPath"]);
        Assert.Equal("training-guard-1234567", target["rule"]);
        Assert.EndsWith("stateMachine:StateMachine/training-guard-1234567", (string)target["arn"]!, StringComparison.Ordinal);
        Assert.EndsWith("role:Role/training-guard-events-1234567", (string)target["roleArn"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_GPU_check_the_end_of_a_job_wakes_nothing()
    {
        var stack = await Deploy(new() { Enabled = true, CheckUtilization = false });

        Assert.Contains(
            """{"TrainingJobStatus":["InProgress"]}""",
            (string)stack.Single("aws:cloudwatch/eventRule:EventRule")["eventPattern"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_knows_the_roles_of_every_family_by_what_they_are_for()
    {
        var stack = await Deploy(new() { Enabled = true, StopJobs = true });

        var rules = Definition(stack)["States"]!["Judge"]!["Choices"]!.AsArray()
            .ToDictionary(rule => (string)rule!["Next"]!, rule => (string)rule!["Condition"]!);
        const string Roles = "arn:aws:iam::123456789012:role/";
        Assert.Contains(
            $"""$not($states.input.role in ["{Roles}assistant-on-demand-1234567","{Roles}urgent-on-demand-1234567"])""",
            rules["StopJob"], StringComparison.Ordinal);
        Assert.Contains(
            $"""$states.input.role in ["{Roles}assistant-training-1234567","{Roles}ranking-training-1234567"] """,
            rules["StopJob"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_without_families_can_have_one_too()
    {
        var stack = await DeployedStack.Of(Valid.Stack with { TrainingGuard = new() { Enabled = true, StopJobs = true } });

        Assert.Contains("$states.input.role in []", (string)stack.Single("aws:sfn/stateMachine:StateMachine")["definition"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_may_start_itself_and_nothing_else()
    {
        var stack = await Deploy(new() { Enabled = true });

        var starting = stack.All("aws:iam/rolePolicy:RolePolicy").SelectMany(IamDocuments.Statements)
            .Where(statement => statement.Actions.Contains("states:StartExecution")).ToArray();
        Assert.Equal(["training-guard-events", "training-guard-hand-over"], starting.Select(statement => statement.Owner).Order());
        Assert.All(starting, statement => Assert.Equal(
            ["arn:aws:states:us-east-1:123456789012:stateMachine:training-guard-1234567"], statement.Resources));
    }

    [Theory]
    [InlineData(false, false, "sagemaker:DescribeTrainingJob", "sns:Publish")]
    [InlineData(false, true, "cloudwatch:GetMetricData", "sagemaker:DescribeTrainingJob", "sns:Publish")]
    [InlineData(true, false, "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob", "sns:Publish")]
    public async Task It_may_do_what_its_settings_ask_for(bool stop, bool check, params string[] expected)
    {
        var stack = await Deploy(new() { Enabled = true, StopJobs = stop, CheckUtilization = check });

        var actions = stack.All("aws:iam/rolePolicy:RolePolicy").Single(policy => policy.Name == "training-guard");
        Assert.Equal(
            expected,
            IamDocuments.Statements(actions).SelectMany(statement => statement.Actions)
                .Where(action => !action.StartsWith("logs:", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Reports_go_to_its_topic_and_from_there_to_each_address()
    {
        var stack = await Deploy(new() { Enabled = true, Emails = ["a@example.com", "b@example.com"] });

        var subscriptions = stack.All("aws:sns/topicSubscription:TopicSubscription");
        Assert.Equal(["a@example.com", "b@example.com"], subscriptions.Select(subscription => subscription["endpoint"]).Order());
        Assert.All(subscriptions, subscription => Assert.Equal("email", subscription["protocol"]));
        Assert.Equal(
            "arn:aws:sns:us-east-1:123456789012:training-guard-1234567",
            await Outputs.ValueAsync(((Dictionary<string, object?>)stack.Outputs["trainingGuard"]!)["topicArn"]));
    }

    private static JsonNode Definition(DeployedStack stack) => JsonNode.Parse((string)stack
        .All("aws:sfn/stateMachine:StateMachine").Single(machine => machine.Name == "training-guard")["definition"]!)!;

    private static Task<DeployedStack> Deploy(TrainingGuardSettings guard) => DeployedStack.Of(Valid.Stack with
    {
        TrainingGuard = guard,
        TrainingFamilies = new SortedDictionary<string, TrainingFamily>
        {
            ["assistant"] = Valid.Family,
            ["ranking"] = Valid.Family with { OnDemandFallback = false },
            ["urgent"] = Valid.Family with { Spot = false },
        },
    });
}
