using Infra.Identity;

namespace Infra.Governance;

/// <summary>Lets AWS Budgets and Cost Anomaly Detection publish to a topic, on behalf of this account only.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html,
/// https://docs.aws.amazon.com/cost-management/latest/userguide/ad-SNS.html
/// </remarks>
internal static class TopicAccess
{
    public static PolicyDocument For(string topic, AwsPlace place) => new(
        new Statement
        {
            Sid = "BudgetsPublish",
            Principal = ("Service", "budgets.amazonaws.com"),
            Actions = ["sns:Publish"],
            Resources = [place.Arn("sns", topic)],
            Conditions =
            [
                new("StringEquals", "aws:SourceAccount", place.AccountId),
                new("ArnLike", "aws:SourceArn", $"arn:{place.Partition}:budgets::{place.AccountId}:*"),
            ],
        },
        new Statement
        {
            Sid = "AnomaliesPublish",
            Principal = ("Service", "costalerts.amazonaws.com"),
            Actions = ["sns:Publish"],
            Resources = [place.Arn("sns", topic)],
            Conditions = [new("StringEquals", "aws:SourceAccount", place.AccountId)],
        });
}
