using Infra.Governance;
using Infra.Identity;
using Infra.Settings;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sfn;
using Pulumi.Aws.Sfn.Inputs;
using Pulumi.Aws.Sns;

namespace Infra.Training;

/// <summary>
/// Watches training jobs: reports those that are not on spot capacity, stops them where asked, and says when GPUs had
/// little to do. Nothing runs between jobs.
/// </summary>
/// <remarks>
/// IAM has no condition on spot, so what somebody with the permission to create jobs does past the launchers can only be
/// seen when it happened. A launcher's fallback is exempt by the role it runs under, not by a tag: anybody who creates a
/// job chooses its tags, but a role only if somebody gave them permission to pass it.
/// </remarks>
internal sealed class TrainingGuard : ComponentResource
{
    public TrainingGuard(string name, TrainingGuardArgs args, ComponentResourceOptions? options = null)
        : base("ml:training:TrainingGuard", name, options)
    {
        Args.Validate(name, args);
        var (scope, settings) = (args.Scope, args.Guard);
        var tags = scope.Tags.For(nameof(TrainingGuard), CostCategory.Governance);
        var child = new CustomResourceOptions { Parent = this };

        var topic = new Topic(name, new() { Tags = tags }, child);
        var site = Output
            .Tuple(scope.Place, topic.Name, Output.All(args.SpotRoleNames), Output.All(args.OnDemandRoleNames))
            .Apply(found => new GuardSite(
                Place: found.Item1,
                Topic: found.Item2,
                SpotRoleArns: [.. found.Item3.Select(found.Item1.RoleArn)],
                OnDemandRoleArns: [.. found.Item4.Select(found.Item1.RoleArn)]));
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
            Policy = site.Apply(found => GuardAccess.For(settings, found).ToJson()),
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
            Definition = site.Apply(found => DocumentText.Of(GuardDefinition.For(settings, found))),
            LoggingConfiguration = new StateMachineLoggingConfigurationArgs
            {
                Level = "ERROR",
                IncludeExecutionData = true,
                LogDestination = Output.Format($"{log.Arn}:*"),
            },
            Tags = tags,
        }, new() { Parent = this, DependsOn = { access } });
        var starting = Output.Tuple(machine.Name, scope.Place)
            .Apply(found => GuardAccess.Start(found.Item1, found.Item2).ToJson());
        var handOver = new RolePolicy($"{name}-hand-over", new() { Role = role.Name, Policy = starting }, child);

        var waking = RoleFor("events.amazonaws.com", $"{name}-events", scope, tags);
        var wakeAccess = new RolePolicy($"{name}-events", new() { Role = waking.Name, Policy = starting }, child);
        var rule = new EventRule(name, new()
        {
            Description = "Training jobs that begin or end",
            EventPattern = DocumentText.Of(GuardEvents.For(settings)),
            Tags = tags,
        }, child);
        _ = new EventTarget(name, new()
        {
            Rule = rule.Name,
            Arn = machine.Arn,
            RoleArn = waking.Arn,
            InputPath = "$.detail",
            // An hour later the job is over, or has cost what it costs.
            RetryPolicy = new EventTargetRetryPolicyArgs { MaximumEventAgeInSeconds = 3600, MaximumRetryAttempts = 20 },
        }, new() { Parent = this, DependsOn = { handOver, wakeAccess } });

        TopicArn = Output.Tuple(topic.Name, scope.Place).Apply(found => found.Item2.Arn("sns", found.Item1));
        StateMachineArn = machine.Arn;
        RegisterOutputs();
    }

    /// <summary>Where reports are published.</summary>
    [Output("topicArn")]
    public Output<string> TopicArn { get; private init; }

    /// <summary>The state machine whose executions are named after the jobs they judged.</summary>
    [Output("stateMachineArn")]
    public Output<string> StateMachineArn { get; private init; }

    private Role RoleFor(string service, string name, StackScope scope, InputMap<string> tags) => new(name, new()
    {
        AssumeRolePolicy = scope.Place.Apply(place => Trust.Of(service, place).ToJson()),
        Tags = tags,
    }, new() { Parent = this });
}
