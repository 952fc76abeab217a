using Costs.Catalogue;
using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Usage;
using ResourceViews.Aws.S3;
using NativeBucket = ResourceViews.AwsNative.S3.BucketProps;

namespace Costs.Mappers.S3;

/// <summary>
/// Buckets: what lies in them once lifecycle rules and ingest are in balance, by prefix and storage class, and the requests.
/// Lifecycle, versioning and tiering are read from the bucket and from the resources beside it, which are free by themselves.
/// </summary>
/// <remarks>https://aws.amazon.com/s3/pricing/</remarks>
internal sealed class BucketMapper : ResourceMapper
{
    private static readonly UsageSetting Puts = UsageKeys.PutRequestsPerMonth.Required();
    private static readonly UsageSetting Gets = UsageKeys.GetRequestsPerMonth.Required();

    public override IReadOnlyList<string> ResourceTypes { get; } =
        [.. BucketProps.ResourceTypes.Concat(BucketV2Props.ResourceTypes).Concat(NativeBucket.ResourceTypes).Distinct()];

    public override ImmutableArray<UsageSetting> Usage { get; } = [Puts, Gets, .. StorageUsage.All];

    public override ImmutableArray<UsageSetting> PrefixUsage { get; } = StorageUsage.All;

    public override IEnumerable<CostItem> Map(MappingContext context)
    {
        var lifecycle = BucketLifecycle.Of(context.Resource, context.Plan);
        return
        [
            .. lifecycle.NotKnown is { } property
                ? [new CostItem.NotKnownYet("Storage", property)]
                : Parts(context, lifecycle),
            Requests("PUT, COPY, POST, LIST requests", S3Prices.Put(StorageClasses.Standard), Puts, context.Usage),
            Requests("GET and other requests", S3Prices.Get(StorageClasses.Standard), Gets, context.Usage),
        ];
    }

    /// <summary>The bucket as a whole where nothing is stated of its prefixes.</summary>
    private static ImmutableArray<(string Prefix, ResourceUsage Usage)> Prefixes(ResourceUsage usage) =>
        usage.Prefixes.IsEmpty ? [("", usage)] : usage.Prefixes;

    private static IEnumerable<CostItem> Parts(MappingContext context, BucketLifecycle lifecycle)
    {
        var parts = Prefixes(context.Usage);
        return parts.SelectMany(part => Storage(part.Prefix, lifecycle, part.Usage, context)
            .Concat(Overlooked(part.Prefix, lifecycle, [.. parts.Select(other => other.Prefix)])));
    }

    private static IEnumerable<CostItem> Storage(
        string prefix, BucketLifecycle lifecycle, ResourceUsage usage, MappingContext context)
    {
        if (!usage.States(StorageUsage.Ingest) && !usage.States(StorageUsage.Stored))
        {
            return
            [
                new CostItem.Component(
                    StorageNames.Of("Storage", prefix, ""), CostCategory.Storage, S3Prices.Storage(StorageClasses.Standard),
                    usage[StorageUsage.Ingest]),
            ];
        }

        var objectKb = usage[StorageUsage.ObjectMb].Expected * 1024;
        ImmutableArray<LifecycleRule> rules =
        [
            .. from rule in lifecycle.Rules
               where rule.Covers(prefix, objectKb)
               select objectKb < StorageClasses.SmallObjectKb && !rule.HasSizeFilter ? Small(rule, lifecycle) : rule,
        ];
        decimal? keepDays = usage.States(StorageUsage.KeepMonths)
            ? usage[StorageUsage.KeepMonths].Expected * BillingMonth.StorageDays
            : null;
        var retention = context.AsIf(new Retention(rules, lifecycle.IsVersioned, keepDays), usage);
        return new PrefixStorage(prefix, StorageTimeline.Of(retention), usage).Map();
    }

    /// <summary>
    /// Rules for a part of what usage was stated for: nobody knows how much they move or delete. Rules that only tidy
    /// noncurrent versions make no difference here.
    /// </summary>
    private static IEnumerable<CostItem> Overlooked(string prefix, BucketLifecycle lifecycle, ImmutableArray<string> stated) =>
        from rule in lifecycle.Rules
        where stated.Length > 1 || prefix.Length > 0
        where rule.Prefix.Length > prefix.Length && rule.Prefix.StartsWith(prefix, StringComparison.Ordinal)
        where rule.ExpireAfterDays is not null || !rule.Transitions.IsEmpty
        where !stated.Any(other => other.Length > prefix.Length && Overlap(other, rule.Prefix))
        select new CostItem.NotPriced(
            StorageNames.Of("Storage", rule.Prefix, ""), "a lifecycle rule is for these objects; state their usage by this prefix.");

    private static bool Overlap(string left, string right) =>
        left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);

    /// <summary>Small objects stay where they are unless the rule names a size, or move only to the archive classes.</summary>
    private static LifecycleRule Small(LifecycleRule rule, BucketLifecycle lifecycle) => rule with
    {
        Transitions = lifecycle.MovesSmallObjects
            ? [.. rule.Transitions.Where(transition => StorageClasses.IsArchive(transition.StorageClass))]
            : [],
    };

    private static CostItem.Component Requests(string name, PriceKey price, UsageSetting setting, ResourceUsage usage) =>
        new(name, CostCategory.Storage, price, usage[setting]);
}
