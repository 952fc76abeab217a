using Infra.Governance;
using Infra.Identity;
using Infra.Settings;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

namespace Infra.Training.Jobs;

/// <summary>A SageMaker pipeline of processing and training steps: it costs nothing until somebody starts it.</summary>
/// <remarks>
/// Training steps run on spot capacity with checkpoints of their own for each execution, and there is no fallback: a step
/// that finds no capacity in time fails its execution, and a retry of the execution goes on from the checkpoint. A changed
/// definition is an update in place. The pipeline is called after the stack and its role, whose name the provider generates:
/// AWS wants a name that can never change, and so a replacement has another.
/// </remarks>
internal sealed class TrainingPipeline : ComponentResource
{
    public TrainingPipeline(string name, TrainingPipelineArgs args, ComponentResourceOptions? options = null)
        : base("ml:training:TrainingPipeline", name, options)
    {
        Args.Validate(name, args);
        var (scope, bucket) = (args.Scope, args.Bucket);
        var plan = new PipelinePlan(name, args.Pipeline, args.Families);
        var tags = scope.Tags.For(nameof(TrainingPipeline), CostCategory.Training);
        var child = new CustomResourceOptions { Parent = this };

        var steps = JobRole.For($"{name}-steps", scope, bucket, plan.StepAccess(), tags, this);
        var site = steps.Site(scope, bucket, tags);
        var role = ServiceRole.For("sagemaker.amazonaws.com", $"{name}-pipeline", scope, tags, this);
        var access = new RolePolicy($"{name}-pipeline", new()
        {
            Role = role.Name,
            Policy = site.Apply(found => PipelineAccess.For(plan, found).ToJson()),
        }, child);
        var pipeline = new Pipeline(name, new()
        {
            PipelineName = role.Name.Apply(generated => PlainName.Of($"{scope.Stack}-{generated}").TrimStart('-')),
            PipelineDisplayName = name,
            RoleArn = role.Arn,
            PipelineDefinition = site.Apply(found => DocumentText.Of(PipelineDefinition.For(plan, found))),
            ParallelismConfiguration = new PipelineParallelismConfigurationArgs
            {
                MaxParallelExecutionSteps = args.Pipeline.MaxParallelSteps,
            },
            Tags = tags,
        }, new()
        {
            Parent = this,
            DependsOn = steps.Ready.Concat(new Resource[] { access }),
            // Where somebody forces a replacement, the name is still taken.
            DeleteBeforeReplace = true,
        });

        PipelineName = pipeline.PipelineName;
        StepRole = new(steps.Name, plan.Trainings.Any(training => training.Work.Family.Spot));
        RegisterOutputs();
    }

    /// <summary>What to start.</summary>
    [Output("pipelineName")]
    public Output<string> PipelineName { get; private init; }

    /// <summary>The role of its steps; spot as soon as one of them is.</summary>
    public DeclaredRole StepRole { get; }
}
