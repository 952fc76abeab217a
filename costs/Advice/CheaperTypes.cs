using Costs.Catalogue;
using Costs.Catalogue.Keys;
using Costs.Measured;
using Costs.Sizing;

namespace Costs.Advice;

/// <summary>
/// The instance types that a model could move to: those of the same hardware list, and judged by the same rules, as the
/// policies have, so that advice never names a type that they refuse.
/// </summary>
/// <param name="prices">Of the Region; what has no price there is no candidate.</param>
/// <param name="use">What the instances are used for.</param>
/// <param name="sizing">What the stack's policies say of types.</param>
internal sealed class CheaperTypes(RegionPrices prices, InstanceUse use, SizingSettings sizing)
{
    private string List => use == InstanceUse.Hosting ? SizingSettings.HostingTypes : SizingSettings.TrainingTypes;

    private OfferedFor Place => use == InstanceUse.Hosting ? OfferedFor.Hosting : OfferedFor.Training;

    /// <summary>What an hour costs, in USD; null where the list does not say.</summary>
    public decimal? HourlyUsd(string type) => prices.Find(InstancePrices.For(use, type)).Price?.FirstUsd;

    /// <summary>Types that cost less an hour than <paramref name="present"/> and that the model fits, cheapest first.</summary>
    /// <param name="instances">How many work on the model together.</param>
    public IEnumerable<InstanceType> For(ModelDemand demand, InstanceType present, int instances) =>
        HourlyUsd(present.Name) is not { } now
            ? []
            : from type in InstanceCatalogue.All
              where type.Status == TypeStatus.Current && type.Offered.HasFlag(Place) && type.Gpus > 0
              where prices.Instance(type.Name)?.Status == InstanceStatus.Current
              let hour = HourlyUsd(type.Name)
              where hour < now && IsAccepted(demand, type, instances)
              orderby hour, type.Name
              select type;

    /// <summary>
    /// Types that cost less an hour and have enough of what was used of the present one, cheapest first. Without GPUs only
    /// those of the same family: cores of another may be slower.
    /// </summary>
    /// <param name="demand">Of the model, which has to fit as well; null where none is declared.</param>
    public IEnumerable<InstanceType> For(MeasuredNeed need, ModelDemand? demand, int instances) =>
        HourlyUsd(need.Present.Name) is not { } now
            ? []
            : from type in InstanceCatalogue.All
              where type.Status == TypeStatus.Current && IsOfKind(type, need.Present) && need.IsMetBy(type)
              where prices.Instance(type.Name)?.Status == InstanceStatus.Current
              let hour = HourlyUsd(type.Name)
              where hour < now
              where IsAccepted(demand, type, instances)
              orderby hour, type.Name
              select type;

    /// <summary>Whether a model computes as fast on one as on the other: only the host around the accelerators differs.</summary>
    public static bool AreAlike(InstanceType one, InstanceType other) =>
        one.Accelerators is { } left && other.Accelerators is { } right && (left.Model, left.Count) == (right.Model, right.Count);

    private bool IsOfKind(InstanceType type, InstanceType present) => present.Accelerators is null
        ? InstanceName.Parse(type.Name)?.Family == InstanceName.Parse(present.Name)?.Family
        : type.Gpus > 0 && type.Offered.HasFlag(Place);

    private bool IsAccepted(ModelDemand? demand, InstanceType type, int instances)
    {
        var allowed = sizing.Allowed(List, demand);
        if (!allowed.Types.Allow(type.Name))
        {
            return false;
        }

        var isLarge = LargeTypes.Because(type, isForDevelopment: false) is not null;
        return (demand, type.Accelerators) switch
        {
            (null, _) or (_, null) => allowed.ReplacesJudgement || !isLarge,
            _ when allowed.ReplacesJudgement => RightSize.Of(demand, type.Accelerators, instances) != Fit.TooSmall,
            _ => RightSize.Judge(new(demand, instances, Place, allowed.Types), type, isLarge).Standing == Standing.Accepted,
        };
    }
}
