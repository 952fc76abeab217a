using Costs.Usage;

namespace Costs.Mappers.S3;

/// <summary>What decides how long the objects of one prefix stay, and where.</summary>
/// <param name="Rules">The rules that are for all of them.</param>
/// <param name="KeepDays">After how many days their owner deletes them; null where nobody says.</param>
internal sealed record Retention(ImmutableArray<LifecycleRule> Rules, bool IsVersioned, decimal? KeepDays)
{
    /// <summary>Whether the bytes follow from what is known: measured, or written and after a while gone.</summary>
    public bool IsKnown(ResourceUsage usage) =>
        usage.States(StorageUsage.Stored)
        || (usage.States(StorageUsage.Ingest) && (KeepDays is not null || Rules.Any(rule => rule.ExpireAfterDays is not null)));

    public Retention WithoutTransitions(Func<Transition, bool> excluded) => this with
    {
        Rules =
        [
            .. Rules.Select(rule => rule with { Transitions = [.. rule.Transitions.Where(transition => !excluded(transition))] }),
        ],
    };
}
