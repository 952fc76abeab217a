using Costs.Money;
using Costs.Quantities;

namespace Costs.Estimates;

/// <summary>What a plan costs while it runs. What has no price stays visible instead of counting as free.</summary>
public sealed record Estimate
{
    /// <summary>One line a resource, in the order of the plan; components, stacks and providers have none.</summary>
    public required ImmutableArray<EstimateLine> Lines { get; init; }

    /// <summary>The Regions of the plan and the date of their prices.</summary>
    public ImmutableArray<RegionState> Regions { get; init; } = [];

    /// <summary>Usage that was stated and that no resource of the plan takes, each as a sentence.</summary>
    public ImmutableArray<string> UnusedUsage { get; init; } = [];

    /// <summary>A month.</summary>
    public Cost Total => Cost.Sum(Lines.Select(line => line.Monthly));

    public Coverage Coverage => Coverage.Of(Lines.Where(line => line.Urn.Length > 0));

    /// <summary>Lines of which something is missing from the total.</summary>
    public IEnumerable<EstimateLine> WithGaps => Lines.Where(line => !line.Gaps.IsEmpty);

    /// <summary>All that the figures rest on, and the resources each concerns.</summary>
    public IEnumerable<(Assumption Assumption, ImmutableArray<string> Resources)> Assumptions =>
        from line in Lines
        from assumption in line.Assumptions
        group line.Name by assumption into named
        select (named.Key, named.Distinct(StringComparer.Ordinal).ToImmutableArray());

    /// <summary>A month, by category; together they are the total.</summary>
    public Cost In(CostCategory category) => Cost.Sum(Lines.Select(line => line.In(category)));
}

/// <summary>A Region of a plan.</summary>
/// <param name="PricesAsOf">The date of its SageMaker prices; null where there is no price list for it.</param>
public sealed record RegionState(string Region, string? PricesAsOf);
