using Infra.Governance;
using Infra.Identity;
using Infra.Settings;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sfn;
using Pulumi.Aws.Sfn.Inputs;

namespace Infra.Training;

/// <summary>
/// One family of training jobs: the role its jobs run under, and the launcher that starts them on spot capacity.
/// </summary>
/// <remarks>
/// Whoever may start the launcher may train; the permission to create a training job itself belongs to the launcher
/// alone, and covers one instance type and one run time. A launcher for each family, rather than one that is told the
/// family, is what keeps every number that costs money out of an execution's input.
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

        var training = RoleFor("sagemaker.amazonaws.com", $"{name}-training", scope, tags);
        site = Output.Tuple(scope.Place, args.Bucket.Name, args.Bucket.KeyAliasArn, training.Name)
            .Apply(found => new TrainingSite(
                name,
                JobNames.Of(scope.Stack, name),
                Place: found.Item1,
                Bucket: found.Item2,
                KeyArn: found.Item3,
                RoleArn: found.Item1.RoleArn(found.Item4),
                tags));
        var access = new RolePolicy($"{name}-training", new()
        {
            Role = training.Name,
            Policy = site.Apply(found => TrainingAccess.For(family, found).ToJson()),
        }, child);
        var keyAccess = new RolePolicy($"{name}-training-key", new()
        {
            Role = training.Name,
            Policy = args.Bucket.KeyArn.Apply(arn => CommonStatements.UseKey(arn).ToJson()),
        }, child);

        var launching = RoleFor("states.amazonaws.com", $"{name}-launcher", scope, tags);
        var launchAccess = new RolePolicy($"{name}-launcher", new()
        {
            Role = launching.Name,
            Policy = site.Apply(found => LauncherAccess.For(family, found).ToJson()),
        }, child);
        var log = new LogGroup($"{name}-launcher", new()
        {
            // Below this name AWS keeps one permission for all state machines, where others run into a limit.
            NamePrefix = $"/aws/vendedlogs/states/{scope.PhysicalName(name)}-",
            RetentionInDays = scope.LogRetentionDays,
            Tags = tags,
        }, child);
        var launcher = new StateMachine($"{name}-launcher", new()
        {
            Type = "STANDARD",
            RoleArn = launching.Arn,
            Definition = site.Apply(found => DocumentText.Of(LauncherDefinition.For(family, found))),
            LoggingConfiguration = new StateMachineLoggingConfigurationArgs
            {
                Level = "ERROR",
                IncludeExecutionData = true,
                LogDestination = Output.Format($"{log.Arn}:*"),
            },
            Tags = tags,
        }, new() { Parent = this, DependsOn = { access, keyAccess, launchAccess } });

        LauncherArn = launcher.Arn;
        TrainingRoleArn = training.Arn;
        CheckpointUri = site.Apply(found => found.CheckpointUri);
        OutputUri = site.Apply(found => found.OutputUri);
        RegisterOutputs();
    }

    /// <summary>The state machine whose executions train.</summary>
    [Output("launcherArn")]
    public Output<string> LauncherArn { get; private init; }

    [Output("trainingRoleArn")]
    public Output<string> TrainingRoleArn { get; private init; }

    [Output("checkpointUri")]
    public Output<string> CheckpointUri { get; private init; }

    /// <summary>Each job adds its name and leaves <c>output/model.tar.gz</c> there.</summary>
    [Output("outputUri")]
    public Output<string> OutputUri { get; private init; }

    /// <summary>Where the data of a channel belongs.</summary>
    public Output<string> DatasetUri(string folder) => site.Apply(found => found.DatasetUri(folder));

    private Role RoleFor(string service, string name, StackScope scope, InputMap<string> tags) => new(name, new()
    {
        AssumeRolePolicy = scope.Place.Apply(place => Trust.Of(service, place).ToJson()),
        Tags = tags,
    }, new() { Parent = this });
}
