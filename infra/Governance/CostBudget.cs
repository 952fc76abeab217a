using System.Globalization;
using Infra.Identity;
using Infra.Orchestration;
using Infra.Settings;
using Pulumi.Aws.Budgets;
using Pulumi.Aws.Budgets.Inputs;
using Pulumi.Aws.CostExplorer;
using Pulumi.Aws.CostExplorer.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sns;

namespace Infra.Governance;

/// <summary>A monthly budget that reports what was spent and what the month is expected to come to.</summary>
/// <remarks>
/// AWS updates the figures a few times a day, so a budget is an alarm first. What it can do at a limit is take the permission to begin
/// something new; it cannot stop what runs.
/// </remarks>
internal sealed class CostBudget : ComponentResource
{
    private readonly CustomResourceOptions child;

    public CostBudget(string name, CostBudgetArgs args, ComponentResourceOptions? options = null)
        : base("ml:governance:CostBudget", name, options)
    {
        Args.Validate(name, args);
        child = new() { Parent = this };
        var settings = args.Budget;
        var tags = args.Scope.Tags.For(nameof(CostBudget), CostCategory.Governance);
        var count = BudgetFilter.For(settings, args.Scope.Tags, args.TagsAreActive);

        var (topicArn, ready) = settings.Topic ? TopicFor(name, args.Scope, tags) : (null, new InputList<Resource>());
        var budget = new Budget(name, WithCount(count, new()
        {
            BudgetType = "COST",
            TimeUnit = "MONTHLY",
            LimitAmount = Amount(settings.MonthlyUsd),
            LimitUnit = "USD",
            Notifications = BudgetPlan.NoticesFor(settings)
                .Select(notice => Notification(notice, settings, topicArn))
                .ToArray(),
            Tags = tags,
        }), new() { Parent = this, DependsOn = ready });

        if (settings.DenyAtPercent is { } percent)
            Stop(name, percent, budget, args, topicArn, tags);
        if (settings.AnomalyUsd is { } usd)
            WatchAnomalies(name, usd, args, topicArn, ready, tags);

        BudgetName = budget.Name;
        TopicArn = topicArn;
        Counts = count.ToString();
        RegisterOutputs();
    }

    [Output("budgetName")]
    public Output<string> BudgetName { get; private init; }

    /// <summary>Where the notifications are published, if the budget has a topic.</summary>
    public Output<string>? TopicArn { get; }

    /// <summary>What the budget counts, for people.</summary>
    public string Counts { get; }

    /// <summary>Credits and refunds are left out: they would hide what is used, which is what can be changed.</summary>
    private static BudgetArgs WithCount(BudgetCount count, BudgetArgs budget)
    {
        if (count.Terms.Count == 0)
        {
            budget.CostFilters = new BudgetCostFilterArgs { Name = "Service", Values = count.Services.ToArray() };
            budget.CostTypes = new BudgetCostTypesArgs { IncludeCredit = false, IncludeRefund = false };
            return budget;
        }

        budget.Metrics = "UnblendedCost";
        budget.FilterExpression = new BudgetFilterExpressionArgs
        {
            Ands =
            [
                .. count.Terms.Select(Term),
                new BudgetFilterExpressionAndArgs
                {
                    Not = new BudgetFilterExpressionAndNotArgs
                    {
                        Dimensions = new BudgetFilterExpressionAndNotDimensionsArgs { Key = "RECORD_TYPE", Values = ["Credit", "Refund"] },
                    },
                },
            ],
        };
        return budget;
    }

    private static BudgetFilterExpressionAndArgs Term(BudgetTerm term) => term.Tag is { } tag
        ? new()
        {
            Tags = new BudgetFilterExpressionAndTagsArgs { Key = tag, Values = term.Values.ToArray(), MatchOptions = [term.Match] },
        }
        : new()
        {
            Dimensions = new BudgetFilterExpressionAndDimensionsArgs
            {
                Key = term.Dimension!,
                Values = term.Values.ToArray(),
                MatchOptions = [term.Match],
            },
        };

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

