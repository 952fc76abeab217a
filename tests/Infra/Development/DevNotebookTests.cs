using System.Text;
using System.Text.Json.Nodes;
using Infra.Development;
using Infra.Settings;
using Infra.Tests.Builders;

namespace Infra.Tests.Development;

public class DevNotebookTests
{
    [Fact]
    public async Task It_installs_its_idle_stopper_whenever_it_starts()
    {
        var stack = await Deploy(new() { IdleMinutes = 45 });

        var configuration = stack.Single("aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration");
        var script = Encoding.UTF8.GetString(Convert.FromBase64String((string)configuration["onStart"]!));
        Assert.StartsWith("#!/bin/bash\n", script, StringComparison.Ordinal);
        Assert.Contains("--minutes 45 ", script, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", script, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', script);
        var notebook = stack.Single("aws:sagemaker/notebookInstance:NotebookInstance");
        Assert.Equal("research-1234567", notebook["lifecycleConfigName"]);
        Assert.Equal("Disabled", notebook["rootAccess"]);
    }

    [Fact]
    public void The_script_fits_into_a_lifecycle_configuration() =>
        Assert.InRange(StartScript.Encoded(1440).Length, 1, StartScript.MaxLength);

    [Fact]
    public async Task It_is_stopped_every_night_in_its_time_zone()
    {
        var stack = await Deploy(new() { StopAt = "19:30", TimeZone = "Europe/Berlin" });

        var schedule = stack.Single("aws:scheduler/schedule:Schedule");
        Assert.Equal("cron(30 19 * * ? *)", schedule["scheduleExpression"]);
        Assert.Equal("Europe/Berlin", schedule["scheduleExpressionTimezone"]);
        Assert.Equal("arn:aws:scheduler:::aws-sdk:sagemaker:stopNotebookInstance", schedule["target.arn"]);
        Assert.Equal(
            "research-1234567", (string?)JsonNode.Parse((string)schedule["target.input"]!)!["NotebookInstanceName"]);
    }

    [Fact]
    public async Task Nobody_may_stop_another_notebook_with_its_roles()
    {
        var stack = await Deploy(new());

        var stopping = stack.All("aws:iam/rolePolicy:RolePolicy").SelectMany(IamDocuments.Statements)
            .Where(statement => statement.Actions.Contains("sagemaker:StopNotebookInstance")).ToArray();
        Assert.Equal(["research-notebook", "research-stop"], stopping.Select(statement => statement.Owner).Order());
        Assert.All(stopping, statement => Assert.Equal(
            ["arn:aws:sagemaker:us-east-1:123456789012:notebook-instance/research-1234567"], statement.Resources));
    }

    [Fact]
    public void A_type_that_notebooks_do_not_have_is_refused() => Assert.Contains(
        "g6e and g7e are none",
        Assert.Single(Rules.Check(new NotebookSettings { InstanceType = "ml.g6e.xlarge" }, "notebooks.research")).ToString(),
        StringComparison.Ordinal);

    private static Task<DeployedStack> Deploy(NotebookSettings notebook) => DeployedStack.Of(Valid.Stack with
    {
        Notebooks = new SortedDictionary<string, NotebookSettings> { ["research"] = notebook },
    });
}
