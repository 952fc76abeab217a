using ResourceViews.Aws.Sagemaker;
using static Policies.Workloads.Resources.ViewReading;

namespace Policies.Workloads.Resources;

/// <summary>What trains, among the resources of the provider aws.</summary>
internal static class AwsTraining
{
    public static IEnumerable<Workload> Job(TrainingJobProps job) =>
    [
        new()
        {
            Purpose = Purpose.Training,
            Path = PropertyPath.Root,
            Model = Declared.By(job.Tags, job.TagsAll),
            Instances = On(
                [
                    .. Together(job.ResourceConfig.InstanceType, job.ResourceConfig.InstanceCount),
                    .. InEach(job.ResourceConfig.InstanceGroups, (group, at) => Together(group.InstanceType, group.InstanceCount, at)),
                ],
                new(Setting(job.ResourceConfig.VolumeKmsKeyId), Setting(job.ResourceConfig.VolumeSizeInGb))),
            Training = new()
            {
                Spot = Setting(job.EnableManagedSpotTraining),
                CheckpointUri = Setting(job.CheckpointConfig.S3Uri),
                MaxRuntime = Setting(job.StoppingCondition.MaxRuntimeInSeconds),
                MaxWait = Setting(job.StoppingCondition.MaxWaitTimeInSeconds),
                KeepAlive = Setting(job.ResourceConfig.KeepAlivePeriodInSeconds),
                TrainingPlan = Setting(job.ResourceConfig.TrainingPlanArn),
                IsServerless = Presence(job.ServerlessJobConfig),
            },
        },
        new()
        {
            Purpose = Purpose.Processing,
            Path = PropertyPath.Root,
            Instances =
            [
                .. InEach(job.DebugRuleConfigurations, (rule, at) => One(rule.InstanceType, at)),
                .. InEach(job.ProfilerRuleConfigurations, (rule, at) => One(rule.InstanceType, at)),
            ],
        },
    ];

    public static IEnumerable<Workload> TuningJob(HyperParameterTuningJobProps job)
    {
        var tags = Declared.By(job.Tags, job.TagsAll);
        return
        [
            .. job.TrainingJobDefinition.IsMissing
                ? []
                : (Workload[])[Definition(job.TrainingJobDefinition, PathOf(job.TrainingJobDefinition)) with { Model = tags }],
            .. Each(job.TrainingJobDefinitions, (definition, at) => Definition(definition, at) with { Model = tags }),
        ];
    }

    private static Workload Definition(HyperParameterTuningJobTrainingJobDefinitionProps definition, PropertyPath path) => new()
    {
        Purpose = Purpose.Training,
        Path = path,
        Instances =
        [
            .. On(
                [
                    .. Together(definition.ResourceConfig.InstanceType, definition.ResourceConfig.InstanceCount, path),
                    .. InEach(
                        definition.ResourceConfig.InstanceGroups,
                        (group, at) => Together(group.InstanceType, group.InstanceCount, at),
                        path),
                ],
                new(Setting(definition.ResourceConfig.VolumeKmsKeyId, path), Setting(definition.ResourceConfig.VolumeSizeInGb, path))),
            .. definition.IsUnknown ? [] : Flexible(definition, path),
        ],
        Training = new()
        {
            Spot = Setting(definition.EnableManagedSpotTraining, path),
            CheckpointUri = Setting(definition.CheckpointConfig.S3Uri, path),
            MaxRuntime = Setting(definition.StoppingCondition.MaxRuntimeInSeconds, path),
            MaxWait = Setting(definition.StoppingCondition.MaxWaitTimeInSeconds, path),
            KeepAlive = Setting(definition.ResourceConfig.KeepAlivePeriodInSeconds, path),
            TrainingPlan = Setting(definition.ResourceConfig.TrainingPlanArn, path),
        },
    };

    /// <summary>A tuning job may name several types, of which SageMaker takes what it finds.</summary>
    private static ImmutableArray<InstanceUse> Flexible(HyperParameterTuningJobTrainingJobDefinitionProps definition, PropertyPath path)
    {
        var key = Setting(definition.HyperParameterTuningResourceConfig.VolumeKmsKeyId, path);
        return
        [
            .. On(
                Together(
                    definition.HyperParameterTuningResourceConfig.InstanceType,
                    definition.HyperParameterTuningResourceConfig.InstanceCount,
                    path),
                new(key, Setting(definition.HyperParameterTuningResourceConfig.VolumeSizeInGb, path))),
            .. InEach(
                definition.HyperParameterTuningResourceConfig.InstanceConfigs,
                (config, at) => On(Together(config.InstanceType, config.InstanceCount, at), new(key, Setting(config.VolumeSizeInGb, at))),
                path),
        ];
    }
}
