using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sfn;
using Pulumi.Aws.Sfn.Inputs;

namespace Infra.Orchestration;

/// <summary>A state machine that keeps what went wrong in a log group of its own.</summary>
internal static class LoggedMachine
{
    /// <param name="logicalName">Of the machine and of its log group.</param>
    /// <param name="logName">What tells the log group from others of the stack.</param>
    /// <param name="ready">What must exist before the first execution.</param>
    public static StateMachine For(
        string logicalName,
        string logName,
        Role role,
        Output<string> definition,
        InputList<Resource> ready,
        StackScope scope,
        InputMap<string> tags,
        Resource parent)
    {
        var log = new LogGroup(logicalName, new()
        {
            // Below this name AWS keeps one permission for all state machines, where others run into a limit.
            NamePrefix = $"/aws/vendedlogs/states/{scope.PhysicalName(logName)}-",
            RetentionInDays = scope.LogRetentionDays,
            Tags = tags,
        }, new() { Parent = parent });
        return new(logicalName, new()
        {
            Type = "STANDARD",
            RoleArn = role.Arn,
            Definition = definition,
            LoggingConfiguration = new StateMachineLoggingConfigurationArgs
            {
                Level = "ERROR",
                IncludeExecutionData = true,
                LogDestination = Output.Format($"{log.Arn}:*"),
            },
            Tags = tags,
        }, new() { Parent = parent, DependsOn = ready });
    }
}
