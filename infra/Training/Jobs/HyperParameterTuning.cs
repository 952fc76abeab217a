using Infra.Compute;
using Infra.Governance;
using Infra.Settings;
using Infra.Storage;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;
using Config = Pulumi.Aws.Sagemaker.Inputs.HyperParameterTuningJobConfigArgs;
using Definition = Pulumi.Aws.Sagemaker.Inputs.HyperParameterTuningJobTrainingJobDefinitionArgs;

namespace Infra.Training.Jobs;

/// <summary>A search for good hyperparameters that is part of a deployment: <c>pulumi up</c> starts it once.</summary>
/// <remarks>
/// Trials run on spot capacity with checkpoints, like the family's jobs, and there is no fallback: a trial that finds no
/// capacity in time is a trial without a result. Trials share a folder for checkpoints, so the training script has to
/// tell its own from others, as the sample's does. Taking the job out of the stack stops it; models stay in the bucket.
/// </remarks>
internal sealed class HyperParameterTuning : ComponentResource
{
    private readonly Output<JobPlan> plan;

    public HyperParameterTuning(string name, HyperParameterTuningArgs args, ComponentResourceOptions? options = null)
        : base("ml:training:HyperParameterTuning", name, options)
    {
        Args.Validate(name, args);
        var (scope, bucket, job, family) = (args.Scope, args.Bucket, args.Job, args.Family);
        var work = new TrainingWork(job.Family, family, job.Script, job.HyperParameters);
        var checkpoints = BucketLayout.CheckpointsOf($"tuning.{name}");
        var tags = scope.Tags.For(nameof(HyperParameterTuning), CostCategory.Training)
            .WithModel(family.ModelParametersBillions, family.TrainingMode)
            .SetItem("capacity", work.Capacity);

        var role = JobRole.For($"{name}-tuning", scope, bucket, JobAccess.Of(work, checkpoints), tags, this);
        plan = role.Site(scope, bucket, tags).Apply(site => JobPlan.Of(
            ContentName.Of(scope.Stack, name, TuningPlan.Request(job, work, site), ContentName.LongestTuningJob),
            work, site, checkpoints));
        var tuning = new HyperParameterTuningJob(name, new()
        {
            Name = plan.Apply(found => found.Name),
            Config = ConfigOf(job, work),
            TrainingJobDefinition = TrialOf(job, work, plan),
            Timeouts = new HyperParameterTuningJobTimeoutsArgs { Create = TuningPlan.Timeout(job, work) },
            Tags = tags,
        }, new()
        {
            Parent = this,
            DependsOn = role.Ready.Concat(new[] { bucket.Ready }),
            IgnoreChanges = { "tags" },
        });

        JobName = tuning.Name;
        Capacity = work.Capacity;
        RegisterOutputs();
    }

    [Output("jobName")]
    public Output<string> JobName { get; private init; }

    /// <summary><c>spot</c> or <c>on-demand</c>.</summary>
    public string Capacity { get; }

    /// <summary>Each trial adds its name and leaves <c>output/model.tar.gz</c> there.</summary>
    public Output<string> OutputUri => plan.Apply(found => found.OutputUri);

    private static Config ConfigOf(TuningJobSettings job, TrainingWork work) => new()
    {
        Strategy = job.Strategy,
        Objective = new HyperParameterTuningJobConfigObjectiveArgs { MetricName = job.Metric, Type = job.Goal },
        TrainingJobEarlyStoppingType = job.EarlyStopping ? "Auto" : "Off",
        ResourceLimits = new HyperParameterTuningJobConfigResourceLimitsArgs
        {
            MaxNumberOfTrainingJobs = job.MaxTrials,
            MaxParallelTrainingJobs = job.MaxParallelTrials,
            MaxRuntimeInSeconds = TuningPlan.MaxRuntimeSeconds(job, work),
        },
        ParameterRanges = RangesOf(job),
    };

