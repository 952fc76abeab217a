namespace Costs.Money;

/// <summary>What one cost is more than another, in USD, at the least, as expected, and at the most. Each may be less than nothing.</summary>
public readonly record struct CostDifference(decimal Floor, decimal Expected, decimal Ceiling)
{
    public static CostDifference None => default;

    /// <summary>Whether all three are the same amount.</summary>
    public bool IsFixed => Floor == Expected && Expected == Ceiling;

    public static CostDifference Between(Cost before, Cost after) =>
        new(after.Floor - before.Floor, after.Expected - before.Expected, after.Ceiling - before.Ceiling);

    public static CostDifference Sum(IEnumerable<CostDifference> differences) =>
        differences.Aggregate(None, (sum, difference) => sum + difference);

    public static CostDifference operator +(CostDifference left, CostDifference right) =>
        new(left.Floor + right.Floor, left.Expected + right.Expected, left.Ceiling + right.Ceiling);

    public static CostDifference operator -(CostDifference difference) =>
        new(-difference.Floor, -difference.Expected, -difference.Ceiling);
}
