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
            Instances =
            [
                .. Together(job.ResourceConfig.InstanceType, job.ResourceConfig.InstanceCount),
                .. InEach(job.ResourceConfig.InstanceGroups, (group, at) => Together(group.InstanceType, group.InstanceCount, at)),
            ],
            VolumeKey = Setting(job.ResourceConfig.VolumeKmsKeyId),
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

    private static Workload Definition(HyperParameterTuningJobTrainingJobDefinitionProps definition, PropertyPath path)
    {
        var flexible = definition.HyperParameterTuningResourceConfig;
        return new()
        {
            Purpose = Purpose.Training,
            Path = path,
            Instances =
            [
                .. Together(definition.ResourceConfig.InstanceType, definition.ResourceConfig.InstanceCount, path),
                .. InEach(
                    definition.ResourceConfig.InstanceGroups,
                    (group, at) => Together(group.InstanceType, group.InstanceCount, at),
                    path),
                .. flexible.IsMissing || flexible.IsUnknown ? [] : (ImmutableArray<InstanceUse>)
                [
                    .. Together(
                        definition.HyperParameterTuningResourceConfig.InstanceType,
                        definition.HyperParameterTuningResourceConfig.InstanceCount,
                        path),
                    .. InEach(
                        definition.HyperParameterTuningResourceConfig.InstanceConfigs,
                        (config, at) => Together(config.InstanceType, config.InstanceCount, at),
                        path),
                ],
            ],
            VolumeKey = Setting(definition.ResourceConfig.VolumeKmsKeyId, path),
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
    }
}
