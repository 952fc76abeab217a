using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Quantities;
using Costs.Usage;
using ResourceViews.Aws.Efs;

namespace Costs.Mappers.Compute;

/// <summary>EFS file systems, by how much of them is read often.</summary>
/// <remarks>https://aws.amazon.com/efs/pricing/</remarks>
internal sealed class FileSystemMapper : ResourceMapper<FileSystemProps>
{
    private static readonly UsageSetting Stored = UsageKeys.StoredGb.Required();

    private static readonly UsageSetting Infrequent =
        UsageKeys.InfrequentPercent.Default(0, "everything is read often, which is the dearest");

    public override ImmutableArray<UsageSetting> Usage { get; } = [Stored, Infrequent];

    protected override IEnumerable<CostItem> Map(FileSystemProps system, MappingContext context)
    {
        var infrequent = context.Usage[Infrequent];
        yield return new CostItem.Component(
            "File storage (standard)", CostCategory.Storage, ServicePrices.EfsStandard,
            context.Usage[Stored] * Quantity.Of((100 - infrequent.Expected) / 100).With(infrequent));
        if (infrequent.Expected > 0)
        {
            yield return new CostItem.Component(
                "File storage (infrequent access)", CostCategory.Storage, ServicePrices.EfsInfrequent,
                context.Usage[Stored] * (infrequent / 100));
        }

        if (system.ProvisionedThroughputInMibps.Value > 0)
        {
            yield return new CostItem.NotPriced("Provisioned throughput", "the price list has no price for provisioned throughput of EFS.");
        }
    }
}
