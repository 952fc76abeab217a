using System.Globalization;
using Infra.Settings;
using Pulumi.Aws.Budgets;
using Pulumi.Aws.Budgets.Inputs;
using Pulumi.Aws.Sns;

namespace Infra.Governance;

/// <summary>A monthly budget that reports what was spent and what the month is expected to come to.</summary>
/// <remarks>
/// AWS updates the figures a few times a day and a budget stops nothing: it is an alarm, not a brake. It covers the named
/// services of the whole account, also what other stacks use of them.
/// </remarks>
internal sealed class CostBudget : ComponentResource
{
    public CostBudget(string name, CostBudgetArgs args, ComponentResourceOptions? options = null)
        : base("ml:governance:CostBudget", name, options)
    {
        Args.Validate(name, args);
        var settings = args.Budget;
        var tags = args.Scope.Tags.For(nameof(CostBudget), CostCategory.Governance);

        var (topicArn, ready) = settings.Topic ? TopicFor(name, args.Scope, tags) : (null, new InputList<Resource>());
        var budget = new Budget(name, new()
        {
            BudgetType = "COST",
            TimeUnit = "MONTHLY",
            LimitAmount = settings.MonthlyUsd.ToString("0.##", CultureInfo.InvariantCulture),
            LimitUnit = "USD",
            CostFilters = new BudgetCostFilterArgs { Name = "Service", Values = settings.Services.ToArray() },
            // Credits and refunds would hide what is used, which is what can be changed.
            CostTypes = new BudgetCostTypesArgs { IncludeCredit = false, IncludeRefund = false },
            Notifications = BudgetPlan.NoticesFor(settings)
                .Select(notice => Notification(notice, settings, topicArn))
                .ToArray(),
            Tags = tags,
        }, new() { Parent = this, DependsOn = ready });

        BudgetName = budget.Name;
        TopicArn = topicArn;
        RegisterOutputs();
    }

    [Output("budgetName")]
    public Output<string> BudgetName { get; private init; }

    /// <summary>Where the notifications are published, if the budget has a topic.</summary>
    public Output<string>? TopicArn { get; }

    private static BudgetNotificationArgs Notification(BudgetNotice notice, BudgetSettings settings, Output<string>? topicArn)
    {
        var notification = new BudgetNotificationArgs
        {
            NotificationType = notice.Type,
            ComparisonOperator = "GREATER_THAN",
            ThresholdType = "PERCENTAGE",
            Threshold = notice.Percent,
            SubscriberEmailAddresses = settings.Emails.ToArray(),
        };
        if (topicArn is not null)
            notification.SubscriberSnsTopicArns.Add(topicArn);
        return notification;
    }

    private (Output<string> Arn, InputList<Resource> Ready) TopicFor(string name, StackScope scope, InputMap<string> tags)
    {
        var child = new CustomResourceOptions { Parent = this };
        var topic = new Topic(name, new() { Tags = tags }, child);
        var access = new TopicPolicy(name, new()
        {
            Arn = topic.Arn,
            Policy = Output.Tuple(topic.Name, scope.Place)
                .Apply(found => TopicAccess.For(found.Item1, found.Item2).ToJson()),
        }, child);
        // Composed, since a preview knows the topic's name and not yet its ARN.
        return (Output.Tuple(topic.Name, scope.Place).Apply(found => found.Item2.Arn("sns", found.Item1)), new() { access });
    }
}
