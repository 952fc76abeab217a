using Costs.Money;
using Costs.Plan;
using Costs.Quantities;
using Costs.Usage;

namespace Costs.Measured;

/// <summary>Holds what a stack states of its usage against what was measured of it.</summary>
public static class MeasuredUsage
{
    /// <summary>How far a stated amount may be from the measured one before it is named.</summary>
    private const decimal Far = 1.25m;

    /// <summary>The usage with measured requests, and how long they took, in the place of stated ones.</summary>
    public static StackUsage Replace(StackUsage stated, MeasuredUse use, IReadOnlyList<PlannedResource> plan)
    {
        var index = new PlanIndex(plan);
        var measured =
            from resource in plan
            let amounts = Requests(resource, use).Where(one => one.Measured is not null).ToImmutableDictionary(
                one => one.Key.Name, one => Quantity.Of(one.Measured!.Value).Because(Because(one, StatedOf(stated, resource, one.Key, index), use)))
            where !amounts.IsEmpty
            select KeyValuePair.Create(resource.Urn, UsageStatement.Nothing with { Amounts = amounts });
        return stated.With(measured.ToImmutableDictionary());
    }

    /// <summary>Every stated amount that is far from what was measured.</summary>
    public static ImmutableArray<Contradiction> Contradictions(StackUsage stated, MeasuredUse use, IReadOnlyList<PlannedResource> plan)
    {
        var index = new PlanIndex(plan);
        return
        [
            .. from resource in plan
               from one in Requests(resource, use).Concat(Runs(resource, use))
               let measured = one.Measured ?? -1
               let said = StatedOf(stated, resource, one.Key, index)
               where measured >= 0 && said is not null && IsFar(said.Expected, measured)
               select new Contradiction(
                   resource.Urn, $"{said.Assumptions[0].Text} is stated; {Amount(measured)} {one.Key.Unit} were measured over {Days(use)}{one.Of}"),
        ];
    }

    /// <summary>All variants of an endpoint share what is stated for it.</summary>
    private static IEnumerable<MeasuredAmount> Requests(PlannedResource resource, MeasuredUse use)
    {
        ImmutableArray<VariantUse> variants = [.. use.Variants.Where(variant => variant.Variant.Urn == resource.Urn)];
        if (variants.IsEmpty || variants.Any(variant => variant.Calls is null))
        {
            return [];
        }

        var timed = variants.Where(variant => variant is { SecondsPerCall: not null, Calls: > 0 }).ToArray();
        return
        [
            new(UsageKeys.RequestsPerMonth, variants.Sum(variant => variant.CallsPerMonth), ""),
            new(
                UsageKeys.SecondsPerRequest,
                timed.Length == 0 ? null : timed.Sum(variant => variant.SecondsPerCall * variant.Calls) / timed.Sum(variant => variant.Calls),
                ""),
        ];
    }

    private static IEnumerable<MeasuredAmount> Runs(PlannedResource resource, MeasuredUse use) =>
        from family in use.Families
        where family.Family.Urn == resource.Urn && family is { IsMeasured: true, Family.RunsByItself: false }
        from one in new MeasuredAmount[]
        {
            new(UsageKeys.RunsPerMonth, family.Jobs * BillingMonth.Hours / use.Window.Hours, $" ({family.JobsText})"),
            new(UsageKeys.HoursPerRun, family.HoursPerJob > 0 ? family.HoursPerJob : null, $" ({family.JobsText})"),
        }
        select one;

    private static Quantity? StatedOf(StackUsage stated, PlannedResource resource, UsageKey key, PlanIndex index) => stated
        .Stated(resource, index)
        .Select(entry => entry.Own.Amounts.GetValueOrDefault(key.Name))
        .FirstOrDefault(amount => amount is not null);

    private static Assumption Because(MeasuredAmount one, Quantity? said, MeasuredUse use) => new(
        AssumptionKind.StatedUsage,
        $"{one.Key.Name} = {Amount(one.Measured!.Value)} {one.Key.Unit}, measured over {Days(use)}"
        + (said is null ? "" : $", in place of the stated {Usd.QuantityText(said.Expected)}"))
    {
        MeasuredOver = Days(use),
    };

    private static bool IsFar(decimal said, decimal measured) => said > measured * Far || measured > said * Far;

    private static string Amount(decimal amount) => Usd.QuantityText(amount >= 10 ? Math.Round(amount) : Math.Round(amount, 2));

    private static string Days(MeasuredUse use) => use.Window.DaysText;

    private sealed record MeasuredAmount(UsageKey Key, decimal? Measured, string Of);
}

/// <summary>Something that was stated and is otherwise.</summary>
/// <param name="Urn">What it was stated for.</param>
/// <param name="Text">A sentence without its full stop.</param>
public sealed record Contradiction(string Urn, string Text);
