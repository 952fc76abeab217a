using System.Globalization;
using Costs.Catalogue.Keys;
using Costs.Mappers.SageMaker.Hosting;
using Costs.Sizing;

namespace Costs.Advice;

/// <summary>The cheapest instance type that a served model fits.</summary>
internal sealed class HostingInstance : IAdviser
{
    public Findings Look(Workbench bench)
    {
        var candidates = bench.Unmeasured.SelectMany(thing => Candidates(thing, bench)).ToList();
        var outcomes = bench.Try([.. candidates.Select(candidate => candidate.Replacements)]);
        ImmutableArray<Proposal> proposals =
        [
            .. candidates.Zip(outcomes, (candidate, outcome) => candidate.Propose(outcome, bench)).OfType<Proposal>(),
        ];
        var looked = candidates.Select(candidate => candidate.Thing).ToHashSet();
        return new(
            proposals,
            [
                .. from thing in bench.Unmeasured.Except(looked)
                   where PresentOf(thing) is not null && bench.Models.ServedBy(thing.Resource) is not null
                   select new Remark([bench.Settings.NameOf(thing.Resource)], SizeText.Kept),
            ],
            [
                .. from thing in bench.Unmeasured
                   where PresentOf(thing) is not null && bench.Models.ServedBy(thing.Resource) is null
                   select new Remark([bench.Settings.NameOf(thing.Resource)], SizeText.NotDeclared),
                .. from thing in bench.Unmeasured
                   where thing.Thing is InstanceFleet { IsMultiModel: true }
                   select new Remark([bench.Settings.NameOf(thing.Resource)], SizeText.Shared),
            ]);
    }

    /// <summary>The hardware that one model is served on by accelerators; null for everything else.</summary>
    private static InstanceType? PresentOf(Surveyed thing) =>
        thing.Thing is InstanceFleet { IsMultiModel: false } fleet && InstanceCatalogue.Find(fleet.InstanceType) is { Accelerators: not null } type
            ? type
            : null;

    /// <summary>The cheapest type with the same accelerators, and the cheapest of all where that is another one.</summary>
    private static IEnumerable<Candidate> Candidates(Surveyed thing, Workbench bench)
    {
        if (thing.Thing is not InstanceFleet { IsMultiModel: false } fleet
            || InstanceCatalogue.Find(fleet.InstanceType) is not { } present
            || bench.PricesOf(thing.Resource) is not { } prices
            || bench.Models.ServedBy(thing.Resource) is not { } demand)
        {
            return [];
        }

        var types = new CheaperTypes(prices, InstanceUse.Hosting, bench.Input.Sizing);
        if (present.Accelerators is null)
        {
            var allowed = bench.Input.Sizing.Allowed(SizingSettings.HostingTypes, demand).Types;
            return CpuTypes.For(demand, present, prices, allowed).Take(1).Select(type => new Candidate(thing, fleet, demand, present, type, types));
        }

        var fitting = types.For(demand, present, instances: 1).ToList();
        return
            from type in new[] { fitting.Find(type => CheaperTypes.AreAlike(type, present)), fitting.FirstOrDefault() }
                .OfType<InstanceType>().Distinct()
            select new Candidate(thing, fleet, demand, present, type, types);
    }

    private sealed record Candidate(
        Surveyed Thing, InstanceFleet Fleet, ModelDemand Demand, InstanceType Present, InstanceType Type, CheaperTypes Types)
    {
        public ImmutableArray<Replacement> Replacements { get; } = [new(Thing, Fleet with { InstanceType = Type.Name })];

        private bool IsAlike => Type.Accelerators is null || CheaperTypes.AreAlike(Type, Present);

        /// <summary>Null where it saves nothing.</summary>
        public Proposal? Propose(Outcome outcome, Workbench bench)
        {
            if (outcome.Usd <= 0)
            {
                return null;
            }

            var name = bench.Settings.NameOf(Thing.Resource);
            return new()
            {
                Replacements = Replacements,
                Line = new()
                {
                    Topic = AdviceTopic.HostingInstance,
                    What = $"Serve {name} on {Type.Name} instead of {Present.Name}",
                    Resource = name,
                    Urns = [Thing.Resource.Urn],
                    InstanceType = Type.Name,
                    Saving = Saving(outcome),
                    Why = SizeText.Why(Demand, Present, Type, instances: 1, Types),
                    Certainty = IsAlike
                        ? Certainty.Of(outcome, "the endpoint's CPUUtilization and MemoryUtilization, which have to fit the smaller host")
                        : Certainty.NeedsFigures($"a load test of {name} on {Type.Name}"),
                    Change = bench.Settings.Set(Thing.Resource, "instanceType", "productionVariants.instanceType in the configuration", Type.Name)
                        + " (another type is another endpoint, with a new name)",
                },
            };
        }

        private AdviceSaving Saving(Outcome outcome) => outcome.Usd is not { } usd
            ? new AdviceSaving.Unknown(outcome.WhyNotKnown!)
            : IsAlike ? new AdviceSaving.Known(usd) : new AdviceSaving.If(usd, string.Create(
                CultureInfo.InvariantCulture,
                $"it answers as much; it pays from {Types.HourlyUsd(Type.Name) / Types.HourlyUsd(Present.Name):0%} of what {Present.Name} answers"));
    }
}
