using ResourceViews.Aws.Sagemaker;
using static Policies.Workloads.Resources.ViewReading;

namespace Policies.Workloads.Resources;

/// <summary>What serves models or processes data on instances, among the resources of the provider aws.</summary>
internal static class AwsHosting
{
    public static IEnumerable<Workload> EndpointConfiguration(EndpointConfigurationProps config)
    {
        var (tags, key) = (Declared.By(config.Tags, config.TagsAll), Setting(config.KmsKeyArn));
        return
        [
            .. Each(config.ProductionVariants, (variant, at) =>
                Variant(at, On(One(variant.InstanceType, at), new(key, Setting(variant.VolumeSizeInGb, at))), tags)),
            .. Each(config.ShadowProductionVariants, (variant, at) =>
                Variant(at, On(One(variant.InstanceType, at), new(key, Setting(variant.VolumeSizeInGb, at))), tags)),
        ];
    }

    public static IEnumerable<Workload> DataQuality(DataQualityJobDefinitionProps definition) =>
        [Processing(One(definition.JobResources.ClusterConfig.InstanceType))];

    public static IEnumerable<Workload> Monitoring(MonitoringScheduleProps schedule) =>
        [Processing(One(schedule.MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringResources.ClusterConfig.InstanceType))];

    /// <summary>An algorithm is validated by a training job and a transform job when it is created.</summary>
    public static IEnumerable<Workload> Algorithm(AlgorithmProps algorithm) =>
    [
        new()
        {
            Purpose = Purpose.Training,
            Path = PropertyPath.Root,
            Model = Declared.By(algorithm.Tags, algorithm.TagsAll),
            Instances =
            [
                .. Together(
                    algorithm.ValidationSpecification.ValidationProfiles.TrainingJobDefinition.ResourceConfig.InstanceType,
                    algorithm.ValidationSpecification.ValidationProfiles.TrainingJobDefinition.ResourceConfig.InstanceCount),
                .. InEach(
                    algorithm.ValidationSpecification.ValidationProfiles.TrainingJobDefinition.ResourceConfig.InstanceGroups,
                    (group, at) => Together(group.InstanceType, group.InstanceCount, at)),
            ],
        },
        new()
        {
            Purpose = Purpose.Transform,
            Path = PropertyPath.Root,
            Model = Declared.By(algorithm.Tags, algorithm.TagsAll),
            Instances = One(
                algorithm.ValidationSpecification.ValidationProfiles.TransformJobDefinition.TransformResources.InstanceType),
        },
    ];

    private static Workload Variant(PropertyPath path, ImmutableArray<InstanceUse> instances, ModelTags tags) => new()
    {
        Purpose = Purpose.Hosting,
        Path = path,
        Instances = instances,
        Model = tags,
    };

    private static Workload Processing(ImmutableArray<InstanceUse> instances) => new()
    {
        Purpose = Purpose.Processing,
        Path = PropertyPath.Root,
        Instances = instances,
    };
}
