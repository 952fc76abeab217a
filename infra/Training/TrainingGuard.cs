using Infra.Governance;
using Infra.Identity;
using Infra.Orchestration;
using Infra.Settings;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;
using Pulumi.Aws.Iam;

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

        var reports = ReportTopic.For(name, settings.Emails, scope, tags, this);
        var site = Output
            .Tuple(scope.Place, reports.Topic.Name, Output.All(args.SpotRoleNames), Output.All(args.OnDemandRoleNames))
            .Apply(found => new GuardSite(
                Place: found.Item1,
                Topic: found.Item2,
                SpotRoleArns: [.. found.Item3.Select(found.Item1.RoleArn)],
                OnDemandRoleArns: [.. found.Item4.Select(found.Item1.RoleArn)]));
        var role = ServiceRole.For("states.amazonaws.com", name, scope, tags, this);
        var access = new RolePolicy(name, new()
        {
            Role = role.Name,
            Policy = site.Apply(found => GuardAccess.For(settings, found).ToJson()),
        }, child);
        var machine = LoggedMachine.For(
            name,
            name,
            role,
            site.Apply(found => DocumentText.Of(GuardDefinition.For(settings, found))),
            new() { access },
            scope,
            tags,
            this);
        var starting = Output.Tuple(machine.Name, scope.Place)
            .Apply(found => GuardAccess.Start(found.Item1, found.Item2).ToJson());
        var handOver = new RolePolicy($"{name}-hand-over", new() { Role = role.Name, Policy = starting }, child);

        var waking = ServiceRole.For("events.amazonaws.com", $"{name}-events", scope, tags, this);
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

        TopicArn = reports.Arn;
        StateMachineArn = machine.Arn;
        RegisterOutputs();
    }

    /// <summary>Where reports are published.</summary>
    [Output("topicArn")]
    public Output<string> TopicArn { get; private init; }

    /// <summary>The state machine whose executions are named after the jobs they judged.</summary>
    [Output("stateMachineArn")]
    public Output<string> StateMachineArn { get; private init; }
}
