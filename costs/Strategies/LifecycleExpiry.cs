using Costs.Mappers.S3;
using Costs.Money;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>Objects that expire, where they would pile up. Nothing that is deleted leaves a noncurrent version behind either.</summary>
internal sealed class LifecycleExpiry : Strategy, IUndoes<Retention>
{
    public override string Name => "lifecycleExpire";

    public override string Title => "checkpoints and results that expire";

    public override UsageSetting? Needs => WithoutSettings.KeepMonths;

    /// <summary>Where the bytes are measured instead of following from what is written, no rule explains them.</summary>
    public bool AppliesTo(Retention planned, ResourceUsage usage) =>
        planned.Rules.Any(rule => rule.ExpireAfterDays is not null)
        && usage.States(StorageUsage.Ingest) && !usage.States(StorageUsage.Stored);

    public Retention Without(Retention planned, ResourceUsage usage) => planned with
    {
        Rules = [.. planned.Rules.Select(rule => rule with { ExpireAfterDays = null })],
        IsVersioned = false,
        KeepDays = usage[WithoutSettings.KeepMonths].Expected * BillingMonth.StorageDays,
    };
}
