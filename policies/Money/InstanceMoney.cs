using Costs.Catalogue;
using Costs.Catalogue.Keys;
using Costs.Money;
using Policies.Workloads;
using BilledUse = Costs.Catalogue.Keys.InstanceUse;
using InstanceUse = Policies.Workloads.InstanceUse;

namespace Policies.Money;

/// <summary>
/// What instances cost, as sentences at the end of a message; empty where a price or the Region is not known. A price list is opened
/// only when there is something to say.
/// </summary>
internal sealed class InstanceMoney
{
    /// <summary>Eight hours of 22 days.</summary>
    private const decimal WorkingHours = 176;

    private readonly RegionPrices? prices;

    private InstanceMoney(RegionPrices? prices) => this.prices = prices;

    public static InstanceMoney None { get; } = new(null);

    public static InstanceMoney For(PolicyResource resource, StackInfo stack) =>
        StackRegion.Of(resource, stack) is { } region ? new(StackPrices.Of(stack).Book?.For(region)) : None;

    /// <summary>How much more, or less, an instance costs than one of another type.</summary>
    public string Beside(Purpose purpose, string type, string alternative) =>
        (Hourly(purpose, type), Hourly(purpose, alternative)) is ({ } found, { } other) && found != other
            ? IsAlwaysOn(purpose)
                ? $" Each costs {More(PerMonth(found) - PerMonth(other), "a month")} than {alternative}: "
                    + $"{Usd.Text(PerMonth(found))} against {Usd.Text(PerMonth(other))} at {BillingMonth.Hours} h, {List}."
                : $" Each costs {More(found - other, "an hour")} than {alternative}: {Usd.Text(found)} against {Usd.Text(other)}, {List}."
            : "";

    /// <summary>The same beside the cheapest of several types.</summary>
    public string BesideCheapest(Purpose purpose, string type, IEnumerable<string> alternatives) =>
        alternatives.Where(other => Hourly(purpose, other) is not null).MinBy(other => Hourly(purpose, other)) is { } cheapest
            ? Beside(purpose, type, cheapest)
            : "";

    /// <summary>How much an hour of a job costs more on demand than on spot.</summary>
    public string OnDemand(IReadOnlyCollection<InstanceUse> instances)
    {
        var (onDemand, spot) = (0m, 0m);
        foreach (var use in instances)
        {
            if (use is not { Type: { IsSecret: false, Value: { } type }, Count: { IsUnknown: false, IsSecret: false, Value: var count } }
                || Hourly(Purpose.Training, type) is not { } price
                || prices!.Instance(type)?.Spot is not { } statistics)
            {
                return "";
            }

            onDemand += (count ?? 1) * price;
            spot += (count ?? 1) * price * (100 - statistics.SavingsPercent) / 100;
        }

        return onDemand == spot
            ? ""
            : $" An hour on demand costs about {Usd.Text(onDemand - spot)} more than on spot: {Usd.Text(onDemand)} against {Usd.Text(spot)}, "
                + $"{List}, if spot saves as much as EC2's does on the same hardware.";
    }

    /// <summary>What an instance costs that runs day and night.</summary>
    public string AlwaysOn(Purpose purpose, string type) => Hourly(purpose, type) is { } price
        ? $" Each costs {Usd.Text(PerMonth(price))} a month at {BillingMonth.Hours} h, {List}."
        : "";

    /// <summary>What it costs that nobody switches an instance off after work.</summary>
    public string LeftOn(Purpose purpose, string type) => Hourly(purpose, type) is { } price
        ? $" Left on it costs {Usd.Text(PerMonth(price) - (WorkingHours * price))} a month more: {Usd.Text(PerMonth(price))} at "
            + $"{BillingMonth.Hours} h against {Usd.Text(WorkingHours * price)} at {WorkingHours} h, {List}."
        : "";

    private string List => $"list prices of {prices!.Region}";

    private decimal? Hourly(Purpose purpose, string type) => prices?.Find(InstancePrices.For(Billed(purpose), type)).Price?.FirstUsd;

    private static decimal PerMonth(decimal hourly) => hourly * BillingMonth.Hours;

    private static string More(decimal usd, string per) => $"{Usd.Text(Math.Abs(usd))} {per} {(usd > 0 ? "more" : "less")}";

    /// <summary>Jobs and apps of Studio are billed while they work, the others day and night unless somebody ends them.</summary>
    private static bool IsAlwaysOn(Purpose purpose) => purpose is Purpose.Hosting or Purpose.NotebookInstance or Purpose.Cluster;

    private static BilledUse Billed(Purpose purpose) => purpose switch
    {
        Purpose.NotebookInstance => BilledUse.Notebook,
        Purpose.Studio => BilledUse.Studio,
        Purpose.Training => BilledUse.Training,
        Purpose.Processing => BilledUse.Processing,
        Purpose.Hosting => BilledUse.Hosting,
        Purpose.Transform => BilledUse.BatchTransform,
        Purpose.Cluster => BilledUse.Cluster,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "There is no such purpose."),
    };
}
