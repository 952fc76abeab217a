using Policies.Instances;

namespace Policies.Sizing;

/// <summary>Which instance types a model fits, and which waste most of their memory.</summary>
internal static class RightSize
{
    /// <summary>The memory that a model can use on so many instances: all of it when sharded, one accelerator's otherwise.</summary>
    public static MemorySize Usable(Accelerators accelerators, int instances, bool isSharded) =>
        MemoryFit.Usable(MemorySize.FromMiB(accelerators.MemoryMiBEach), accelerators.Count * instances, isSharded);

    public static Fit Of(ModelDemand demand, Accelerators accelerators, int instances) =>
        MemoryFit.Of(demand, Usable(accelerators, instances, demand.IsSharded));

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
