using Costs.Catalogue.Keys;
using Costs.Quantities;
using Costs.Usage;
using ResourceViews.Aws.Sagemaker;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>A tuning job: as many training jobs as it may start.</summary>
internal sealed class TuningJobMapper : ResourceMapper<HyperParameterTuningJobProps>
{
    public override ImmutableArray<UsageSetting> Usage { get; } = [TrainingJobMapper.Runs, .. JobCost.Usage];

    protected override IEnumerable<CostItem> Map(HyperParameterTuningJobProps tuning, MappingContext context)
    {
        var definitions = Definitions(tuning);
        if (definitions.IsEmpty)
        {
            return [new CostItem.NotKnownYet("Training", "trainingJobDefinitions")];
        }

        var limit = tuning.Config.ResourceLimits.MaxNumberOfTrainingJobs;
        if (limit is { IsKnown: true, Value: null })
        {
            return [new CostItem.NotPriced("Training", "config.resourceLimits.maxNumberOfTrainingJobs is not set: it has no limit.")];
        }

        var trials = Quantity.Of(limit, "config.resourceLimits.maxNumberOfTrainingJobs", 1);
        if (trials.IsKnown)
        {
            trials = trials.Because($"all {trials} trials are run");
        }

        return definitions.SelectMany(definition => JobCost.Map(
            Read(definition) with { Times = trials / definitions.Length }, context.Usage[TrainingJobMapper.Runs], context));
    }

    private static ImmutableArray<HyperParameterTuningJobTrainingJobDefinitionProps> Definitions(HyperParameterTuningJobProps tuning)
    {
        if (!tuning.TrainingJobDefinition.IsMissing)
        {
            return [tuning.TrainingJobDefinition];
        }

        var definitions = ImmutableArray.CreateBuilder<HyperParameterTuningJobTrainingJobDefinitionProps>();
        foreach (var definition in tuning.TrainingJobDefinitions)
        {
            definitions.Add(definition);
        }

        return definitions.ToImmutable();
    }

    private static Job Read(HyperParameterTuningJobTrainingJobDefinitionProps definition)
    {
        var resources = definition.ResourceConfig;
        var tuned = definition.HyperParameterTuningResourceConfig;
        return new(InstanceUse.Training, Groups(resources, tuned))
        {
            VolumeGb = Quantity.Of(
                tuned.IsMissing ? resources.VolumeSizeInGb : tuned.VolumeSizeInGb, "resourceConfig.volumeSizeInGb", 0),
            Capacity = JobCapacity.Of(definition.EnableManagedSpotTraining),
            MaxRuntimeSeconds = definition.StoppingCondition.MaxRuntimeInSeconds,
            KeepAliveHours = JobCapacity.KeepAlive(resources.KeepAlivePeriodInSeconds),
        };
    }

    /// <summary>Where a trial may run on one of several types, the first, which is tried first, counts.</summary>
    private static ImmutableArray<InstanceGroup> Groups(
        HyperParameterTuningJobTrainingJobDefinitionResourceConfigProps resources,
        HyperParameterTuningJobTrainingJobDefinitionHyperParameterTuningResourceConfigProps tuned)
    {
        if (tuned.InstanceConfigs.Count > 0)
        {
            var first = tuned.InstanceConfigs[0];
            return [new(first.InstanceType, Quantity.Of(first.InstanceCount, "instanceConfigs.instanceCount", 1)
                .Because("trials run on the first of the instance types they may run on"))];
        }

        if (!tuned.IsMissing)
        {
            return [new(tuned.InstanceType, Quantity.Of(tuned.InstanceCount, "hyperParameterTuningResourceConfig.instanceCount", 1))];
        }

        var groups = ImmutableArray.CreateBuilder<InstanceGroup>();
        foreach (var group in resources.InstanceGroups)
        {
            groups.Add(new(group.InstanceType, Quantity.Of(group.InstanceCount, "resourceConfig.instanceGroups.instanceCount", 1)));
        }

        return groups.Count > 0
            ? groups.ToImmutable()
            : [new(resources.InstanceType, Quantity.Of(resources.InstanceCount, "resourceConfig.instanceCount", 1))];
    }
}
