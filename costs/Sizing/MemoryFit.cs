namespace Costs.Sizing;

/// <summary>Whether a model fits the memory of accelerators, and whether it leaves most of it empty.</summary>
public static class MemoryFit
{
    /// <summary>What a driver and a framework leave of an accelerator's memory.</summary>
    public const double UsableShare = 0.9;

    /// <summary>Below this share of the usable memory a type is too large, if a smaller one fits.</summary>
    public const double WastefulBelow = 0.35;

    /// <summary>The memory that a model can use: that of all accelerators when sharded, one's otherwise.</summary>
    public static MemorySize Usable(MemorySize each, int accelerators, bool isSharded) =>
        each * (isSharded ? accelerators : 1) * UsableShare;

    public static Fit Of(ModelDemand demand, MemorySize usable) =>
        demand.Need > usable ? Fit.TooSmall : demand.Need < usable * WastefulBelow ? Fit.Wasteful : Fit.Fits;
}

public enum Fit
{
    TooSmall,
    Fits,

    /// <summary>It fits, and most of the memory stays empty.</summary>
    Wasteful,
}
