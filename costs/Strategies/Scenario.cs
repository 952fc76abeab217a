using Costs.Usage;

namespace Costs.Strategies;

/// <summary>A plan without some of its strategies, and what was found out about them while it was mapped.</summary>
/// <param name="undone">In the order in which they are taken out.</param>
internal sealed class Scenario(ImmutableArray<Strategy> undone)
{
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private readonly HashSet<(Strategy, string)> unstated = [];

    /// <summary>The plan as it is.</summary>
    public static Scenario Planned => new([]);

    /// <summary>The resources that the last of the strategies changes, by name.</summary>
    public ImmutableArray<string> Changed => [.. changed.Order(StringComparer.Ordinal)];

    /// <summary>Strategies at work of which nobody stated how it was before, and the resource of each.</summary>
    public IEnumerable<(Strategy Strategy, string Resource)> Unstated => unstated;

    /// <summary>How something would be in this scenario.</summary>
    /// <param name="resource">Whose it is.</param>
    public T Of<T>(T planned, ResourceUsage usage, string resource)
    {
        foreach (var strategy in undone)
        {
            if (strategy is not IUndoes<T> undoes || !undoes.AppliesTo(planned, usage))
            {
                continue;
            }

            if (strategy.Needs is { } needed && !usage.States(needed))
            {
                unstated.Add((strategy, resource));
                continue;
            }

            planned = undoes.Without(planned, usage);
            if (strategy == undone[^1])
            {
                changed.Add(resource);
            }
        }

        return planned;
    }
}
