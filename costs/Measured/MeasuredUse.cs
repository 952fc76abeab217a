using Costs.Catalogue;
using Costs.Plan;

namespace Costs.Measured;

/// <summary>How a plan's endpoints and training families were used, as far as CloudWatch measured it.</summary>
/// <param name="Window">The time that was asked for.</param>
/// <param name="Variants">Every variant that has metrics, in the order of the plan, measured or not.</param>
/// <param name="Families">Every family of training jobs whose names are known, measured or not.</param>
/// <param name="NotWatched">What no metric tells about.</param>
/// <param name="Foreign">What the answer has besides, which is no part of this plan.</param>
/// <param name="Messages">What CloudWatch had to say, for example that it did not return everything.</param>
public sealed record MeasuredUse(
    MetricWindow Window, ImmutableArray<VariantUse> Variants, ImmutableArray<FamilyUse> Families,
    ImmutableArray<NotWatched> NotWatched, ImmutableArray<string> Foreign, ImmutableArray<string> Messages)
{
    private const int MostNamed = 5;

    /// <summary>Reads an answer to the query of this plan.</summary>
    /// <param name="plan">Every resource of the plan.</param>
    /// <param name="prices">Knows what hardware instance types have.</param>
    /// <param name="file">What the AWS CLI printed.</param>
    /// <exception cref="MetricsException">It is no whole answer, or none to a query of this plan.</exception>
    public static MeasuredUse Read(IReadOnlyList<PlannedResource> plan, PriceBook prices, ReadOnlySpan<byte> file)
    {
        var answer = MetricAnswer.Read(file);
        var watched = WatchedPlan.Of(plan);
        var window = WindowOf(answer);
        var ids = MetricQueries.Of(watched, window).Select(query => query.Id).ToHashSet(StringComparer.Ordinal);
        if (!answer.Ids.Overlaps(ids))
        {
            throw new MetricsException(Stranger(answer, watched));
        }

        var series = answer.Series.ToLookup(series => series.Id, StringComparer.Ordinal);
        return new(
            window,
            [.. from variant in watched.Variants select VariantUse.Of(variant, window, Own(MetricQueries.Of(watched.Stack, variant, window)), prices)],
            [.. from family in watched.Families select FamilyUse.Of(family, Own(MetricQueries.Of(watched.Stack, family, window)), prices)],
            watched.NotWatched,
            [.. SubjectsOf(answer, id => !ids.Contains(id))],
            answer.Messages);

        ImmutableArray<MetricSeries> Own(IEnumerable<MetricQuery> queries) => [.. queries.SelectMany(query => series[query.Id])];
    }

    /// <summary>All queries of a request ask for the same time.</summary>
    private static MetricWindow WindowOf(MetricAnswer answer) =>
        answer.Series.Select(series => series.Window).Distinct().ToArray() switch
        {
            [] => throw new MetricsException(
                "No metric in it has a value. Was it asked in the account and the Region of the stack, and is the stack deployed?"),
            [var only] => only,
            var several => throw new MetricsException(
                $"It is put together of answers about different times: {string.Join(", ", several.AsEnumerable())}. Give the answer to one query."),
        };

    private static string Stranger(MetricAnswer answer, WatchedPlan plan)
    {
        string[] found = [.. SubjectsOf(answer, _ => true)];
        var expected = plan.Variants.Select(variant => variant.Resource).Concat(plan.Families.Select(family => family.Resource))
            .Distinct().Take(MostNamed).ToArray();
        return $"It has metrics of {string.Join(", ", found.Take(MostNamed))}{(found.Length > MostNamed ? ", …" : "")}, and none of the stack "
            + (expected.Length == 0
                ? $"{plan.Stack}, which has nothing to measure."
                : $"{plan.Stack}, which has {string.Join(", ", expected)}. Ask with the query that --metrics-query prints for {plan.Stack}.");
    }

    private static IEnumerable<string> SubjectsOf(MetricAnswer answer, Func<string, bool> isWanted) => answer.Series
        .Where(series => isWanted(series.Id))
        .Select(series => series.Subject)
        .Distinct()
        .Order(StringComparer.Ordinal);
}
