using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Usage;
using ResourceViews.Aws.Ecr;

namespace Costs.Mappers.Compute;

/// <summary>ECR repositories, by the size of their images.</summary>
/// <remarks>https://aws.amazon.com/ecr/pricing/</remarks>
internal sealed class RepositoryMapper : ResourceMapper<RepositoryProps>
{
    private static readonly UsageSetting Stored = UsageKeys.StoredGb.Required();

    public override ImmutableArray<UsageSetting> Usage { get; } = [Stored];

    protected override IEnumerable<CostItem> Map(RepositoryProps repository, MappingContext context) =>
        [new CostItem.Component("Image storage", CostCategory.Storage, ServicePrices.EcrStorage, context.Usage[Stored])];
}
