using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Usage;
using ResourceViews.Aws.Sagemaker;
using NativeDomain = ResourceViews.AwsNative.SageMaker.DomainProps;

namespace Costs.Mappers.SageMaker;

/// <summary>Studio domains: free by themselves, but home directories lie on a file system of the domain's.</summary>
internal sealed class StudioDomainMapper : ResourceMapper
{
    private static readonly UsageSetting Stored = UsageKeys.StoredGb.Required();

    public override IReadOnlyList<string> ResourceTypes { get; } = [.. DomainProps.ResourceTypes, .. NativeDomain.ResourceTypes];

    public override ImmutableArray<UsageSetting> Usage { get; } = [Stored];

    public override IEnumerable<CostItem> Map(MappingContext context) =>
    [
        new CostItem.Component("Home directories (EFS)", CostCategory.Storage, ServicePrices.EfsStandard, context.Usage[Stored]),
    ];
}
