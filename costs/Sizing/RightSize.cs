namespace Costs.Sizing;

/// <summary>Which instance types a model fits, and which waste most of their memory.</summary>
public static class RightSize
{
    /// <summary>What a model may move to, the least memory first.</summary>
    private static readonly Lazy<ImmutableArray<InstanceType>> BySize = new(() =>
    [
        .. InstanceCatalogue.All
            .Where(type => type is { Gpus: > 0, Status: TypeStatus.Current })
            .OrderBy(type => type.Accelerators!.MemoryMiB)
            .ThenBy(type => type.Gpus)
            .ThenBy(type => type.VirtualCpus)
            .ThenBy(type => type.MemoryGiB)
            .ThenBy(type => type.Name, StringComparer.Ordinal),
    ]);

    /// <summary>The memory that a model can use on so many instances: all of it when sharded, one accelerator's otherwise.</summary>
    public static MemorySize Usable(Accelerators accelerators, int instances, bool isSharded) =>
        MemoryFit.Usable(MemorySize.FromMiB(accelerators.MemoryMiBEach), accelerators.Count * instances, isSharded);

    public static Fit Of(ModelDemand demand, Accelerators accelerators, int instances) =>
        MemoryFit.Of(demand, Usable(accelerators, instances, demand.IsSharded));

    /// <summary>
    /// The listed GPU type with the least memory that the model fits, on as many instances; null where none does. Types of
    /// an earlier generation, or without an on-demand price, are no alternative.
    /// </summary>
    public static InstanceType? Smallest(ModelDemand demand, int instances, OfferedFor place) => BySize.Value
        .FirstOrDefault(type => type.Offered.HasFlag(place) && Of(demand, type.Accelerators!, instances) != Fit.TooSmall);

    /// <summary>What to think of a type for a model: the one answer of policies and of advice.</summary>
    /// <param name="demand">The memory that the model needs.</param>
    /// <param name="type">A type with accelerators.</param>
    /// <param name="instances">How many work on the model together.</param>
    /// <param name="place">Where another type has to be offered.</param>
    /// <param name="isLarge">Whether the type has to be earned (<see cref="LargeTypes"/>).</param>
    public static SizeJudgement Judge(ModelDemand demand, InstanceType type, int instances, OfferedFor place, bool isLarge)
    {
        var accelerators = type.Accelerators ?? throw new ArgumentException($"{type.Name} has no accelerators.", nameof(type));
        var fit = Of(demand, accelerators, instances);
        var smallest = Smallest(demand, instances, place);
        var smaller = smallest is not null && smallest.Accelerators!.MemoryMiB < accelerators.MemoryMiB ? smallest : null;
        return fit switch
        {
            Fit.TooSmall => new(fit, IsAccepted: false, smallest),
            _ => new(fit, IsAccepted: smaller is null || (fit == Fit.Fits && !isLarge), smaller),
        };
    }
}

/// <param name="Fit">How the model fits the type.</param>
/// <param name="IsAccepted">Whether the type may stay.</param>
/// <param name="Better">The type with the least memory that the model fits, where that is another one; null for none.</param>
public sealed record SizeJudgement(Fit Fit, bool IsAccepted, InstanceType? Better);
