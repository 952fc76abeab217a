using Costs.Catalogue;
using Costs.Money;
using Costs.Quantities;

namespace Costs.Estimates;

/// <summary>What one resource costs.</summary>
public sealed record EstimateLine
{
    /// <summary>The resource's URN; empty for what belongs to the stack as a whole.</summary>
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>Where it is deployed; null where that is not known.</summary>
    public string? Region { get; init; }

    public ImmutableArray<PricedComponent> Components { get; init; } = [];

    /// <summary>What is missing from <see cref="Monthly"/>.</summary>
    public ImmutableArray<Gap> Gaps { get; init; } = [];

    /// <summary>Why it costs nothing; null where it does.</summary>
    public string? FreeBecause { get; init; }

    public LineStatus Status => (Components.IsEmpty, Gaps.IsEmpty) switch
    {
        (true, true) => LineStatus.Free,
        (false, true) => LineStatus.Priced,
        (false, false) => LineStatus.PartlyPriced,
        (true, false) => Gaps[0].Kind switch
        {
            GapKind.NeedsUsage => LineStatus.NeedsUsage,
            GapKind.NotKnownYet => LineStatus.NotKnownYet,
            _ => LineStatus.Unpriced,
        },
    };

    /// <summary>A month, without what is missing.</summary>
    public Cost Monthly => Cost.Sum(Components.Select(component => component.Monthly));

    /// <summary>One run, for what is started rather than running; null for everything else.</summary>
    public Cost? PerRun
    {
        get
        {
            ImmutableArray<Cost> runs =
            [
                .. Components.Select(component => component.PerRun).Concat(Gaps.Select(gap => gap.PerRun)).OfType<Cost>(),
            ];
            return runs.IsEmpty ? null : Cost.Sum(runs);
        }
    }

    /// <summary>How sure the least sure of its prices is; null where nothing is priced.</summary>
    public Confidence? Confidence => Components.IsEmpty
        ? null
        : Components.Min(component => component.Explanation.Price.Provenance.Confidence);

    public IEnumerable<Assumption> Assumptions =>
        Components.SelectMany(component => component.Explanation.Assumptions)
            .Concat(Gaps.SelectMany(gap => gap.Assumptions))
            .Distinct();

    public Cost In(CostCategory category) =>
        Cost.Sum(Components.Where(component => component.Category == category).Select(component => component.Monthly));
}

public enum LineStatus
{
    /// <summary>All of it is priced.</summary>
    Priced,

    /// <summary>AWS charges nothing for it.</summary>
    Free,

    /// <summary>Some of it is priced; the gaps say what is not.</summary>
    PartlyPriced,

    /// <summary>Nothing of it is priced, since nobody stated how it is used.</summary>
    NeedsUsage,

    /// <summary>Nothing of it is priced, since a property is not known before deployment.</summary>
    NotKnownYet,

    /// <summary>Nothing of it is priced: there is no price, or no mapper.</summary>
    Unpriced,
}
