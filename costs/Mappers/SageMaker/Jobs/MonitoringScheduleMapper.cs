using Costs.Catalogue.Keys;
using Costs.Mappers.Orchestration;
using Costs.Quantities;
using Costs.Usage;
using ResourceViews.AwsNative.SageMaker;
using NativeSchedule = ResourceViews.AwsNative.SageMaker.MonitoringScheduleProps;
using Schedule = ResourceViews.Aws.Sagemaker.MonitoringScheduleProps;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>A monitoring schedule: a processing job at each of its times.</summary>
internal sealed class MonitoringScheduleMapper : ResourceMapper
{
    private static readonly UsageSetting Runs = UsageKeys.RunsPerMonth.Required();

    public override IReadOnlyList<string> ResourceTypes { get; } = [.. Schedule.ResourceTypes, .. NativeSchedule.ResourceTypes];

    public override ImmutableArray<UsageSetting> Usage { get; } = [Runs, .. JobCost.Usage];

    public override IEnumerable<CostItem> Map(MappingContext context)
    {
        var schedule = NativeSchedule.From(PropertyValue.FromMap(context.Resource.Inputs));
        var definition = schedule.MonitoringScheduleConfig.MonitoringJobDefinition;
        if (definition.IsMissing)
        {
            return [new CostItem.NotPriced("Processing", "its job definition is a resource of its own; only inline ones are priced.")];
        }

        var cluster = definition.MonitoringResources.ClusterConfig;
        var expression = schedule.MonitoringScheduleConfig.ScheduleConfig.ScheduleExpression;
        var runs = context.Usage.States(Runs) ? context.Usage[Runs] : ScheduleTimes.PerMonth(expression) ?? context.Usage[Runs];
        return JobCost.Map(
            new(InstanceUse.Processing, [new(cluster.InstanceType, Quantity.Of(cluster.InstanceCount, "clusterConfig.instanceCount", 1))])
            {
                VolumeGb = Quantity.Of(cluster.VolumeSizeInGb, "clusterConfig.volumeSizeInGb", 0),
                MaxRuntimeSeconds = MaxRuntime(definition.StoppingCondition, context),
            },
            runs,
            context);
    }

    /// <summary>The one property that the two providers spell differently: aws has a list.</summary>
    private static Known<int?> MaxRuntime(MonitoringScheduleStoppingConditionProps native, MappingContext context)
    {
        var listed = Schedule.From(PropertyValue.FromMap(context.Resource.Inputs))
            .MonitoringScheduleConfig.MonitoringJobDefinition.StoppingConditions;
        return native.IsMissing ? listed[0].MaxRuntimeInSeconds : native.MaxRuntimeInSeconds;
    }
}
