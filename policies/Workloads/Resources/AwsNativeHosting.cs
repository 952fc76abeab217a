using ResourceViews.AwsNative.SageMaker;
using static Policies.Workloads.Resources.ViewReading;

namespace Policies.Workloads.Resources;

/// <summary>What serves models or processes data on instances, among the resources of the provider aws-native.</summary>
internal static class AwsNativeHosting
{
    public static IEnumerable<Workload> EndpointConfig(EndpointConfigProps config)
    {
        var (tags, key) = (Declared.By(config.Tags), Setting(config.KmsKeyId));
        return
        [
            .. Each(config.ProductionVariants, (variant, at) => Variant(variant, at, key) with { Model = tags }),
            .. Each(config.ShadowProductionVariants, (variant, at) => Variant(variant, at, key) with { Model = tags }),
        ];
    }

    public static IEnumerable<Workload> InferenceComponent(InferenceComponentProps component) =>
        Each(component.Specifications, (specification, at) =>
            Hosted(at, One(specification.InstanceType, at)) with { Model = Declared.By(component.Tags) });

    public static IEnumerable<Workload> InferenceExperiment(InferenceExperimentProps experiment) =>
        Each(experiment.ModelVariants, (variant, at) =>
            Hosted(at, One(variant.InfrastructureConfig.RealTimeInferenceConfig.InstanceType, at)) with
            {
                Model = Declared.By(experiment.Tags),
            });

    public static IEnumerable<Workload> Cluster(ClusterProps cluster)
    {
        var tags = Declared.By(cluster.Tags);
        return
        [
            .. Each(cluster.InstanceGroups, (group, at) =>
                Group(at, tags, [.. Together(group.InstanceType, group.InstanceCount, at), .. AnyOf(group, at)])),
            .. Each(cluster.RestrictedInstanceGroups, (group, at) =>
                Group(at, tags, Together(group.InstanceType, group.InstanceCount, at))),
        ];
    }

    public static IEnumerable<Workload> ProcessingJob(ProcessingJobProps job) =>
        [
        Processing(One(job.ProcessingResources.ClusterConfig.InstanceType)) with
        {
            Model = Declared.By(job.Tags),
            MaxRuntime = Setting(job.StoppingCondition.MaxRuntimeInSeconds),
        },
    ];

    public static IEnumerable<Workload> DataQuality(DataQualityJobDefinitionProps definition) =>
        [Processing(One(definition.JobResources.ClusterConfig.InstanceType))];

    public static IEnumerable<Workload> ModelQuality(ModelQualityJobDefinitionProps definition) =>
        [Processing(One(definition.JobResources.ClusterConfig.InstanceType))];

    public static IEnumerable<Workload> ModelBias(ModelBiasJobDefinitionProps definition) =>
        [Processing(One(definition.JobResources.ClusterConfig.InstanceType))];

    public static IEnumerable<Workload> ModelExplainability(ModelExplainabilityJobDefinitionProps definition) =>
        [Processing(One(definition.JobResources.ClusterConfig.InstanceType))];

    public static IEnumerable<Workload> Monitoring(MonitoringScheduleProps schedule) =>
        [Processing(One(schedule.MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringResources.ClusterConfig.InstanceType))];

    /// <summary>A model package is validated by transform jobs when it is created.</summary>
    public static IEnumerable<Workload> ModelPackage(ModelPackageProps package) =>
        Each(package.ValidationSpecification.ValidationProfiles, (profile, at) => new Workload
        {
            Purpose = Purpose.Transform,
            Path = at,
            Instances = One(profile.TransformJobDefinition.TransformResources.InstanceType, at),
            Model = Declared.By(package.Tags),
        });

    private static Workload Variant(EndpointConfigProductionVariantProps variant, PropertyPath path, Setting<string> key) => Hosted(path, On(
        [
            .. One(variant.InstanceType, path),
            .. InEach(variant.InstancePools, (pool, at) => One(pool.InstanceType, at), path),
        ],
        new(key, Setting(variant.VolumeSizeInGb, path))));

    private static Workload Hosted(PropertyPath path, ImmutableArray<InstanceUse> instances) => new()
    {
        Purpose = Purpose.Hosting,
        Path = path,
        Instances = instances,
    };

    /// <summary>A group may name several types, of which the cluster takes what it finds.</summary>
    private static IEnumerable<InstanceUse> AnyOf(ClusterInstanceGroupProps group, PropertyPath path)
    {
        var types = group.InstanceRequirements.InstanceTypes;
        var typesPath = PathOf(group.InstanceRequirements.InstanceTypes, path);
        var countPath = PathOf(group.InstanceCount, path);
        if (types.IsUnknown && !group.IsUnknown)
        {
            yield return new(typesPath, Known<string>.Unknown, group.InstanceCount, countPath);
        }

        var index = 0;
        foreach (var type in types)
        {
            yield return new(typesPath.Element(index++), type, group.InstanceCount, countPath);
        }
    }

    private static Workload Group(PropertyPath path, ModelTags tags, ImmutableArray<InstanceUse> instances) => new()
    {
        Purpose = Purpose.Cluster,
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
