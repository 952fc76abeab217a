using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Quantities;
using Costs.Strategies;
using Costs.Usage;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>What a job costs: instance-hours, on spot or on demand, and the volumes beside them.</summary>
/// <remarks>https://aws.amazon.com/sagemaker/ai/pricing/</remarks>
internal static class JobCost
{
    public static UsageSetting HoursPerRun { get; } = UsageKeys.HoursPerRun.Required();

    public static UsageSetting FallbackPercent { get; } =
        UsageKeys.FallbackPercent.Default(0, "spot capacity is found before the wait is over");

    /// <summary>All that a job may ask for, but how often it runs.</summary>
    public static ImmutableArray<UsageSetting> Usage { get; } =
    [
        HoursPerRun, FallbackPercent, SpotCapacity.SavingsPercent, SpotCapacity.ReworkPercent,
        WithoutSettings.InstanceType, WithoutSettings.HoursPerRun,
    ];

    /// <param name="runs">Of what contains the job, in a month.</param>
    public static IEnumerable<CostItem> Map(Job planned, Quantity runs, MappingContext context)
    {
        var job = context.AsIf(planned);
        return job.Groups.SelectMany(group => group.Type switch
        {
            { IsUnknown: true } => [new CostItem.NotKnownYet(Name(job.Use), "instanceType")],
            { Value: null } =>
                [new CostItem.NotPriced(Name(job.Use), "it names no instance type, or takes it from elsewhere when it runs.")],
            { Value: var type } => Group(job, type, group.Count, runs, context),
        });
    }

    private static IEnumerable<CostItem> Group(Job job, string type, Quantity count, Quantity runs, MappingContext context)
    {
        var hours = Hours(job, context.Usage) * job.Times;
        if (job.Capacity == Capacity.NotKnownYet)
        {
            yield return new CostItem.NotKnownYet($"{Name(job.Use)} ({type})", job.SpotProperty);
            yield break;
        }

        var worked = Quantity.Zero;
        foreach (var (item, itemHours) in job.Capacity == Capacity.Spot
            ? OnSpot(job, type, count, hours, runs, context)
            : [OnDemand(job, type, $"{Name(job.Use)} ({type})", count * hours, runs)])
        {
            worked += itemHours;
            yield return item;
        }

        if (!InstanceTypes.HasLocalStorage(type) && job.Use != InstanceUse.BatchTransform)
        {
            var volume = worked * job.VolumeGb / BillingMonth.Hours;
            yield return new CostItem.Component(
                $"{Name(job.Use)} volumes ({type})", CostCategory.Storage,
                job.Use == InstanceUse.Processing ? SageMakerPrices.ProcessingVolume : SageMakerPrices.TrainingVolume, volume * runs)
            {
                PerRun = volume,
            };
        }

        if (!job.KeepAliveHours.IsKnown || job.KeepAliveHours.Ceiling > 0)
        {
            yield return OnDemand(job, type, $"Warm pool ({type})", count * job.KeepAliveHours, runs).Item;
        }
    }

    private static IEnumerable<(CostItem Item, Quantity Hours)> OnSpot(
        Job job, string type, Quantity count, Quantity hours, Quantity runs, MappingContext context)
    {
        var spot = SpotCapacity.Of(type, context.Usage, context.Prices);
        var fallback = job.HasFallback ? context.Usage[FallbackPercent] / 100 : Quantity.Zero;
        var onSpot = count * hours * (1 - fallback.Expected);
        var work = Between(onSpot, onSpot * (Quantity.One + spot.Rework)).Because($"{spot.Price.Because}");
        yield return (
            new CostItem.Component(
                $"{Name(job.Use)} on spot ({type})", CostCategory.Training, InstancePrices.For(job.Use, type), work * runs)
            {
                PerRun = work,
                Factor = spot.Price,
            }, work);
        if (job.HasFallback)
        {
            yield return OnDemand(job, type, $"{Name(job.Use)} on demand after spot ({type})", count * hours * fallback, runs);
        }
    }

    private static (CostItem Item, Quantity Hours) OnDemand(Job job, string type, string name, Quantity hours, Quantity runs) => (
        new CostItem.Component(name, CostCategory.Training, InstancePrices.For(job.Use, type), hours * runs) { PerRun = hours },
        hours);

    /// <summary>At the least no work is done twice.</summary>
    private static Quantity Between(Quantity without, Quantity with) => !with.IsKnown
        ? with
        : with.Assumptions.Aggregate(
            Quantity.Between(without.Floor, with.Expected, with.Ceiling), (sum, assumption) => sum.Because(assumption));

    private static Quantity Hours(Job job, ResourceUsage usage)
    {
        if (job.HoursPerRun is { } known)
        {
            return known;
        }

        if (usage.States(HoursPerRun))
        {
            return usage[HoursPerRun];
        }

        var longest = job.MaxRuntimeHours;
        return longest.IsKnown
            ? longest.Because(new Assumption(
                AssumptionKind.DefaultUsage, $"hoursPerRun = {longest} by default: as long as a job may run at all"))
            : longest;
    }

    private static string Name(InstanceUse use) => use switch
    {
        InstanceUse.Processing => "Processing",
        InstanceUse.BatchTransform => "Batch transform",
        _ => "Training",
    };
}
