using Costs.Plan;
using Costs.Usage;

namespace Costs.Strategies;

/// <summary>A plan without some of its strategies, and what was found out about them while it was mapped.</summary>
/// <param name="undone">In the order in which they are taken out.</param>
/// <param name="kept">Strategies that stay in place at a resource, by its URN.</param>
/// <param name="alternative">What else is different; null for nothing.</param>
internal sealed class Scenario(
    ImmutableArray<Strategy> undone, ImmutableHashSet<(Strategy Strategy, string Urn)> kept, IAlternative? alternative = null)
{
    private readonly HashSet<string> concerned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> changed = new(StringComparer.Ordinal);
    private readonly Dictionary<(Strategy, string), string> unstated = [];

    /// <summary>The plan as it is.</summary>
    public static Scenario Planned => new([], []);

    /// <summary>The names of the resources that the last of the strategies changes.</summary>
    public ImmutableArray<string> Changed => [.. changed.Values.Order(StringComparer.Ordinal)];

    /// <summary>The names of the resources where a strategy is at work and nobody stated how it was before.</summary>
    public IEnumerable<string> UnstatedBefore(Strategy strategy) =>
        unstated.Where(entry => entry.Key.Item1 == strategy).Select(entry => entry.Value);

    /// <summary>Whether anything of a resource may differ between scenarios.</summary>
    public bool Concerns(PlannedResource resource) => concerned.Contains(resource.Urn);

    /// <summary>How something would be in this scenario.</summary>
    /// <param name="resource">Whose it is.</param>
    public T Of<T>(T planned, ResourceUsage usage, PlannedResource resource)
    {
        concerned.Add(resource.Urn);
        foreach (var strategy in undone)
        {
            if (strategy is not IUndoes<T> undoes || !undoes.AppliesTo(planned, usage) || kept.Contains((strategy, resource.Urn)))
            {
                continue;
            }

            if (strategy.Needs is { } needed && !usage.States(needed))
            {
                unstated[(strategy, resource.Urn)] = resource.Name;
                continue;
            }

            planned = undoes.Without(planned, usage);
            if (strategy == undone[^1])
            {
                changed[resource.Urn] = resource.Name;
            }
        }

        return alternative is null ? planned : alternative.Of(planned, usage, resource);
    }
}

/// <summary>Something other than what is planned, to see what it would cost.</summary>
internal interface IAlternative
{
    /// <summary>What stands in for something planned, or that itself.</summary>
    T Of<T>(T planned, ResourceUsage usage, PlannedResource resource);
}
