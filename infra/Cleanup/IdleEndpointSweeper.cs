using Infra.Governance;
using Infra.Identity;
using Infra.Orchestration;
using Infra.Settings;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

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

        var reports = ReportTopic.For(name, settings.Emails, scope, tags, this);
        var site = Output.Tuple(scope.Place, reports.Topic.Name, Output.All(args.OwnEndpointNames))
            .Apply(found => new SweeperSite(found.Item1, found.Item2, [.. found.Item3]));
        var role = ServiceRole.For("states.amazonaws.com", name, scope, tags, this);
        var access = new RolePolicy(name, new()
        {
            Role = role.Name,
            Policy = site.Apply(found => SweeperAccess.For(settings, found).ToJson()),
        }, child);
        var machine = LoggedMachine.For(
            name,
            name,
            role,
            site.Apply(found => DocumentText.Of(SweeperDefinition.For(settings, found))),
            new() { access },
            scope,
            tags,
            this);

        var waking = ServiceRole.For("scheduler.amazonaws.com", $"{name}-schedule", scope, tags, this);
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

        TopicArn = reports.Arn;
        StateMachineArn = machine.Arn;
        RegisterOutputs();
    }

    /// <summary>Where reports are published.</summary>
    [Output("topicArn")]
    public Output<string> TopicArn { get; private init; }

    /// <summary>The state machine; start an execution with the input <c>{}</c> to look at once.</summary>
    [Output("stateMachineArn")]
    public Output<string> StateMachineArn { get; private init; }
}
