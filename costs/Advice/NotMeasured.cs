using Costs.Measured;

namespace Costs.Advice;

/// <summary>What metrics would tell, and do not.</summary>
internal static class NotMeasured
{
    private const int MostNamed = 3;

    public static IEnumerable<Remark> In(Workbench bench) => bench.Measured.Use is { } use
        ? Gaps(use, new(bench)).Concat(AboutTheAnswer(use))
        : WithoutMetrics(WatchedPlan.Of(bench.Input.Plan), new(bench));

    private static IEnumerable<Remark> WithoutMetrics(WatchedPlan plan, Names names)
    {
        if (!plan.Families.IsEmpty)
        {
            yield return new(
                names.Of(plan.Families.Select(family => family.Urn)),
                "how busy the GPUs of their jobs are, and how much of the memory they use");
        }

        if (plan.Variants.Any(variant => !variant.IsServerless))
        {
            yield return new(
                names.Of(plan.Variants.Where(variant => !variant.IsServerless).Select(variant => variant.Urn)),
                "whether anybody calls them, and how much of their instances they use");
        }

        if (plan.Variants.Any(variant => variant.IsServerless))
        {
            yield return new(
                names.Of(plan.Variants.Where(variant => variant.IsServerless).Select(variant => variant.Urn)),
                "how often they are called, and for how long");
        }
    }

    private static IEnumerable<Remark> Gaps(MeasuredUse use, Names names)
    {
        foreach (var variant in use.Variants)
        {
            if (WhyNot(variant, use) is { } why)
            {
                yield return new(names.Of([variant.Variant.Urn]), why);
            }
        }

        foreach (var family in use.Families)
        {
            if (!family.IsMeasured || family.IsOfOtherInstances)
            {
                yield return new(names.Of([family.Family.Urn]), family.IsMeasured
                    ? $"how much they use of {family.Family.InstanceType}: the jobs of {use.Window.DaysText} used more than that has, so they ran on another type"
                    : $"how they use their instances: no job ran in {use.Window.DaysText}, as far as CloudWatch tells");
            }
        }

        foreach (var resource in use.NotWatched)
        {
            yield return new(names.Of([resource.Urn]), $"how they use their instances: {resource.Because}");
        }
    }

    private static string? WhyNot(VariantUse variant, MeasuredUse use) => variant switch
    {
        { Candidates: { IsEmpty: false } candidates } =>
            $"how they are used: each of {string.Join(", ", candidates)} may be meant, so no figure is taken; endpoints of two stacks are called alike",
        { IsMeasured: false, Variant.IsServerless: true } => $"how often they are called: there are no metrics of {use.Window.DaysText}, so either nobody called or they are not deployed",
        { IsMeasured: false } => $"how they are used: there are no metrics of {use.Window.DaysText}, so either they are not deployed or nothing ran",
        { IsOfOtherInstances: true } => $"how much they use of {variant.Variant.InstanceType}: more was used than that has, so they ran on another type",
        { Calls: null, Variant.HasComponents: true } => "how often they are called: calls of inference components are not counted under the endpoint",
        _ => null,
    };

    private static IEnumerable<Remark> AboutTheAnswer(MeasuredUse use)
    {
        if (!use.Foreign.IsEmpty)
        {
            yield return new([], $"what metrics of {Some(use.Foreign)} have to do with this stack: they are of no part of it and not counted");
        }

        if (!use.Messages.IsEmpty)
        {
            yield return new([], $"what CloudWatch left out: it says {Some(use.Messages)}");
        }
    }

    private static string Some(ImmutableArray<string> all) =>
        string.Join(", ", all.Take(MostNamed)) + (all.Length > MostNamed ? $" and {all.Length - MostNamed} more" : "");

    private sealed class Names(Workbench bench)
    {
        private readonly Dictionary<string, string> names =
            bench.Input.Plan.ToDictionary(resource => resource.Urn, bench.Settings.NameOf, StringComparer.Ordinal);

        public ImmutableArray<string> Of(IEnumerable<string> urns) =>
            [.. urns.Select(urn => names[urn]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
