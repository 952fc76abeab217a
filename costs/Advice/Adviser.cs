using Costs.Estimates;

namespace Costs.Advice;

/// <summary>The one way in: from a plan and what is known of its use to what could be done in order to spend less.</summary>
public static class Adviser
{
    private static readonly ImmutableArray<IAdviser> All =
    [
        new IdleEndpoints(),
        new MeasuredInstance(),
        new HostingInstance(),
        new TrainingInstance(),
        new ServerlessMode(),
        new SharedInstances(),
        new FewerInstances(),
        new IdleToZero(),
        new NatOrEndpoint(),
        new NatTraffic(),
    ];

    public static StackAdvice Of(AdviceInput input)
    {
        var bench = new Workbench(input);
        var found = All.Aggregate(Findings.None, (findings, adviser) => findings.And(adviser.Look(bench)));
        var chosen = Choose(found.Proposals);
        var (lines, after) = Count(chosen, bench);
        return new()
        {
            Lines = [.. lines.Concat(found.Proposals.Except(chosen).Select(other => NotCounted(other, chosen))).OrderBy(Rank)
                .ThenByDescending(line => Amount(line.Saving))
                .ThenBy(line => line.Resource, StringComparer.Ordinal)
                .ThenBy(line => line.What, StringComparer.Ordinal)],
            Kept = [.. Grouped(found.Kept)],
            NotKnown = [.. Grouped(found.NotKnown)],
            Commitments = SavingsPlans.For(after, bench),
            Before = bench.AsIs.Total,
            After = after.Total,
            Regions = after.Regions,
            MeasuredOver = input.Measured?.Window.DaysText,
            NotMeasured = [.. Grouped(NotMeasured.In(bench))],
            Contradictions = [.. Grouped(Contradicted.In(bench))],
        };
    }

    /// <summary>Of proposals for the same thing the one that saves most, so that nothing is counted twice.</summary>
    private static List<Proposal> Choose(IEnumerable<Proposal> proposals)
    {
        var taken = new HashSet<(string Urn, int Place)>();
        var chosen = new List<Proposal>();
        foreach (var proposal in proposals.Where(proposal => proposal.IsSure)
            .OrderByDescending(proposal => Amount(proposal.Line.Saving))
            .ThenBy(proposal => proposal.Line.Resource, StringComparer.Ordinal)
            .ThenBy(proposal => proposal.Line.What, StringComparer.Ordinal))
        {
            if (!proposal.Replacements.Any(one => taken.Contains(PlaceOf(one))))
            {
                taken.UnionWith(proposal.Replacements.Select(PlaceOf));
                chosen.Add(proposal);
            }
        }

        return chosen;
    }

    /// <summary>Puts all that is chosen into the plan; what each step takes off the bill is the saving of its lines.</summary>
    private static (List<AdviceLine> Lines, Estimate After) Count(List<Proposal> chosen, Workbench bench)
    {
        var lines = new List<AdviceLine>();
        var put = new List<Replacement>();
        var before = bench.AsIs;
        foreach (var layer in Workbench.Layers([.. chosen.Select(proposal => proposal.Replacements)]))
        {
            put.AddRange(layer.SelectMany(number => chosen[number].Replacements));
            var after = bench.With(put);
            var (old, @new) = (Workbench.ByUrn(before), Workbench.ByUrn(after));
            lines.AddRange(
                from number in layer
                let line = chosen[number].Line
                select line with
                {
                    Saving = new AdviceSaving.Known(line.Urns.Sum(urn => old[urn].Monthly.Expected - @new[urn].Monthly.Expected)),
                    IsCounted = true,
                });
            before = after;
        }

        return (lines, before);
    }

    private static AdviceLine NotCounted(Proposal proposal, List<Proposal> chosen) => proposal.Line with
    {
        InsteadOf = chosen.FirstOrDefault(other => proposal.Replacements.Any(one => other.Concerns(one.Of)))?.Line.What,
    };

    private static IEnumerable<Remark> Grouped(IEnumerable<Remark> remarks) =>
        from one in remarks
        group one.Resources by one.Text into alike
        select new Remark([.. alike.SelectMany(names => names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], alike.Key);

    private static (string Urn, int Place) PlaceOf(Replacement replacement) => (replacement.Of.Resource.Urn, replacement.Of.Place);

    private static int Rank(AdviceLine line) => line switch
    {
        { IsCounted: true } => 0,
        { Saving: AdviceSaving.Unknown } => 2,
        _ => 1,
    };

    private static decimal Amount(AdviceSaving saving) => saving switch
    {
        AdviceSaving.Known known => known.PerMonth,
        AdviceSaving.If conditional => conditional.PerMonth,
        _ => 0,
    };
}
