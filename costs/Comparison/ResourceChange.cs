using Costs.Estimates;
using Costs.Money;

namespace Costs.Comparison;

/// <summary>A resource before and after.</summary>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
public sealed record ResourceChange(ResourceCost? Before, ResourceCost? After)
{
    public string Urn => Either.Urn;

    public string Name => Either.Name;

    public ChangeKind Kind => (Before, After) switch
    {
        (null, _) => ChangeKind.Added,
        (_, null) => ChangeKind.Removed,
        _ => ChangeKind.Changed,
    };

    /// <summary>What is not there costs nothing; what is there and not priced is not in it either.</summary>
    public CostDifference Difference => CostDifference.Between(Before?.Monthly ?? Cost.Zero, After?.Monthly ?? Cost.Zero);

    internal bool IsWorthTelling => Kind == ChangeKind.Changed
        ? Before!.Status != After!.Status || Enum.GetValues<CostCategory>().Any(category => Before.In(category) != After.In(category))
        : Either.Status != LineStatus.Free && (Either.Status != LineStatus.Priced || Either.Monthly != Cost.Zero);

    private ResourceCost Either => After ?? Before ?? throw new InvalidOperationException("A change has a side at least.");
}

public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}
