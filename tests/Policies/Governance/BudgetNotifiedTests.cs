using Policies.Governance;
using ResourceViews.Aws.Budgets;
using Native = ResourceViews.AwsNative.Budgets;

namespace Policies.Tests.Governance;

public class BudgetNotifiedTests
{
    private static readonly BudgetNotified Policy = new();

    private static readonly BudgetNotificationProps Notification = new()
    {
        Threshold = 80,
        SubscriberEmailAddresses = KnownList.Create<string>(["ml-platform@example.com"]),
    };

    [Fact]
    public void A_budget_that_tells_somebody_is_compliant() => Policy.On(With(Notification)).ShouldBeCompliant();

    [Fact]
    public void One_that_tells_nobody_is_a_violation()
    {
        Assert.Equal("trainer: notifications is not set: nobody hears of it. Add one with somebody to tell.", Policy.On(With()).Violation());
        Assert.Contains("notifications[1] has nobody to tell", Policy.On(With(Notification, new() { Threshold = 100 })).Violation());
    }

    [Fact]
    public void AWS_takes_ten_notifications_ten_addresses_and_one_topic()
    {
        Assert.Contains("11 notifications", Policy.On(With([.. Enumerable.Repeat(Notification, 11)])).Violation());
        Assert.Contains("11 addresses", Policy.On(With(Notification with
        {
            SubscriberEmailAddresses = KnownList.Create<string>([.. Enumerable.Range(0, 11).Select(i => (Known<string>)$"{i}@example.com")]),
        })).Violation());
        Assert.Contains("2 topics", Policy.On(With(Notification with
        {
            SubscriberSnsTopicArns = KnownList.Create<string>(["a", "b"]),
        })).Violation());
        Assert.Contains("2 topics", Policy.On(With(new BudgetNotificationProps
        {
            SubscriberEmailAddresses = KnownList<string>.Unknown,
            SubscriberSnsTopicArns = KnownList.Create<string>(["a", "b"]),
        })).Violation());
        Assert.Contains("name has 101 characters, and AWS takes 100", Policy.On(With(Notification) with { Name = new string('a', 101) }).Violation());
    }

    [Fact]
    public void An_action_that_stops_other_services_only_is_a_violation()
    {
        Assert.Contains(
            "actionType is RUN_SSM_DOCUMENTS, which stops instances of EC2 and RDS only",
            Policy.On(new BudgetActionProps { ActionType = "RUN_SSM_DOCUMENTS" }).Violation());
        Assert.True(Policy.On(new Native.BudgetsActionProps { ActionType = "RUN_SSM_DOCUMENTS" }).IsViolation);
        Policy.On(new BudgetActionProps { ActionType = "APPLY_IAM_POLICY" }).ShouldBeCompliant();
        Policy.On(new BudgetActionProps { ActionType = Known<string>.Unknown }).ShouldBeUnknown("actionType");
    }

    [Fact]
    public void An_action_attaches_its_policy_to_a_hundred_roles()
    {
        var roles = KnownList.Create<string>([.. Enumerable.Range(0, 101).Select(i => (Known<string>)$"role-{i}")]);

        Assert.Contains("definition.iamActionDefinition.roles has 101 names, and AWS takes 100", Policy.On(new BudgetActionProps
        {
            ActionType = "APPLY_IAM_POLICY",
            Definition = new() { IamActionDefinition = new() { Roles = roles } },
        }).Violation());
    }

    [Fact]
    public void What_decides_and_is_not_known_yet_is_unknown()
    {
        Policy.On(new BudgetProps { Notifications = ViewList<BudgetNotificationProps>.Unknown }).ShouldBeUnknown("notifications");
        Policy.On(With(Notification with { SubscriberSnsTopicArns = KnownList<string>.Unknown }))
            .ShouldBeUnknown("notifications[0].subscriberSnsTopicArns");
    }

    [Fact]
    public void A_topic_whose_name_is_not_known_yet_is_somebody_to_tell() => Policy.On(With(new BudgetNotificationProps
    {
        SubscriberSnsTopicArns = KnownList.Create<string>([Known<string>.Unknown]),
    })).ShouldBeCompliant();

    private static BudgetProps With(params BudgetNotificationProps[] notifications) => new() { Notifications = [.. notifications] };
}
