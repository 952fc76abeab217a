using Infra.Identity;

namespace Infra.Training;

/// <summary>
/// What a guard may do: look and tell. Stopping is a permission only of a guard that was asked to stop; IAM knows no
/// condition on the role a job runs under, so which jobs are stopped is left to the definition.
/// </summary>
internal static class GuardAccess
{
    public static PolicyDocument For(TrainingGuardSettings settings, GuardSite site) => new(
    [
        new()
        {
            Sid = "LookAtJobs",
            Actions = ["sagemaker:DescribeTrainingJob"],
            Resources = [site.Place.Arn("sagemaker", "training-job/*")],
        },
        .. settings.StopJobs ? StopJobs(site) : [],
        .. settings.CheckUtilization ? ReadMetrics() : [],
        new()
        {
            Sid = "Report",
            Actions = ["sns:Publish"],
            Resources = [site.TopicArn],
        },
        CommonStatements.DeliverLogs,
    ]);

    /// <summary>A guard hands each job over to an execution that is named after it (<see cref="GuardDefinition"/>), and
    /// EventBridge starts the first.</summary>
    public static PolicyDocument Start(string stateMachine, AwsPlace place) => new(new Statement
    {
        Sid = "StartGuard",
        Actions = ["states:StartExecution"],
        Resources = [place.Arn("states", $"stateMachine:{stateMachine}")],
    });

    private static Statement[] StopJobs(GuardSite site) =>
    [
        new()
        {
            Sid = "StopJobs",
            Actions = ["sagemaker:StopTrainingJob"],
            Resources = [site.Place.Arn("sagemaker", "training-job/*")],
        },
    ];

    /// <summary>Reading metrics knows no resource.</summary>
    private static Statement[] ReadMetrics() =>
        [new() { Sid = "ReadMetrics", Actions = ["cloudwatch:GetMetricData"], Resources = ["*"] }];
}