    private void Stop(string name, int percent, Budget budget, CostBudgetArgs args, Output<string>? topicArn, InputMap<string> tags)
    {
        var (scope, settings) = (args.Scope, args.Budget);
        var denial = new Pulumi.Aws.Iam.Policy($"{name}-stop", new()
        {
            Description = $"Attached by the budget {name} when {percent} % of it are spent.",
            PolicyDocument = SpendingStop.Denied.ToJson(),
            Tags = tags,
        }, child);
        var role = ServiceRole.For("budgets.amazonaws.com", $"{name}-stop", scope, tags, this);
        var access = new RolePolicy($"{name}-stop", new()
        {
            Role = role.Name,
            Policy = Output.Tuple(denial.Arn, scope.Place)
                .Apply(found => SpendingStop.Attach(found.Item1, settings.DenyRoles, found.Item2).ToJson()),
        }, child);
        _ = new BudgetAction($"{name}-stop", new()
        {
            BudgetName = budget.Name,
            ActionType = "APPLY_IAM_POLICY",
            ApprovalModel = "AUTOMATIC",
            NotificationType = "ACTUAL",
            ActionThreshold = new BudgetActionActionThresholdArgs { ActionThresholdType = "PERCENTAGE", ActionThresholdValue = percent },
            Definition = new BudgetActionDefinitionArgs
            {
                IamActionDefinition = new BudgetActionDefinitionIamActionDefinitionArgs
                {
                    PolicyArn = denial.Arn,
                    Roles = settings.DenyRoles.ToArray(),
                },
            },
            ExecutionRoleArn = role.Arn,
            Subscribers = topicArn is null
                ? [.. settings.Emails.Select(email => new BudgetActionSubscriberArgs { SubscriptionType = "EMAIL", Address = email })]
                : [new BudgetActionSubscriberArgs { SubscriptionType = "SNS", Address = topicArn }],
            Tags = tags,
        }, new() { Parent = this, DependsOn = { access } });
    }

    /// <summary>Reports at once go to a topic, daily ones by e-mail: AWS takes no other pairs.</summary>
    private void WatchAnomalies(
        string name, decimal usd, CostBudgetArgs args, Output<string>? topicArn, InputList<Resource> ready, InputMap<string> tags)
    {
        var monitor = new AnomalyMonitor(name, new()
        {
            MonitorType = "CUSTOM",
            MonitorSpecification = args.Scope.Place
                .Apply(place => DocumentText.Of(AnomalyWatch.For(args.Scope.Tags, args.TagsAreActive, place))),
            Tags = tags,
        }, child);
        _ = new AnomalySubscription(name, new()
        {
            MonitorArnLists = monitor.Arn,
            Frequency = topicArn is null ? "DAILY" : "IMMEDIATE",
            Subscribers = topicArn is null
                ? [.. args.Budget.Emails.Select(email => new AnomalySubscriptionSubscriberArgs { Type = "EMAIL", Address = email })]
                : [new AnomalySubscriptionSubscriberArgs { Type = "SNS", Address = topicArn }],
            ThresholdExpression = AnomalyThreshold.AtLeast(usd),
            Tags = tags,
        }, new() { Parent = this, DependsOn = ready });
    }

    private static string Amount(decimal usd) => usd.ToString("0.##", CultureInfo.InvariantCulture);

    private (Output<string> Arn, InputList<Resource> Ready) TopicFor(string name, StackScope scope, InputMap<string> tags)
    {
        var reports = ReportTopic.For(name, emails: [], scope, tags, this);
        var access = new TopicPolicy(name, new()
        {
            Arn = reports.Topic.Arn,
            Policy = Output.Tuple(reports.Topic.Name, scope.Place)
                .Apply(found => TopicAccess.For(found.Item1, found.Item2).ToJson()),
        }, child);
        return (reports.Arn, new() { access });
    }
}
