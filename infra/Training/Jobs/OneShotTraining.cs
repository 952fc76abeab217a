using Infra.Compute;
using Infra.Governance;
using Infra.Settings;
using Infra.Storage;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

namespace Infra.Training.Jobs;

/// <summary>A training job that is part of a deployment: <c>pulumi up</c> runs it once and waits for its end.</summary>
/// <remarks>
/// There is no fallback: a spot job that finds no capacity before its wait is over ends as <c>Stopped</c>, and to the
/// provider that is an end like any other. The launcher of the family is what falls back. Taking the job out of the
/// stack stops it if it still runs and deletes SageMaker's record of it; its model and checkpoints stay in the bucket.
/// </remarks>
internal sealed class OneShotTraining : ComponentResource
{
    private readonly Output<JobPlan> plan;

    public OneShotTraining(string name, OneShotTrainingArgs args, ComponentResourceOptions? options = null)
        : base("ml:training:OneShotTraining", name, options)
    {
        Args.Validate(name, args);
        var (scope, bucket, family) = (args.Scope, args.Bucket, args.Family);
        var work = new TrainingWork(args.Job.Family, family, args.Job.Script, args.Job.HyperParameters);
        var checkpoints = BucketLayout.CheckpointsOf($"jobs.{name}");
        var tags = scope.Tags.For(nameof(OneShotTraining), CostCategory.Training)
            .WithModel(family.ModelParametersBillions, family.TrainingMode)
            .SetItem("capacity", work.Capacity);

        var role = JobRole.For($"{name}-job", scope, bucket, JobAccess.Of(work, checkpoints), tags, this);
        plan = role.Site(scope, bucket, tags).Apply(site => JobPlan.For(scope.Stack, name, args.Job.Run, work, site, checkpoints));
        var job = new TrainingJob(name, Request(work, plan, tags), new()
        {
            Parent = this,
            DependsOn = role.Ready.Concat(new[] { bucket.Ready }),
            // Tags of what is over say whose it was. To change them would be no reason to train again.
            IgnoreChanges = { "tags" },
        });

        JobName = job.TrainingJobName;
        Capacity = work.Capacity;
        RegisterOutputs();
    }

    [Output("jobName")]
    public Output<string> JobName { get; private init; }

    /// <summary><c>spot</c> or <c>on-demand</c>.</summary>
    public string Capacity { get; }

    /// <summary>Where the model is once the job has completed.</summary>
    public Output<string> ModelUri => plan.Apply(found => $"{found.OutputUri}{found.Name}/output/model.tar.gz");

    public Output<string> CheckpointUri => plan.Apply(found => found.CheckpointUri);

    private static TrainingJobArgs Request(TrainingWork work, Output<JobPlan> plan, InputMap<string> tags)
    {
        var family = work.Family;
        var resources = new TrainingJobResourceConfigArgs
        {
            InstanceType = family.InstanceType,
            InstanceCount = family.InstanceCount,
        };
        if (!InstanceType.Parse(family.InstanceType).HasLocalStorage)
            resources.VolumeSizeInGb = family.VolumeGb;
        var limits = new TrainingJobStoppingConditionArgs { MaxRuntimeInSeconds = family.MaxRuntimeSeconds };
        if (family.Spot)
            limits.MaxWaitTimeInSeconds = family.MaxWaitSeconds;

        var request = new TrainingJobArgs
        {
            TrainingJobName = plan.Apply(found => found.Name),
            RoleArn = plan.Apply(found => found.RoleArn),
            AlgorithmSpecification = new TrainingJobAlgorithmSpecificationArgs
            {
                TrainingImage = family.Image,
                TrainingInputMode = family.InputMode,
            },
            EnableManagedSpotTraining = family.Spot,
            StoppingCondition = limits,
            CheckpointConfig = new TrainingJobCheckpointConfigArgs { S3Uri = plan.Apply(found => found.CheckpointUri) },
            ResourceConfig = resources,
            HyperParameters = plan.Apply(found => found.HyperParameters),
            Environment = family.Environment.ToImmutableDictionary(),
            InputDataConfigs = work.DatasetsByChannel.Select(channel => new TrainingJobInputDataConfigArgs
            {
                ChannelName = channel.Key,
                DataSource = new TrainingJobInputDataConfigDataSourceArgs
                {
                    S3DataSource = new TrainingJobInputDataConfigDataSourceS3DataSourceArgs
                    {
                        S3DataType = "S3Prefix",
                        S3Uri = plan.Apply(found => BucketLayout.Uri(found.Bucket, channel.Value)),
                        S3DataDistributionType = "FullyReplicated",
                    },
                },
            }).ToArray(),
            OutputDataConfig = new TrainingJobOutputDataConfigArgs
            {
                S3OutputPath = plan.Apply(found => found.OutputUri),
                KmsKeyId = plan.Apply(found => found.KeyArn),
            },
            Timeouts = new TrainingJobTimeoutsArgs { Create = work.Timeout() },
            Tags = tags,
        };
        if (family.ProfilingIntervalMs is { } interval)
        {
            request.ProfilerConfig = new TrainingJobProfilerConfigArgs
            {
                ProfilingIntervalInMilliseconds = interval,
                S3OutputPath = plan.Apply(found => found.OutputUri),
            };
        }

        return request;
    }
}
