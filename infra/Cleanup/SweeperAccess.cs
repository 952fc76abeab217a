using Infra.Identity;

namespace Infra.Cleanup;

/// <summary>
/// What a sweeper may do: look and tell. Deleting is a permission only of one that was asked to delete, and even then IAM
/// itself keeps it from what must stay: the definition is not the only thing between an endpoint and its end.
/// </summary>
internal static class SweeperAccess
{
    public static PolicyDocument For(SweeperSettings settings, SweeperSite site) => new(
    [
        new()
        {
            Sid = "ListEndpoints",
            Actions = ["cloudwatch:GetMetricData", "sagemaker:ListEndpoints", "sagemaker:ListInferenceComponents"],
            Resources = ["*"],
        },
        new()
        {
            Sid = "LookAtEndpoints",
            Actions = ["sagemaker:DescribeEndpoint", "sagemaker:ListTags"],
            Resources = [site.Place.Arn("sagemaker", "endpoint/*")],
        },
        .. settings.Delete ? Delete(site) : [],
        new()
        {
            Sid = "Report",
            Actions = ["sns:Publish"],
            Resources = [site.TopicArn],
        },
        CommonStatements.DeliverLogs,
    ]);

    public static PolicyDocument Start(string stateMachine, AwsPlace place) => new(new Statement
    {
        Sid = "StartSweeper",
        Actions = ["states:StartExecution"],
        Resources = [place.Arn("states", $"stateMachine:{stateMachine}")],
    });

    /// <summary>Deleting an autoscaled endpoint takes its scaling along only if the caller may do that as well.</summary>
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-update.html</remarks>
    private static Statement[] Delete(SweeperSite site)
    {
        var everyEndpoint = site.Place.Arn("sagemaker", "endpoint/*");
        Statement[] statements =
        [
            new()
            {
                Sid = "DeleteEndpoints",
                Actions = ["sagemaker:DeleteEndpoint"],
                Resources = [everyEndpoint],
            },
            new()
            {
                Sid = "DeregisterScaling",
                Actions =
                [
                    "application-autoscaling:DeleteScalingPolicy", "application-autoscaling:DeregisterScalableTarget",
                ],
                Resources = [site.Place.Arn("application-autoscaling", "scalable-target/*")],
                Conditions = [new("StringEquals", "application-autoscaling:service-namespace", "sagemaker")],
            },
            new()
            {
                Sid = "NeverOfAStack",
                Effect = "Deny",
                Actions = ["sagemaker:DeleteEndpoint"],
                Resources = [everyEndpoint],
                Conditions = [new("StringEquals", "aws:ResourceTag/component", [.. SweeperSite.HostingComponents])],
            },
            new()
            {
                Sid = "NeverWhatIsKept",
                Effect = "Deny",
                Actions = ["sagemaker:DeleteEndpoint"],
                Resources = [everyEndpoint],
                Conditions = [new("StringEqualsIgnoreCase", "aws:ResourceTag/keep", "true")],
            },
        ];
        return site.OwnEndpoints.Count == 0 ? statements :
        [
            .. statements,
            new()
            {
                Sid = "NeverOfThisStack",
                Effect = "Deny",
                Actions = ["sagemaker:DeleteEndpoint"],
                Resources = [.. site.OwnEndpoints.Select(name => site.Place.Arn("sagemaker", $"endpoint/{name}"))],
            },
        ];
    }
}
