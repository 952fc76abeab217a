using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Quantities;
using Costs.Usage;
using ResourceViews.Aws.Kms;
using NativeKey = ResourceViews.AwsNative.Kms.KeyProps;

namespace Costs.Mappers.Observability;

/// <summary>KMS keys. With a bucket key, S3 asks KMS rarely, so requests matter only where something else uses the key.</summary>
/// <remarks>https://aws.amazon.com/kms/pricing/</remarks>
internal sealed class KmsKeyMapper : ResourceMapper
{
    private static readonly UsageSetting Requests =
        UsageKeys.RequestsPerMonth.Default(0, "within the account's free requests");

    public override IReadOnlyList<string> ResourceTypes { get; } = [.. KeyProps.ResourceTypes, .. NativeKey.ResourceTypes];

    public override ImmutableArray<UsageSetting> Usage { get; } = [Requests];

    public override IEnumerable<CostItem> Map(MappingContext context)
    {
        yield return new CostItem.Component("Key", CostCategory.Other, ServicePrices.KmsKey, Quantity.One);
        if (context.Usage.States(Requests))
        {
            yield return new CostItem.Component("Requests", CostCategory.Other, ServicePrices.KmsRequests, context.Usage[Requests]);
        }
    }
}
