namespace Infra.Identity;

/// <summary>Who may assume a role.</summary>
internal static class Trust
{
    /// <summary>A service, and only on behalf of this account: nobody else's job can borrow the role.</summary>
    /// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html</remarks>
    public static PolicyDocument Of(string service, AwsPlace place) => new(new Statement
    {
        Sid = "AssumedByService",
        Principal = ("Service", service),
        Actions = ["sts:AssumeRole"],
        Conditions = [new("StringEquals", "aws:SourceAccount", place.AccountId)],
    });
}
