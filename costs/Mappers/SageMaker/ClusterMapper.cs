using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Quantities;
using ResourceViews.AwsNative.SageMaker;

namespace Costs.Mappers.SageMaker;

/// <summary>HyperPod clusters: every instance of every group by the hour, whether it trains or idles.</summary>
/// <remarks>https://aws.amazon.com/sagemaker/ai/pricing/</remarks>
internal sealed class ClusterMapper : ResourceMapper<ClusterProps>
{
    protected override IEnumerable<CostItem> Map(ClusterProps cluster, MappingContext context)
    {
        if (cluster.InstanceGroups.IsUnknown)
        {
            yield return new CostItem.NotKnownYet("Cluster instances", "instanceGroups");
        }

        foreach (var group in cluster.InstanceGroups)
        {
            yield return group.InstanceType switch
            {
                { IsUnknown: true } => new CostItem.NotKnownYet("Cluster instances", "instanceGroups.instanceType"),
                { Value: { } type } => new CostItem.Component(
                    $"Cluster instances ({type})", CostCategory.Training, InstancePrices.For(InstanceUse.Cluster, type),
                    Quantity.Of(group.InstanceCount, "instanceGroups.instanceCount", 0) * BillingMonth.Hours),
                _ => new CostItem.NotPriced("Cluster instances", "a group names no single instance type."),
            };
            if (group.InstanceStorageConfigs.Count > 0)
            {
                yield return new CostItem.NotPriced("Cluster volumes", "the price list has no price for volumes of clusters.");
            }
        }

        if (cluster.RestrictedInstanceGroups.Count > 0)
        {
            yield return new CostItem.NotPriced("Restricted instance groups", "the price list has no price for them.");
        }
    }
}
