using System.Globalization;
using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Mappers.SageMaker.Jobs;
using Costs.Sizing;

namespace Costs.Advice;

/// <summary>The cheapest instance type that a model can be trained on.</summary>
/// <remarks>Only jobs whose instances are all alike: where they differ, somebody chose them for parts of the work.</remarks>
internal sealed class TrainingInstance : IAdviser
{
    public Findings Look(Workbench bench)
    {
        var candidates = bench.Unmeasured.SelectMany(thing => Candidates(thing, bench)).ToList();
        var outcomes = bench.Try([.. candidates.Select(candidate => candidate.Replacements)]);
        var tried = candidates.Zip(outcomes, (candidate, outcome) => (Candidate: candidate, Outcome: outcome));
        var proposals =
            (from one in tried
             group one by one.Candidate.Thing into ofThing
             from best in Best([.. ofThing])
             select best.Candidate.Propose(best.Outcome, bench)).ToImmutableArray();
        return new(
            proposals,
            [
                .. from thing in bench.Unmeasured
                   where PresentOf(thing) is not null && !proposals.Any(proposal => proposal.Concerns(thing)) && DemandOf(thing, bench) is not null
                   select new Remark([bench.Settings.NameOf(thing.Resource)], SizeText.Kept),
            ],
            [
                .. from thing in bench.Unmeasured
                   where PresentOf(thing) is not null && DemandOf(thing, bench) is null
                   select new Remark([bench.Settings.NameOf(thing.Resource)], SizeText.NotDeclared),
            ]);
    }

    /// <summary>The hardware that a model is trained on by accelerators, on instances that are all alike; null for everything else.</summary>
    private static InstanceType? PresentOf(Surveyed thing) =>
        thing.Thing is Job { Use: InstanceUse.Training, Groups: [{ Type.Value: { } name, Count.IsKnown: true }] }
        && InstanceCatalogue.Find(name) is { Accelerators: not null } type
            ? type
            : null;

    private static ModelDemand? DemandOf(Surveyed thing, Workbench bench) => bench.Models.TrainedBy(thing.Resource, ((Job)thing.Thing).Model);

    /// <summary>The price of spot capacity differs from type to type, so the estimate decides which is cheapest, not the list price.</summary>
    private static IEnumerable<(Candidate Candidate, Outcome Outcome)> Best(IReadOnlyList<(Candidate Candidate, Outcome Outcome)> tried)
    {
        var saving = tried.Where(one => one.Outcome.Usd is null or > 0)
            .OrderByDescending(one => one.Outcome.Usd).ThenBy(one => one.Candidate.Type.Name, StringComparer.Ordinal).ToList();
        return saving.Where(one => one.Candidate.IsAlike).Take(1).Concat(saving.Take(1)).Distinct();
    }

    private static IEnumerable<Candidate> Candidates(Surveyed thing, Workbench bench)
    {
        if (PresentOf(thing) is not { } present
            || bench.PricesOf(thing.Resource) is not { } prices
            || DemandOf(thing, bench) is not { } demand)
        {
            return [];
        }

        var job = (Job)thing.Thing;
        var types = new CheaperTypes(prices, InstanceUse.Training, bench.Input.Sizing);
        var instances = Math.Max(1, (int)job.Groups[0].Count.Expected);
        return types.For(demand, present, instances).Select(type => new Candidate(thing, job, demand, present, type, instances, types));
    }

    private sealed record Candidate(
        Surveyed Thing, Job Job, ModelDemand Demand, InstanceType Present, InstanceType Type, int Instances, CheaperTypes Types)
    {
        public ImmutableArray<Replacement> Replacements { get; } =
            [new(Thing, Job with { Groups = [Job.Groups[0] with { Type = Type.Name }] })];

        public bool IsAlike => CheaperTypes.AreAlike(Type, Present);

        public Proposal Propose(Outcome outcome, Workbench bench)
        {
            var name = bench.Settings.NameOf(Thing.Resource);
            return new()
            {
                Replacements = Replacements,
                Line = new()
                {
                    Topic = AdviceTopic.TrainingInstance,
                    What = $"Train {name} on {Type.Name} instead of {Present.Name}",
                    Resource = name,
                    Urns = [Thing.Resource.Urn],
                    InstanceType = Type.Name,
                    Saving = Saving(outcome),
                    Why = SizeText.Why(Demand, Present, Type, Instances, Types),
                    Certainty = IsAlike
                        ? Certainty.Of(outcome, "one run on it: the host has less memory and fewer CPUs to feed the same accelerators")
                        : Certainty.NeedsFigures($"one run of {name} on {Type.Name}, timed"),
                    Change = bench.Settings.Set(Thing.Resource, "instanceType", "the instance type of its job", Type.Name),
                },
            };
        }

        private AdviceSaving Saving(Outcome outcome) => outcome.Usd is not { } usd
            ? new AdviceSaving.Unknown(outcome.WhyNotKnown!)
            : IsAlike ? new AdviceSaving.Known(usd) : new AdviceSaving.If(usd, $"a run takes no longer{Longest(outcome)}");

        /// <summary>How much longer it may take; only where nothing else trains in the same resource.</summary>
        private static string Longest(Outcome outcome)
        {
            var ((before, after), category) = (outcome.Lines[0], CostCategory.Training);
            var (old, @new) = (before.In(category).Expected, after.In(category).Expected);
            return @new == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; it pays up to {old / @new:0.0#} times as long");
        }
    }
}
