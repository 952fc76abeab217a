using Infra.Governance;
using Infra.Settings;
using Infra.Tests.Builders;

namespace Infra.Tests.Governance;

public class AccountBaselineTests
{
    private static readonly AccountBaselineSettings On = new() { Enabled = true };

    [Fact]
    public async Task A_stack_has_none_unless_asked() =>
        Assert.Empty((await DeployedStack.Of(Valid.Stack)).All("ml:governance:AccountBaseline"));

    [Fact]
    public async Task Log_groups_that_SageMaker_names_forget()
    {
        var groups = (await Deploy(On)).All("aws:cloudwatch/logGroup:LogGroup");

        Assert.Equal(
            ["/aws/sagemaker/NotebookInstances", "/aws/sagemaker/ProcessingJobs", "/aws/sagemaker/TrainingJobs",
                "/aws/sagemaker/TransformJobs", "/aws/sagemaker/studio"],
            groups.Select(group => (string)group["name"]!).Order(StringComparer.Ordinal));
        Assert.All(groups, group => Assert.Equal(30, group["retentionInDays"]));
    }

    [Fact]
    public async Task Cost_tags_are_activated_or_the_command_is_an_output()
    {
        var active = await Deploy(On with { ActivateCostTags = true });
        var told = await Deploy(On);

        Assert.Equal(
            CostTags.Keys.Order(), active.All("aws:costexplorer/costAllocationTag:CostAllocationTag").Select(tag => (string)tag["tagKey"]!).Order());
        Assert.Empty(told.All("aws:costexplorer/costAllocationTag:CostAllocationTag"));
        var outputs = Assert.IsType<Dictionary<string, object?>>(told.Outputs["accountBaseline"]);
        Assert.EndsWith(
            "TagKey=team,Status=Active TagKey=environment,Status=Active TagKey=cost-category,Status=Active TagKey=component,Status=Active",
            (string?)outputs["activateCostTags"]);
    }

    [Fact]
    public async Task The_monitor_by_service_is_made_only_where_asked()
    {
        Assert.Empty((await Deploy(On)).All("aws:costexplorer/anomalyMonitor:AnomalyMonitor"));
        var stack = await Deploy(On with { ServiceMonitor = true, Emails = ["ml@example.com"] });

        Assert.Equal("SERVICE", stack.Single("aws:costexplorer/anomalyMonitor:AnomalyMonitor")["monitorDimension"]);
        Assert.Equal("DAILY", stack.Single("aws:costexplorer/anomalySubscription:AnomalySubscription")["frequency"]);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        Assert.Single(Rules.Check(On with { ServiceMonitor = true }, "accountBaseline"));
        Assert.Single(Rules.Check(new AccountBaselineSettings { ActivateCostTags = true }, "accountBaseline"));
    }

    private static Task<DeployedStack> Deploy(AccountBaselineSettings settings) =>
        DeployedStack.Of(Valid.Stack with { AccountBaseline = settings });
}
