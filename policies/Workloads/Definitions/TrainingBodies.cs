namespace Policies.Workloads.Definitions;

/// <summary>Training jobs as the API takes them: CreateTrainingJob, and the definitions of CreateHyperParameterTuningJob.</summary>
internal static class TrainingBodies
{
    public static IEnumerable<Workload> TrainingJob(DefinitionNode body) =>
        [Definition(body, Instances(body["ResourceConfig"])), .. Rules(body)];

    public static IEnumerable<Workload> TuningJob(DefinitionNode body)
    {
        var single = body["TrainingJobDefinition"];
        IEnumerable<DefinitionNode> definitions = single.IsMissing || single.IsUnknown
            ? body["TrainingJobDefinitions"].Elements()
            : body["TrainingJobDefinitions"].Elements().Prepend(single);
        var tags = SageMakerCalls.Tags(body);
        return definitions.Select(definition =>
            Definition(definition, [.. Instances(definition["ResourceConfig"]), .. Flexible(definition)]) with { Model = tags });
    }

    private static Workload Definition(DefinitionNode body, ImmutableArray<InstanceUse> instances) => new()
    {
        Purpose = Purpose.Training,
        Path = body.Path,
        Instances = instances,
        VolumeKey = body["ResourceConfig"]["VolumeKmsKeyId"].TextSetting,
        Model = SageMakerCalls.Tags(body),
        Training = new()
        {
            Spot = body["EnableManagedSpotTraining"].FlagSetting,
            CheckpointUri = body["CheckpointConfig"]["S3Uri"].TextSetting,
            MaxRuntime = body["StoppingCondition"]["MaxRuntimeInSeconds"].IntegerSetting,
            MaxWait = body["StoppingCondition"]["MaxWaitTimeInSeconds"].IntegerSetting,
            KeepAlive = body["ResourceConfig"]["KeepAlivePeriodInSeconds"].IntegerSetting,
            TrainingPlan = body["ResourceConfig"]["TrainingPlanArn"].TextSetting,
            IsServerless = body["ServerlessJobConfig"].PresenceSetting,
        },
    };

    private static ImmutableArray<InstanceUse> Instances(DefinitionNode resources) =>
        [.. resources["InstanceGroups"].Elements().Append(resources).Select(SageMakerCalls.Together).OfType<InstanceUse>()];

    /// <summary>A tuning job may name several types, of which SageMaker takes what it finds.</summary>
    private static IEnumerable<InstanceUse> Flexible(DefinitionNode definition)
    {
        var resources = definition["HyperParameterTuningResourceConfig"];
        return resources.IsUnknown
            ? []
            : resources["InstanceConfigs"].Elements().Append(resources).Select(SageMakerCalls.Together).OfType<InstanceUse>();
    }

    /// <summary>Debugger and profiler rules run as processing jobs beside the training job.</summary>
    private static IEnumerable<Workload> Rules(DefinitionNode body) =>
        from list in (string[])["DebugRuleConfigurations", "ProfilerRuleConfigurations"]
        from rule in body[list].Elements()
        from workload in SageMakerCalls.One(Purpose.Processing, rule)
        select workload;
}
