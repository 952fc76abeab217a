using Policies.Packs;
using Policies.Workloads;
using ResourceViews.Aws.Budgets;
using static Policies.Workloads.Resources.ViewReading;

namespace Policies.Governance;

/// <summary>A budget that tells nobody is a number in a console.</summary>
/// <remarks>https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudget.html</remarks>
internal sealed class BudgetNotified : ResourcePolicy
{
    private const int MaxNotifications = 10;
    private const int MaxEmails = 10;
    private const int MaxTopics = 1;
    private const int MaxName = 100;

    public override PolicyInfo Info { get; } = new()
    {
        Name = "budget-notified",
        DisplayName = "Budgets tell somebody",
        Description = "A budget notifies somebody, and its actions can stop SageMaker.",
        Severity = Severity.Medium,
        Remediation = "Give the budget notifications with subscriberEmailAddresses or a subscriberSnsTopicArns: at 80 % and 100 % of what is "
            + "spent, and at 100 % of the forecast. Give a budget action the type APPLY_IAM_POLICY or APPLY_SCP_POLICY.",
        Url = PolicyPages.Of("budget-notified"),
        Tags = ["cost", "governance"],
        Config = new(),
    };

    public override IReadOnlyCollection<string> ResourceTypes { get; } = [.. BudgetProps.ResourceTypes, .. BudgetActions.ResourceTypes];

    public override Verdict Check(ResourceContext context) => Verdict.All(BudgetProps.ResourceTypes.Contains(context.Resource.Type)
        ? Judge(BudgetProps.From(context.Resource.InputsValue), context.Resource.Name)
        : BudgetActions.Judge(BudgetActionProps.From(context.Resource.InputsValue), context.Resource.Name));

    private static IEnumerable<Verdict> Judge(BudgetProps budget, string name)
    {
        var (notifications, given) = (PathOf(budget.Notifications), Setting(budget.Name));
        if (given.Known.Value is { Length: > MaxName } text)
        {
            yield return Verdict.Violation($"{name}: {given.Path} has {text.Length} characters, and AWS takes {MaxName}. Shorten it.");
        }

        if (budget.Notifications.IsUnknown)
        {
            yield return Verdict.Unknown(notifications.ToString());
            yield break;
        }

        var count = budget.Notifications.Count;
        if (count == 0)
        {
            yield return Verdict.Violation($"{name}: {notifications} is not set: nobody hears of it. Add one with somebody to tell.");
        }
        else if (count > MaxNotifications)
        {
            yield return Verdict.Violation(
                $"{name}: there are {count} notifications, and AWS takes {MaxNotifications}. Remove some, or divide the budget.");
        }

        foreach (var verdict in Each(budget.Notifications, (notification, at) => Judge(notification, at, name)).SelectMany(verdicts => verdicts))
        {
            yield return verdict;
        }
    }

    private static IEnumerable<Verdict> Judge(BudgetNotificationProps notification, PropertyPath at, string name)
    {
        if (notification.IsUnknown)
        {
            yield return Verdict.Unknown(at.ToString());
            yield break;
        }

        var (emails, topics) = (notification.SubscriberEmailAddresses, notification.SubscriberSnsTopicArns);
        var (emailPath, topicPath) = (PathOf(notification.SubscriberEmailAddresses, at), PathOf(notification.SubscriberSnsTopicArns, at));
        if (emails.IsUnknown)
        {
            yield return Verdict.Unknown(emailPath.ToString());
        }

        if (topics.IsUnknown)
        {
            yield return Verdict.Unknown(topicPath.ToString());
        }

        if (emails is { IsUnknown: false, Count: 0 } && topics is { IsUnknown: false, Count: 0 })
        {
            yield return Verdict.Violation($"{name}: {at} has nobody to tell. Add {emailPath.Below(at)} or a topic in {topicPath.Below(at)}.");
        }

        if (emails.Count > MaxEmails)
        {
            yield return Verdict.Violation(
                $"{name}: {at} has {emails.Count} addresses, and AWS takes {MaxEmails}. Use a topic, or a list address.");
        }

        if (topics.Count > MaxTopics)
        {
            yield return Verdict.Violation($"{name}: {at} has {topics.Count} topics, and AWS takes {MaxTopics}. Subscribe to one.");
        }
    }
}
