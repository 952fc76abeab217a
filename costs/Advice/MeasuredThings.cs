using Costs.Catalogue.Keys;
using Costs.Mappers.SageMaker.Hosting;
using Costs.Mappers.SageMaker.Jobs;
using Costs.Measured;

namespace Costs.Advice;

/// <summary>Finds what was measured of a surveyed thing.</summary>
/// <param name="use">Null where nothing was measured.</param>
internal sealed class MeasuredThings(MeasuredUse? use, ImmutableArray<Surveyed> things)
{
    private readonly Dictionary<Surveyed, VariantUse> variants = use is null ? [] : Variants(use, things);

    public MeasuredUse? Use => use;

    public VariantUse? Variant(Surveyed thing) => variants.GetValueOrDefault(thing);

    public FamilyUse? Family(Surveyed thing) => thing.Thing is Job { Use: InstanceUse.Training, Groups: [{ Type.Value: { } type }] }
        ? use?.Families.FirstOrDefault(family => family.Family.Urn == thing.Resource.Urn && family.Family.InstanceType == type)
        : null;

    /// <summary>What was used of its instances; null where that is not known.</summary>
    public MeasuredNeed? Need(Surveyed thing) =>
        Variant(thing) is { } variant ? MeasuredNeed.Of(variant) : Family(thing) is { } family ? MeasuredNeed.Of(family) : null;

    /// <summary>Variants have no names once they are surveyed: they are in the order in which the plan has them.</summary>
    private static Dictionary<Surveyed, VariantUse> Variants(MeasuredUse use, ImmutableArray<Surveyed> things)
    {
        var served = things.Where(thing => thing.Thing is ServedVariant).ToLookup(thing => thing.Resource.Urn, StringComparer.Ordinal);
        return (
            from ofEndpoint in use.Variants.GroupBy(variant => variant.Variant.Urn, StringComparer.Ordinal)
            from pair in served[ofEndpoint.Key].OrderBy(thing => thing.Place).Zip(ofEndpoint)
            select pair).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
