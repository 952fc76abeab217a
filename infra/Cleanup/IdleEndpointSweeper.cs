using Infra.Governance;
using Infra.Identity;
using Infra.Settings;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;
using Pulumi.Aws.Sfn;
using Pulumi.Aws.Sfn.Inputs;
using Pulumi.Aws.Sns;

namespace Infra.Cleanup;

/// <summary>
/// Looks from time to time for endpoints that nobody called, and reports them; deletes those that belong to no stack, where
/// asked. A schedule and a state machine: there is no function, and nothing runs in between.
/// </summary>
internal sealed class IdleEndpointSweeper : ComponentResource
{
    public IdleEndpointSweeper(string name, IdleEndpointSweeperArgs args, ComponentResourceOptions? options = null)
        : base("ml:cleanup:IdleEndpointSweeper", name, options)
    {
        Args.Validate(name, args);
        var (scope, settings) = (args.Scope, args.Sweeper);
        var tags = scope.Tags.For(nameof(IdleEndpointSweeper), CostCategory.Governance);
        var child = new CustomResourceOptions { Parent = this };

        var topic = new Topic(name, new() { Tags = tags }, child);
        var site = Output.Tuple(scope.Place, topic.Name, Output.All(args.OwnEndpointNames))
            .Apply(found => new SweeperSite(found.Item1, found.Item2, [.. found.Item3]));
        foreach (var address in settings.Emails)
        {
            _ = new TopicSubscription($"{name}-{address}", new()
            {
                Topic = topic.Arn,
                Protocol = "email",
                Endpoint = address,
            }, child);
        }

        var role = RoleFor("states.amazonaws.com", name, scope, tags);
        var access = new RolePolicy(name, new()
        {
            Role = role.Name,
            Policy = site.Apply(found => SweeperAccess.For(settings, found).ToJson()),
        }, child);
        var log = new LogGroup(name, new()
        {
            NamePrefix = $"/aws/vendedlogs/states/{scope.PhysicalName(name)}-",
            RetentionInDays = scope.LogRetentionDays,
            Tags = tags,
        }, child);
        var machine = new StateMachine(name, new()
        {
            Type = "STANDARD",
            RoleArn = role.Arn,
            Definition = site.Apply(found => DocumentText.Of(SweeperDefinition.For(settings, found))),
            LoggingConfiguration = new StateMachineLoggingConfigurationArgs
            {
                Level = "ERROR",
                IncludeExecutionData = true,
                LogDestination = Output.Format($"{log.Arn}:*"),
            },
            Tags = tags,
        }, new() { Parent = this, DependsOn = { access } });

        var waking = RoleFor("scheduler.amazonaws.com", $"{name}-schedule", scope, tags);
        var wakeAccess = new RolePolicy($"{name}-schedule", new()
        {
            Role = waking.Name,
            Policy = Output.Tuple(machine.Name, scope.Place)
                .Apply(found => SweeperAccess.Start(found.Item1, found.Item2).ToJson()),
        }, child);
        _ = new Schedule(name, new()
        {
            Description = "Looks for endpoints that nobody calls",
            ScheduleExpression = settings.Schedule,
            ScheduleExpressionTimezone = settings.TimeZone,
            FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
            Target = new ScheduleTargetArgs { Arn = machine.Arn, RoleArn = waking.Arn, Input = "{}" },
        }, new() { Parent = this, DependsOn = { wakeAccess } });

        TopicArn = Output.Tuple(topic.Name, scope.Place).Apply(found => found.Item2.Arn("sns", found.Item1));
        StateMachineArn = machine.Arn;
        RegisterOutputs();
    }

    /// <summary>Where reports are published.</summary>
    [Output("topicArn")]
    public Output<string> TopicArn { get; private init; }

    /// <summary>The state machine; start an execution with the input <c>{}</c> to look at once.</summary>
    [Output("stateMachineArn")]
    public Output<string> StateMachineArn { get; private init; }

    private Role RoleFor(string service, string name, StackScope scope, InputMap<string> tags) => new(name, new()
    {
        AssumeRolePolicy = scope.Place.Apply(place => Trust.Of(service, place).ToJson()),
        Tags = tags,
    }, new() { Parent = this });
}
