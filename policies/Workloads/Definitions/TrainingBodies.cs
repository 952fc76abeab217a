namespace Policies.Workloads.Definitions;

/// <summary>Training jobs as the API takes them: CreateTrainingJob, and the definitions of CreateHyperParameterTuningJob.</summary>
internal static class TrainingBodies
{
    public static IEnumerable<Workload> TrainingJob(DefinitionNode body) =>
        [Definition(body, [.. Instances(body["ResourceConfig"], "InstanceGroups")]), .. Rules(body)];

    public static IEnumerable<Workload> TuningJob(DefinitionNode body)
    {
        var single = body["TrainingJobDefinition"];
        IEnumerable<DefinitionNode> definitions = body switch
        {
            { IsUnknown: true } => [body],
            _ when single.IsMissing => body["TrainingJobDefinitions"].Elements(),
            _ => body["TrainingJobDefinitions"].Elements().Prepend(single),
        };
        var tags = SageMakerCalls.Tags(body);
        return definitions.Select(definition =>
            Definition(definition, [.. Instances(definition["ResourceConfig"], "InstanceGroups"), .. Flexible(definition)]) with { Model = tags });
    }

    private static Workload Definition(DefinitionNode body, ImmutableArray<InstanceUse> instances) => new()
    {
        Purpose = Purpose.Training,
        Path = body.Path,
        Instances = instances,
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

    /// <summary>A tuning job may name several types, of which SageMaker takes what it finds.</summary>
    private static IEnumerable<InstanceUse> Flexible(DefinitionNode definition) =>
        definition.IsUnknown ? [] : Instances(definition["HyperParameterTuningResourceConfig"], "InstanceConfigs");

    /// <param name="resources">What may name a type itself, and has the key of all volumes.</param>
    /// <param name="list">What in it may name more types.</param>
    private static IEnumerable<InstanceUse> Instances(DefinitionNode resources, string list) =>
        from part in resources[list].Elements().Append(resources)
        let use = SageMakerCalls.Together(part)
        where use is not null
        let size = part["VolumeSizeInGB"].IsMissing ? resources["VolumeSizeInGB"] : part["VolumeSizeInGB"]
        select use with { Volume = new(resources["VolumeKmsKeyId"].TextSetting, size.IntegerSetting) };

    /// <summary>Debugger and profiler rules run as processing jobs beside the training job.</summary>
    private static IEnumerable<Workload> Rules(DefinitionNode body) =>
        from list in (string[])["DebugRuleConfigurations", "ProfilerRuleConfigurations"]
        from rule in body[list].Elements()
        from workload in SageMakerCalls.One(Purpose.Processing, rule)
        select workload;
}
