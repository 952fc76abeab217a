using Infra.Cleanup;
using Infra.Hosting;
using Infra.Tests.Builders;

namespace Infra.Tests.Cleanup;

public class IdleEndpointSweeperTests
{
    [Fact]
    public async Task There_is_no_sweeper_unless_asked_for() =>
        Assert.Empty((await Deploy(new())).All("ml:cleanup:IdleEndpointSweeper"));

    [Fact]
    public async Task A_schedule_starts_it()
    {
        var stack = await Deploy(new() { Enabled = true, TimeZone = "Europe/Berlin" });

        var schedule = stack.Single("aws:scheduler/schedule:Schedule");
        Assert.Equal("cron(0 6 ? * MON *)", schedule["scheduleExpression"]);
        Assert.Equal("Europe/Berlin", schedule["scheduleExpressionTimezone"]);
        Assert.EndsWith("stateMachine:StateMachine/endpoint-sweeper-1234567", (string)schedule["target.arn"]!, StringComparison.Ordinal);
        Assert.EndsWith("role:Role/endpoint-sweeper-schedule-1234567", (string)schedule["target.roleArn"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_opting_in_it_may_delete_nothing() => Assert.DoesNotContain(
        await Actions(new() { Enabled = true }),
        action => action.Contains("Delete", StringComparison.Ordinal) || action.Contains("Deregister", StringComparison.Ordinal));

    [Fact]
    public async Task Who_may_delete_an_endpoint_may_deregister_its_scaling()
    {
        var actions = await Actions(new() { Enabled = true, Delete = true });

        Assert.Contains("sagemaker:DeleteEndpoint", actions);
        Assert.Contains("application-autoscaling:DeleteScalingPolicy", actions);
        Assert.Contains("application-autoscaling:DeregisterScalableTarget", actions);
    }

    [Fact]
    public async Task IAM_itself_keeps_it_from_the_stack_s_endpoints()
    {
        var stack = await Deploy(new() { Enabled = true, Delete = true });

        var denied = stack.All("aws:iam/rolePolicy:RolePolicy").SelectMany(IamDocuments.Statements)
            .Where(statement => statement.Effect == "Deny").ToArray();
        var names = stack.All("aws:sagemaker/endpoint:Endpoint").Select(endpoint => $"{endpoint.Name}-1234567").ToArray();
        Assert.Equal(2, names.Length);
        Assert.Equal(
            names.Select(name => $"arn:aws:sagemaker:us-east-1:123456789012:endpoint/{name}").Order(),
            Assert.Single(denied, statement => statement.Conditions is null).Resources.Order());
        Assert.Contains(denied, statement =>
            statement.Conditions?["StringEquals"]?["aws:ResourceTag/component"]?.AsArray().Count == 4);
        var definition = (string)stack.Single("aws:sfn/stateMachine:StateMachine")["definition"]!;
        Assert.All(names, name => Assert.Contains($"\\\"{name}\\\"", definition, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_component_that_serves_is_known_by_its_tag() => Assert.Equal(
        typeof(StackSettings).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(RealtimeEndpoint).Namespace && type.IsSubclassOf(typeof(Pulumi.ComponentResource)))
            .Select(type => type.Name).Order(),
        SweeperSite.HostingComponents);

    [Theory]
    [InlineData("cron(0 6 ? * MON *)", true)]
    [InlineData("rate(7 days)", true)]
    [InlineData("rate(1 day)", true)]
    [InlineData("rate(0 days)", false)]
    [InlineData("rate(7 fortnights)", false)]
    [InlineData("cron(0 6 * * *)", false)]
    [InlineData("every Monday", false)]
    public void A_schedule_is_an_expression_that_Scheduler_takes(string schedule, bool isValid) =>
        Assert.Equal(isValid, Infra.Settings.Rules.Check(new SweeperSettings { Schedule = schedule }, "sweeper").Count == 0);

    private static async Task<string[]> Actions(SweeperSettings settings)
    {
        var stack = await Deploy(settings);
        var policy = stack.All("aws:iam/rolePolicy:RolePolicy").Single(candidate => candidate.Name == "endpoint-sweeper");
        return [.. IamDocuments.Statements(policy)
            .SelectMany(statement => statement.Actions)
            .Where(action => !action.StartsWith("logs:", StringComparison.Ordinal))];
    }

    private static Task<DeployedStack> Deploy(SweeperSettings sweeper) => DeployedStack.Of(Valid.Stack with
    {
        Sweeper = sweeper,
        MultiModelEndpoints = new SortedDictionary<string, MultiModelSettings> { ["forecasts"] = Valid.MultiModel },
        ServerlessEndpoints = new SortedDictionary<string, ServerlessSettings> { ["pricing"] = Valid.Serverless },
    });
}
