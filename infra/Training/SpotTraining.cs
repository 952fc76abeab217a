using Infra.Governance;
using Infra.Identity;
using Infra.Orchestration;
using Infra.Settings;
using Pulumi.Aws.Iam;
using Pulumi.Aws.ServiceQuotas;

namespace Infra.Training;

/// <summary>
/// One family of training jobs: the roles its jobs run under, the launcher that starts them on spot capacity, and a policy
/// for the people who may start it.
/// </summary>
/// <remarks>
/// Whoever may start the launcher may train; the permission to create a training job itself belongs to the launcher
/// alone, and covers one instance type and one run time. A launcher for each family, rather than one that is told the
/// family, is what keeps every number that costs money out of an execution's input. Jobs at full price have a role of
/// their own: nobody but the launcher may pass it, so by it a guard tells the fallback from a job somebody started past
/// the launcher.
/// </remarks>
internal sealed class SpotTraining : ComponentResource
{
    private readonly Output<TrainingSite> site;

    public SpotTraining(string name, SpotTrainingArgs args, ComponentResourceOptions? options = null)
        : base("ml:training:SpotTraining", name, options)
    {
        Args.Validate(name, args);
        var (scope, family) = (args.Scope, args.Family);
        var tags = scope.Tags.For(nameof(SpotTraining), CostCategory.Training)
            .WithModel(family.ModelParametersBillions, family.TrainingMode);
        var child = new CustomResourceOptions { Parent = this };

        var spot = family.Spot ? TrainingRole.For($"{name}-training", scope, tags, this) : null;
        var onDemand = family.TrainsOnDemand ? TrainingRole.For($"{name}-on-demand", scope, tags, this) : null;
        var roles = new[] { spot, onDemand }.OfType<TrainingRole>().ToArray();
        site = Output.Tuple(scope.Place, args.Bucket.Name, args.Bucket.KeyAliasArn, roles[0].Role.Name, roles[^1].Role.Name)
            .Apply(found => new TrainingSite(
                name,
                JobNames.Of(scope.Stack, name),
                Place: found.Item1,
                Bucket: found.Item2,
                KeyArn: found.Item3,
                SpotRoleArn: found.Item1.RoleArn(found.Item4),
                OnDemandRoleArn: found.Item1.RoleArn(found.Item5),
                tags));
        var ready = new InputList<Resource>();
        foreach (var policy in roles.SelectMany(role => role.Allow(family, site, args.Bucket, this)))
            ready.Add(policy);

        var launching = ServiceRole.For("states.amazonaws.com", $"{name}-launcher", scope, tags, this);
        var launchAccess = new RolePolicy($"{name}-launcher", new()
        {
            Role = launching.Name,
            Policy = site.Apply(found => LauncherAccess.For(family, found).ToJson()),
        }, child);
        ready.Add(launchAccess);
        var launcher = LoggedMachine.For(
            $"{name}-launcher",
            name,
            launching,
            site.Apply(found => DocumentText.Of(LauncherDefinition.For(family, found))),
            ready,
            scope,
            tags,
            this);
        var starters = new Policy($"{name}-start", new()
        {
            Description = $"May start {name} training through its launcher, follow it and stop it.",
            PolicyDocument = Output.Tuple(launcher.Name, scope.Place)
                .Apply(found => StarterAccess.For(found.Item1, found.Item2).ToJson()),
            Tags = tags,
        }, child);
        if (family.SpotQuota is { } quota)
        {
            _ = new ServiceQuota($"{name}-spot", new()
            {
                ServiceCode = "sagemaker",
                QuotaCode = quota.Code,
                Value = quota.Instances,
            }, child);
        }

        LauncherArn = launcher.Arn;
        StartCommand = Output.Tuple(launcher.Name, scope.Place).Apply(found => StartCommandFor(found.Item1, found.Item2));
        StartPolicyArn = starters.Arn;
        SpotRoleName = spot?.Role.Name;
        OnDemandRoleName = onDemand?.Role.Name;
        OnDemandRoleArn = onDemand is null ? null : site.Apply(found => found.OnDemandRoleArn);
        CheckpointUri = site.Apply(found => found.CheckpointUri);
        OutputUri = site.Apply(found => found.OutputUri);
        RegisterOutputs();
    }

    /// <summary>The state machine whose executions train.</summary>
    [Output("launcherArn")]
    public Output<string> LauncherArn { get; private init; }

    /// <summary>The AWS CLI command that trains, the same in every shell.</summary>
    [Output("startCommand")]
    public Output<string> StartCommand { get; private init; }

    /// <summary>A managed policy for people: start the launcher, follow what was started, stop it.</summary>
    [Output("startPolicyArn")]
    public Output<string> StartPolicyArn { get; private init; }

    /// <summary>What spot jobs run under; null where the family has none.</summary>
    public Output<string>? SpotRoleName { get; }

    /// <summary>What jobs at full price run under; null where the family has none.</summary>
    public Output<string>? OnDemandRoleName { get; }

    public Output<string>? OnDemandRoleArn { get; }

    [Output("checkpointUri")]
    public Output<string> CheckpointUri { get; private init; }

    /// <summary>Each job adds its name and leaves <c>output/model.tar.gz</c> there.</summary>
    [Output("outputUri")]
    public Output<string> OutputUri { get; private init; }

    /// <summary>Where the data of a channel belongs.</summary>
    public Output<string> DatasetUri(string folder) => site.Apply(found => found.DatasetUri(folder));

    private static string StartCommandFor(string launcher, AwsPlace place) =>
        $"aws stepfunctions start-execution --region {place.Region} --state-machine-arn "
        + place.Arn("states", $"stateMachine:{launcher}");
}
