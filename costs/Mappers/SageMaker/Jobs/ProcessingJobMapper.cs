using Costs.Catalogue.Keys;
using Costs.Quantities;
using Costs.Usage;
using ResourceViews.AwsNative.SageMaker;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>A processing job that is a resource. SageMaker has no spot capacity for those.</summary>
internal sealed class ProcessingJobMapper : ResourceMapper<ProcessingJobProps>
{
    public override ImmutableArray<UsageSetting> Usage { get; } = [TrainingJobMapper.Runs, .. JobCost.Usage];

    protected override IEnumerable<CostItem> Map(ProcessingJobProps job, MappingContext context)
    {
        var cluster = job.ProcessingResources.ClusterConfig;
        return JobCost.Map(
            new(InstanceUse.Processing, [new(cluster.InstanceType, Quantity.Of(cluster.InstanceCount, "clusterConfig.instanceCount", 1))])
            {
                VolumeGb = Quantity.Of(cluster.VolumeSizeInGb, "clusterConfig.volumeSizeInGb", 0),
                MaxRuntimeSeconds = job.StoppingCondition.MaxRuntimeInSeconds,
            },
            context.Usage[TrainingJobMapper.Runs],
            context);
    }
}
