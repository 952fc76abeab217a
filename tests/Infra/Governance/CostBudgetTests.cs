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

    private static Task<DeployedStack> Deploy(BudgetSettings settings) =>
        DeployedStack.Of(Valid.Stack with { Budgets = new Dictionary<string, BudgetSettings> { ["total"] = settings } });
}
