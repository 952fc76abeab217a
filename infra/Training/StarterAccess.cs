using Infra.Identity;

namespace Infra.Training;

/// <summary>
/// What people need to train: starting one launcher, and looking at and stopping what was started. No job can be created
/// with it but through the launcher, whose definition says what a job costs.
/// </summary>
internal static class StarterAccess
{
    public static PolicyDocument For(string stateMachine, AwsPlace place) => new(
        new Statement
        {
            Sid = "StartLauncher",
            Actions = ["states:StartExecution"],
            Resources = [place.Arn("states", $"stateMachine:{stateMachine}")],
        },
        new Statement
        {
            Sid = "FollowExecutions",
            Actions = ["states:DescribeExecution", "states:StopExecution"],
            Resources = [place.Arn("states", $"execution:{stateMachine}:*")],
        });
}
