using Policies.Instances;

namespace Policies.Sizing;

/// <summary>Which instance types a model fits, and which waste most of their memory.</summary>
internal static class RightSize
{
    /// <summary>What a driver and a framework leave of an accelerator's memory.</summary>
    public const double UsableShare = 0.9;

    /// <summary>Below this share of the usable memory a type is too large, if a smaller one fits.</summary>
    public const double WastefulBelow = 0.35;

    /// <summary>The memory that a model can use on so many instances: all of it when sharded, one accelerator's otherwise.</summary>
    public static MemorySize Usable(Accelerators accelerators, int instances, bool isSharded) =>
        MemorySize.FromMiB((double)accelerators.MemoryMiBEach * (isSharded ? accelerators.Count * instances : 1)) * UsableShare;

    public static Fit Of(ModelDemand demand, Accelerators accelerators, int instances)
    {
        var usable = Usable(accelerators, instances, demand.IsSharded);
        return demand.Need > usable ? Fit.TooSmall : demand.Need < usable * WastefulBelow ? Fit.Wasteful : Fit.Fits;
    }

    /// <summary>
    /// The listed GPU type with the least memory that the model fits, on as many instances; null where none does. Types of
    /// an earlier generation, or without an on-demand price, are no alternative.
    /// </summary>
    public static InstanceType? Smallest(ModelDemand demand, int instances, OfferedFor place) => InstanceCatalogue.All
        .Where(type => type.Gpus > 0 && type.Status == InstanceStatus.Current && type.Offered.HasFlag(place))
        .Where(type => Of(demand, type.Accelerators!, instances) != Fit.TooSmall)
        .OrderBy(type => type.Accelerators!.MemoryMiB)
        .ThenBy(type => type.Gpus)
        .ThenBy(type => type.VirtualCpus)
        .ThenBy(type => type.MemoryGiB)
        .ThenBy(type => type.Name, StringComparer.Ordinal)
        .FirstOrDefault();
}

internal enum Fit
{
    TooSmall,
    Fits,

    /// <summary>It fits, and most of the memory stays empty.</summary>
    Wasteful,
}
