using System.Collections.Frozen;

namespace Policies.Workloads.Definitions;

/// <summary>What calls of the SageMaker API run on instances, read from the bodies of the calls.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations.html</remarks>
internal static class SageMakerCalls
{
    private static readonly FrozenDictionary<string, Func<DefinitionNode, IEnumerable<Workload>>> Calls =
        new Dictionary<string, Func<DefinitionNode, IEnumerable<Workload>>>
        {
            ["createTrainingJob"] = TrainingBodies.TrainingJob,
            ["createHyperParameterTuningJob"] = TrainingBodies.TuningJob,
            ["createProcessingJob"] = ProcessingJob,
            ["createTransformJob"] = TransformJob,
            ["createEndpointConfig"] = Variants,
            ["createInferenceExperiment"] = Experiment,
            ["createNotebookInstance"] = body => One(Purpose.NotebookInstance, body),
            ["updateNotebookInstance"] = body => One(Purpose.NotebookInstance, body),
            ["createCluster"] = Cluster,
            ["updateCluster"] = Cluster,
            ["createApp"] = body => One(Purpose.Studio, body["ResourceSpec"]),
            ["createDomain"] = StudioBodies.Domain,
            ["updateDomain"] = StudioBodies.Domain,
            ["createUserProfile"] = body => StudioBodies.Settings(body["UserSettings"]),
            ["updateUserProfile"] = body => StudioBodies.Settings(body["UserSettings"]),
            ["createSpace"] = body => StudioBodies.Settings(body["SpaceSettings"]),
            ["updateSpace"] = body => StudioBodies.Settings(body["SpaceSettings"]),
            ["createDataQualityJobDefinition"] = body => Processing(body["JobResources"]),
            ["createModelQualityJobDefinition"] = body => Processing(body["JobResources"]),
            ["createModelBiasJobDefinition"] = body => Processing(body["JobResources"]),
            ["createModelExplainabilityJobDefinition"] = body => Processing(body["JobResources"]),
            ["createMonitoringSchedule"] = Monitoring,
            ["updateMonitoringSchedule"] = Monitoring,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The action of a SageMaker integration, optimised or through the AWS SDK: createTrainingJob.</summary>
    /// <param name="resource">The ARN of a task's resource, or of a schedule's target.</param>
    public static string? ActionOf(string? resource)
    {
        const string Service = ":sagemaker:";
        return resource?.LastIndexOf(Service, StringComparison.Ordinal) is int at and >= 0
            ? resource[(at + Service.Length)..].Split('.')[0]
            : null;
    }

    /// <summary>What a call runs; none for calls that run nothing on instances.</summary>
    public static IEnumerable<Workload> Of(string action, DefinitionNode body) =>
        Calls.TryGetValue(action, out var read) ? read(body) : [];

    /// <summary>The jobs that a pipeline step's arguments ask for, whatever the type of the step.</summary>
    public static IEnumerable<Workload> Processing(DefinitionNode resources) => One(Purpose.Processing, resources["ClusterConfig"]);

    public static IEnumerable<Workload> TransformJob(DefinitionNode body) => One(Purpose.Transform, body["TransformResources"]);

    public static IEnumerable<Workload> ProcessingJob(DefinitionNode body) =>
        Processing(body["ProcessingResources"]).Select(job => job with
        {
            MaxRuntime = body["StoppingCondition"]["MaxRuntimeInSeconds"].IntegerSetting,
        });

    public static IEnumerable<Workload> One(Purpose purpose, DefinitionNode body, PropertyPath? path = null)
    {
        if (Use(body) is { } use)
        {
            yield return new() { Purpose = purpose, Path = path ?? body.Path, Instances = [use], Model = Tags(body) };
        }
    }

    /// <summary>The instance type of an object that may name one.</summary>
    public static InstanceUse? Use(DefinitionNode body) =>
        body["InstanceType"] is { IsMissing: false } type ? new(type.Path, type.Text) : null;

    /// <summary>The same, where the instances work on one model together.</summary>
    public static InstanceUse? Together(DefinitionNode body)
    {
        var count = body["InstanceCount"];
        return Use(body) is { } use ? use with { Count = count.IsMissing ? 1 : count.Integer, CountPath = count.Path } : null;
    }

    /// <summary>The tags of a call's body.</summary>
    public static ModelTags Tags(DefinitionNode body)
    {
        var tags = body["Tags"];
        return ModelTags.From(key => tags.IsUnknown
            ? Known<string>.Unknown
            : tags.Elements().Where(tag => tag["Key"].Text.Value == key).Select(tag => tag["Value"].Text).FirstOrDefault());
    }

    private static IEnumerable<Workload> Variants(DefinitionNode body) =>
        from list in (string[])["ProductionVariants", "ShadowProductionVariants"]
        from variant in body[list].Elements()
        let uses = Pools(body, variant)
        where uses.Length > 0
        select new Workload { Purpose = Purpose.Hosting, Path = variant.Path, Instances = uses, Model = Tags(body) };

    private static ImmutableArray<InstanceUse> Pools(DefinitionNode body, DefinitionNode variant)
    {
        var volume = new InstanceVolume(body["KmsKeyId"].TextSetting, variant["VolumeSizeInGB"].IntegerSetting);
        return [.. variant["InstancePools"].Elements().Append(variant).Select(Use).OfType<InstanceUse>().Select(use => use with { Volume = volume })];
    }

    private static IEnumerable<Workload> Experiment(DefinitionNode body) =>
        from variant in body["ModelVariants"].Elements()
        from workload in One(Purpose.Hosting, variant["InfrastructureConfig"]["RealTimeInferenceConfig"])
        select workload with { Model = Tags(body) };

    private static IEnumerable<Workload> Cluster(DefinitionNode body) =>
        from list in (string[])["InstanceGroups", "RestrictedInstanceGroups"]
        from part in body[list].Elements()
        let uses = Group(part)
        where uses.Length > 0
        select new Workload { Purpose = Purpose.Cluster, Path = part.Path, Instances = uses, Model = Tags(body) };

    private static ImmutableArray<InstanceUse> Group(DefinitionNode group)
    {
        var count = group["InstanceCount"];
        return Together(group) is { } use
            ? [use]
            : [.. group["InstanceRequirements"]["InstanceTypes"].Elements()
                .Select(type => new InstanceUse(type.Path, type.Text, count.Integer, count.Path))];
    }

    private static IEnumerable<Workload> Monitoring(DefinitionNode body) =>
        Processing(body["MonitoringScheduleConfig"]["MonitoringJobDefinition"]["MonitoringResources"]);
}
