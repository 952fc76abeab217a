namespace Costs.Measured;

/// <summary>How much of something was used, in percent of all there is.</summary>
/// <param name="Mean">Of all hours; null where it was not measured.</param>
/// <param name="Peak">The most there was at one time; null where it was not measured.</param>
public sealed record Utilization(decimal? Mean, decimal? Peak)
{
    /// <summary>Percent that rounding may add to what is full.</summary>
    private const decimal Tolerance = 1;

    public static Utilization Unknown { get; } = new(null, null);

    public bool IsKnown => Mean is not null || Peak is not null;

    /// <summary>Whether it is more than all there is, as when it was measured on larger instances than those planned.</summary>
    public bool IsImpossible => Mean > 100 + Tolerance || Peak > 100 + Tolerance;

    /// <param name="mean">100 for each of the parts.</param>
    /// <param name="peak">100 for each of the parts.</param>
    /// <param name="parts">How many there are, for example GPUs; null where that is not known.</param>
    internal static Utilization Of(decimal? mean, decimal? peak, int? parts) =>
        parts is > 0 ? new(mean / parts, peak / parts) : Unknown;
}