    private static HyperParameterTuningJobConfigParameterRangesArgs RangesOf(TuningJobSettings job)
    {
        var ranges = new HyperParameterTuningJobConfigParameterRangesArgs();
        foreach (var (name, text) in job.Ranges)
        {
            switch (ParameterRange.Parse(text))
            {
                case Interval { IsWhole: true } whole:
                    ranges.IntegerParameterRanges.Add(new HyperParameterTuningJobConfigParameterRangesIntegerParameterRangeArgs
                    {
                        Name = name,
                        MinValue = whole.Min,
                        MaxValue = whole.Max,
                        ScalingType = whole.Scaling,
                    });
                    break;
                case Interval interval:
                    ranges.ContinuousParameterRanges.Add(new HyperParameterTuningJobConfigParameterRangesContinuousParameterRangeArgs
                    {
                        Name = name,
                        MinValue = interval.Min,
                        MaxValue = interval.Max,
                        ScalingType = interval.Scaling,
                    });
                    break;
                case Choice choice:
                    ranges.CategoricalParameterRanges.Add(new HyperParameterTuningJobConfigParameterRangesCategoricalParameterRangeArgs
                    {
                        Name = name,
                        Values = choice.Values.ToArray(),
                    });
                    break;
            }
        }

        return ranges;
    }

    private static Definition TrialOf(TuningJobSettings job, TrainingWork work, Output<JobPlan> plan)
    {
        var family = work.Family;
        var resources = new HyperParameterTuningJobTrainingJobDefinitionResourceConfigArgs
        {
            InstanceType = family.InstanceType,
            InstanceCount = family.InstanceCount,
        };
        if (!InstanceType.Parse(family.InstanceType).HasLocalStorage)
            resources.VolumeSizeInGb = family.VolumeGb;
        var limits = new HyperParameterTuningJobTrainingJobDefinitionStoppingConditionArgs
        {
            MaxRuntimeInSeconds = family.MaxRuntimeSeconds,
        };
        if (family.Spot)
            limits.MaxWaitTimeInSeconds = family.MaxWaitSeconds;

        return new()
        {
            RoleArn = plan.Apply(found => found.RoleArn),
            AlgorithmSpecification = new HyperParameterTuningJobTrainingJobDefinitionAlgorithmSpecificationArgs
            {
                TrainingImage = family.Image,
                TrainingInputMode = family.InputMode,
                MetricDefinitions = new HyperParameterTuningJobTrainingJobDefinitionAlgorithmSpecificationMetricDefinitionArgs
                {
                    Name = job.Metric,
                    Regex = job.MetricRegex,
                },
            },
            EnableManagedSpotTraining = family.Spot,
            StoppingCondition = limits,
            CheckpointConfig = new HyperParameterTuningJobTrainingJobDefinitionCheckpointConfigArgs
            {
                S3Uri = plan.Apply(found => found.CheckpointUri),
            },
            ResourceConfig = resources,
            StaticHyperParameters = plan.Apply(found => TuningPlan.Fixed(job, found.HyperParameters)),
            Environment = family.Environment.ToImmutableDictionary(),
            InputDataConfigs = work.DatasetsByChannel.Select(channel => ChannelOf(channel.Key, channel.Value, plan)).ToArray(),
            OutputDataConfig = new HyperParameterTuningJobTrainingJobDefinitionOutputDataConfigArgs
            {
                S3OutputPath = plan.Apply(found => found.OutputUri),
                KmsKeyId = plan.Apply(found => found.KeyArn),
            },
        };
    }

    private static HyperParameterTuningJobTrainingJobDefinitionInputDataConfigArgs ChannelOf(
        string name, string folder, Output<JobPlan> plan) => new()
        {
            ChannelName = name,
            DataSource = new HyperParameterTuningJobTrainingJobDefinitionInputDataConfigDataSourceArgs
            {
                S3DataSource = new HyperParameterTuningJobTrainingJobDefinitionInputDataConfigDataSourceS3DataSourceArgs
                {
                    S3DataType = "S3Prefix",
                    S3Uri = plan.Apply(found => BucketLayout.Uri(found.Bucket, folder)),
                    S3DataDistributionType = "FullyReplicated",
                },
            },
        };
}
