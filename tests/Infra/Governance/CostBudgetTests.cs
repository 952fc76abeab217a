using System.Text.Json.Nodes;
using Infra.Governance;
using Infra.Tests.Builders;

namespace Infra.Tests.Governance;

public class CostBudgetTests
{
    [Fact]
    public async Task The_month_is_limited_in_dollars_for_the_named_services()
    {
        var budget = (await Deploy(Valid.Budget with { MonthlyUsd = 18800.50m, Services = ["Amazon SageMaker", "EC2 - Other"] }))
            .Single("aws:budgets/budget:Budget");

        Assert.Equal(
            ("COST", "MONTHLY", "18800.5", "USD"),
            (budget["budgetType"], budget["timeUnit"], budget["limitAmount"], budget["limitUnit"]));
        Assert.Equal("Service", budget["costFilters.0.name"]);
        Assert.Equal(["Amazon SageMaker", "EC2 - Other"], budget.Texts("costFilters.0.values"));
    }

    [Fact]
    public async Task Every_notice_reaches_every_address()
    {
        var budget = (await Deploy(Valid.Budget with { ActualPercent = [80], Emails = ["a@example.com", "b@example.com"] }))
            .Single("aws:budgets/budget:Budget");

        Assert.Equal(2, budget.Count("notifications"));
        Assert.Equal(("ACTUAL", 80), (budget["notifications.0.notificationType"], budget["notifications.0.threshold"]));
        Assert.Equal("FORECASTED", budget["notifications.1.notificationType"]);
        Assert.All(
            Enumerable.Range(0, 2),
            i => Assert.Equal(["a@example.com", "b@example.com"], budget.Texts($"notifications.{i}.subscriberEmailAddresses")));
        Assert.Equal(0, budget.Count("notifications.0.subscriberSnsTopicArns"));
    }

    [Fact]
    public async Task A_topic_is_made_only_where_asked_and_only_Budgets_of_this_account_publish_to_it()
    {
        Assert.Empty((await Deploy(Valid.Budget)).All("aws:sns/topic:Topic"));
        var stack = await Deploy(Valid.Budget with { Topic = true, Emails = [] });

        Assert.Equal(
            "arn:aws:sns:us-east-1:123456789012:total-1234567",
            stack.Single("aws:budgets/budget:Budget")["notifications.0.subscriberSnsTopicArns.0"]);
        var statement = JsonNode.Parse((string)stack.Single("aws:sns/topicPolicy:TopicPolicy")["policy"]!)!["Statement"]![0]!;
        Assert.Equal("budgets.amazonaws.com", (string?)statement["Principal"]!["Service"]);
        Assert.Equal("123456789012", (string?)statement["Condition"]!["StringEquals"]!["aws:SourceAccount"]);
    }

    [Fact]
    public async Task A_category_is_counted_by_terms_without_credits_and_refunds()
    {
        var budget = (await Deploy(Valid.Budget with { Category = CostCategory.Training }, tagsAreActive: true))
            .Single("aws:budgets/budget:Budget");

        Assert.Equal(("environment", "test"), (budget["filterExpression.ands.0.tags.key"], budget["filterExpression.ands.0.tags.values.0"]));
        Assert.Equal("training", budget["filterExpression.ands.1.tags.values.0"]);
        Assert.Equal(["Credit", "Refund"], budget.Texts("filterExpression.ands.2.not.dimensions.values"));
        Assert.Equal("UnblendedCost", budget["metrics"]);
        Assert.Null(budget["costTypes"]);
        Assert.Equal(0, budget.Count("costFilters"));
    }

    [Fact]
    public async Task A_stop_takes_one_policy_to_the_named_roles_and_may_do_nothing_else()
    {
        Assert.Empty((await Deploy(Valid.Budget)).All("aws:budgets/budgetAction:BudgetAction"));
        var stack = await Deploy(Valid.Budget with { DenyAtPercent = 120, DenyRoles = ["analyst", "scientist"] });
        var action = stack.Single("aws:budgets/budgetAction:BudgetAction");
        var denial = stack.Single("aws:iam/policy:Policy");
        var access = JsonNode.Parse((string)stack.Single("aws:iam/rolePolicy:RolePolicy")["policy"]!)!["Statement"]![0]!;

        Assert.Equal(("APPLY_IAM_POLICY", "AUTOMATIC", 120), (action["actionType"], action["approvalModel"], action["actionThreshold.actionThresholdValue"]));
        Assert.Equal(["analyst", "scientist"], action.Texts("definition.iamActionDefinition.roles"));
        Assert.Equal(("EMAIL", "ml@example.com"), (action["subscribers.0.subscriptionType"], action["subscribers.0.address"]));
        Assert.Equal("Deny", (string?)JsonNode.Parse((string)denial["policy"]!)!["Statement"]![0]!["Effect"]);
        Assert.Equal(
            ["arn:aws:iam::123456789012:role/analyst", "arn:aws:iam::123456789012:role/scientist"],
            access["Resource"]!.AsArray().Select(resource => (string)resource!));
        Assert.NotNull(access["Condition"]!["ArnEquals"]!["iam:PolicyARN"]);
    }

    [Theory]
    [InlineData(true, "IMMEDIATE", "SNS")]
    [InlineData(false, "DAILY", "EMAIL")]
    public async Task Anomalies_go_at_once_to_a_topic_and_daily_by_mail(bool topic, string frequency, string type)
    {
        var stack = await Deploy(Valid.Budget with { Topic = topic, AnomalyUsd = 50 });
        var subscription = stack.Single("aws:costexplorer/anomalySubscription:AnomalySubscription");

        Assert.Equal((frequency, type), (subscription["frequency"], subscription["subscribers.0.type"]));
        Assert.Equal("50", subscription["thresholdExpression.dimension.values.0"]);
    }

    [Theory]
    [InlineData(true, "Tags")]
    [InlineData(false, "Dimensions")]
    public async Task A_monitor_watches_the_environment_where_the_bill_knows_it(bool tagsAreActive, string by)
    {
        var stack = await Deploy(Valid.Budget with { AnomalyUsd = 50 }, tagsAreActive);
        var monitor = stack.Single("aws:costexplorer/anomalyMonitor:AnomalyMonitor");

        Assert.Equal([by], JsonNode.Parse((string)monitor["monitorSpecification"]!)!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task The_output_says_what_is_counted()
    {
        var stack = await Deploy(Valid.Budget);
        var outputs = Assert.IsType<Dictionary<string, object?>>(Assert.IsType<Dictionary<string, object?>>(stack.Outputs["budgets"])["total"]);

        Assert.Equal("the whole account's Amazon SageMaker", outputs["counts"]);
    }

    private static Task<DeployedStack> Deploy(BudgetSettings settings, bool tagsAreActive = false) => DeployedStack.Of(Valid.Stack with
    {
        CostTagsActive = tagsAreActive,
        Budgets = new Dictionary<string, BudgetSettings> { ["total"] = settings },
    });
}
