using Policies.Packs;
using ResourceViews.Aws.Budgets;

namespace Policies.Governance;

/// <summary>A budget that tells nobody is a number in a console.</summary>
/// <remarks>https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudget.html</remarks>
internal sealed class BudgetNotified : ResourcePolicy<BudgetProps>
{
    private const int MaxNotifications = 10;
    private const int MaxEmails = 10;
    private const int MaxTopics = 1;

    public override PolicyInfo Info { get; } = new()
    {
        Name = "budget-notified",
        DisplayName = "Budgets tell somebody",
        Description = "A budget has notifications, and each of them somebody to tell.",
        Severity = Severity.Medium,
        Remediation = "Give the budget notifications with subscriberEmailAddresses or a subscriberSnsTopicArns: at 80 % and 100 % of what is "
            + "spent, and at 100 % of the forecast.",
        Url = PolicyPages.Of("budget-notified"),
        Tags = ["cost", "governance"],
        Config = new(),
    };

    protected override Verdict Check(BudgetProps budget, ResourceContext context)
    {
        var name = context.Resource.Name;
        if (budget.Notifications.IsUnknown)
        {
            return Verdict.Unknown("notifications");
        }

        var verdicts = new List<Verdict>();
        foreach (var notification in budget.Notifications)
        {
            verdicts.Add(Judge(notification, $"notifications[{verdicts.Count}]", name));
        }

        return verdicts.Count switch
        {
            0 => Verdict.Violation($"{name}: notifications is not set: nobody hears of it. Add one with somebody to tell."),
            > MaxNotifications => Verdict.Violation(
                $"{name}: there are {verdicts.Count} notifications, and AWS takes {MaxNotifications}. Remove some, or divide the budget."),
            _ => Verdict.All(verdicts),
        };
    }

    private static Verdict Judge(BudgetNotificationProps notification, string path, string name)
    {
        var (emails, topics) = (notification.SubscriberEmailAddresses, notification.SubscriberSnsTopicArns);
        return (emails.Count, topics.Count) switch
        {
            _ when emails.IsUnknown => Verdict.Unknown($"{path}.subscriberEmailAddresses"),
            _ when topics.IsUnknown => Verdict.Unknown($"{path}.subscriberSnsTopicArns"),
            (0, 0) => Verdict.Violation(
                $"{name}: {path} has nobody to tell. Add subscriberEmailAddresses or a topic in subscriberSnsTopicArns."),
            ( > MaxEmails, _) => Verdict.Violation(
                $"{name}: {path} has {emails.Count} addresses, and AWS takes {MaxEmails}. Use a topic, or a list address."),
            (_, > MaxTopics) => Verdict.Violation($"{name}: {path} has {topics.Count} topics, and AWS takes {MaxTopics}. Subscribe to one."),
            _ => Verdict.Compliant,
        };
    }
}
