namespace Costs.Sizing;

/// <summary>Which instance types a model fits, and which waste most of their memory.</summary>
public static class RightSize
{
    /// <summary>What a model may move to, the least memory first.</summary>
    private static readonly Lazy<ImmutableArray<InstanceType>> BySize = new(() =>
    [
        .. InstanceCatalogue.All
            .Where(type => type is { Accelerators: not null, Status: TypeStatus.Current })
            .OrderBy(type => type.Accelerators!.MemoryMiB)
            .ThenBy(type => type.Accelerators!.Count)
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
    /// The listed GPU type with the least memory that the model fits; null where none does. Types of an earlier generation, or without
    /// an on-demand price, are no alternative.
    /// </summary>
    public static InstanceType? Smallest(Placement placement) => Smallest(placement, accelerators => accelerators.Kind == AcceleratorKind.Gpu);

    /// <summary>What to think of a type for a model: the one answer of policies and of advice.</summary>
    /// <param name="type">A type with accelerators.</param>
    /// <param name="isLarge">Whether the type has to be earned (<see cref="LargeTypes"/>).</param>
    public static SizeJudgement Judge(Placement placement, InstanceType type, bool isLarge)
    {
        var accelerators = type.Accelerators ?? throw new ArgumentException($"{type.Name} has no accelerators.", nameof(type));
        var fit = Of(placement.Demand, accelerators, placement.Instances);
        var smallest = Smallest(placement, others => others.RunBuildsFor(accelerators));
        return (fit, Below(smallest, accelerators)) switch
        {
            (Fit.TooSmall, _) => new(fit, Standing.Refused, smallest),
            (Fit.Wasteful, { } smaller) => new(fit, Standing.Refused, smaller),

            // A type that needs another build of the model is never the answer, but worth a thought.
            (_, var smaller) when isLarge && (smaller ?? Below(Smallest(placement), accelerators)) is { } better =>
                new(fit, Standing.AdvisedAgainst, better),
            _ => new(fit, Standing.Accepted, null),
        };
    }

    private static InstanceType? Smallest(Placement placement, Func<Accelerators, bool> isCandidate) => BySize.Value.FirstOrDefault(type =>
        isCandidate(type.Accelerators!)
        && type.Offered.HasFlag(placement.Place)
        && placement.Allowed.Allow(type.Name)
        && Of(placement.Demand, type.Accelerators!, placement.Instances) != Fit.TooSmall);

    private static InstanceType? Below(InstanceType? type, Accelerators accelerators) =>
        type is not null && type.Accelerators!.MemoryMiB < accelerators.MemoryMiB ? type : null;
}

/// <summary>A model that needs a place.</summary>
/// <param name="Demand">The memory that it needs.</param>
/// <param name="Instances">How many work on it together.</param>
/// <param name="Place">Where a type has to be offered.</param>
/// <param name="Allowed">The only types that may be proposed; none for all.</param>
public sealed record Placement(ModelDemand Demand, int Instances, OfferedFor Place, TypePatterns Allowed);

/// <param name="Fit">How the model fits the type.</param>
/// <param name="Standing">Whether the type may stay.</param>
/// <param name="Better">The type with the least memory that the model fits, where that is another one; null for none.</param>
public sealed record SizeJudgement(Fit Fit, Standing Standing, InstanceType? Better);

public enum Standing
{
    Accepted,

    /// <summary>The model fills enough of it, and would fit a smaller type.</summary>
    AdvisedAgainst,

    /// <summary>The model does not fit, or leaves most of it empty and fits a smaller type.</summary>
    Refused,
}
