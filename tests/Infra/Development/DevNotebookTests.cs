using Infra.Development;
using Infra.Settings;
using Infra.Tests.Builders;

namespace Infra.Tests.Development;

public class DevNotebookTests
{
    [Fact]
    public async Task It_is_small_and_installs_what_stops_it()
    {
        var stack = await Deploy(new());

        var notebook = stack.Single("aws:sagemaker/notebookInstance:NotebookInstance");
        Assert.Equal("ml.t3.medium", notebook["instanceType"]);
        Assert.Equal(20, notebook["volumeSize"]);
        Assert.Equal("Disabled", notebook["rootAccess"]);
        Assert.Equal("exploration-1234567", notebook["lifecycleConfigName"]);
        var lifecycle = stack.Single("aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration");
        Assert.Equal(IdleStopper.Encoded(60), lifecycle["onStart"]);
    }

    [Fact]
    public async Task A_schedule_stops_it_every_night_and_does_not_try_into_the_morning()
    {
        var stack = await Deploy(new() { StopAt = "19:30", TimeZone = "Europe/Berlin" });

        var schedule = stack.Single("aws:scheduler/schedule:Schedule");
        Assert.Equal("cron(30 19 * * ? *)", schedule["scheduleExpression"]);
        Assert.Equal("Europe/Berlin", schedule["scheduleExpressionTimezone"]);
        Assert.Equal("arn:aws:scheduler:::aws-sdk:sagemaker:stopNotebookInstance", schedule["target.arn"]);
        Assert.Equal("""{"NotebookInstanceName":"exploration-1234567"}""", schedule["target.input"]);
        Assert.EndsWith("role:Role/exploration-nightly-stop-1234567", (string)schedule["target.roleArn"]!, StringComparison.Ordinal);
        Assert.Equal(900, schedule["target.retryPolicy.maximumEventAgeInSeconds"]);
    }

    [Fact]
    public async Task It_can_run_through_the_night_where_asked()
    {
        var stack = await Deploy(new() { StopNightly = false });

        Assert.Empty(stack.All("aws:scheduler/schedule:Schedule"));
        Assert.DoesNotContain(stack.All("aws:iam/role:Role"), role => role.Name.Contains("nightly", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_the_instance_nor_its_schedule_may_stop_another_one()
    {
        var stack = await Deploy(new());

        var stopping = stack.All("aws:iam/rolePolicy:RolePolicy").SelectMany(IamDocuments.Statements)
            .Where(statement => statement.Actions.Contains("sagemaker:StopNotebookInstance")).ToArray();
        Assert.Equal(["exploration-nightly-stop", "exploration-notebook-stop"], stopping.Select(statement => statement.Owner).Order());
        Assert.All(stopping, statement => Assert.Equal(
            ["arn:aws:sagemaker:us-east-1:123456789012:notebook-instance/exploration-1234567"], statement.Resources));
    }

    [Fact]
    public async Task People_on_it_may_create_no_job_and_no_endpoint() => Assert.DoesNotContain(
        (await Deploy(new())).All("aws:iam/rolePolicy:RolePolicy").SelectMany(IamDocuments.Statements).SelectMany(statement => statement.Actions),
        action => action.StartsWith("sagemaker:Create", StringComparison.Ordinal));

    [Theory]
    [InlineData("ml.g6e.xlarge", 20, "notebooks.x.instanceType")]
    [InlineData("ml.t3.medium", 4, "notebooks.x.volumeGb")]
    public void What_there_is_not_is_refused(string type, int volumeGb, string key) => Assert.Equal(
        [key], Rules.Check(new NotebookSettings { InstanceType = type, VolumeGb = volumeGb }, "notebooks.x").Select(fault => fault.Path));

    private static Task<DeployedStack> Deploy(NotebookSettings notebook) => DeployedStack.Of(Valid.Stack with
    {
        Notebooks = new SortedDictionary<string, NotebookSettings> { ["exploration"] = notebook },
    });
}
