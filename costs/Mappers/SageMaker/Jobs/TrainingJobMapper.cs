using Costs.Catalogue.Keys;
using Costs.Quantities;
using Costs.Usage;
using ResourceViews.Aws.Sagemaker;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>A training job that is a resource: it runs once, when it is deployed, and again whenever it is replaced.</summary>
internal sealed class TrainingJobMapper : ResourceMapper<TrainingJobProps>
{
    /// <summary>How often a job that is a resource runs.</summary>
    public static UsageSetting Runs { get; } = UsageKeys.RunsPerMonth.Default(
        Quantity.Between(0, 1, 1), "it runs when it is deployed, and not in a month without");

    public override ImmutableArray<UsageSetting> Usage { get; } = [Runs, .. JobCost.Usage];

    protected override IEnumerable<CostItem> Map(TrainingJobProps job, MappingContext context) =>
        job.ServerlessJobConfig.IsMissing
            ? JobCost.Map(Read(job), context.Usage[Runs], context)
            : [new CostItem.NotPriced("Serverless training", "the price list has no price for serverless training jobs.")];

    private static Job Read(TrainingJobProps job)
    {
        var resources = job.ResourceConfig;
        return new(InstanceUse.Training, Groups(resources))
        {
            VolumeGb = Quantity.Of(resources.VolumeSizeInGb, "resourceConfig.volumeSizeInGb", 0),
            Capacity = JobCapacity.Of(job.EnableManagedSpotTraining),
            MaxRuntimeSeconds = job.StoppingCondition.MaxRuntimeInSeconds,
            KeepAliveHours = JobCapacity.KeepAlive(resources.KeepAlivePeriodInSeconds),
        };
    }

    private static ImmutableArray<InstanceGroup> Groups(TrainingJobResourceConfigProps resources)
    {
        if (resources.IsUnknown || resources.InstanceGroups.IsUnknown)
        {
            return [new(Known<string>.Unknown, Quantity.One)];
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
