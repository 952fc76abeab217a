using System.Globalization;
using Costs.Catalogue.Keys;
using Costs.Mappers.SageMaker.Hosting;
using Costs.Mappers.SageMaker.Jobs;
using Costs.Measured;
using Costs.Sizing;

namespace Costs.Advice;

/// <summary>
/// The cheapest instance type that has enough of everything that was measured, for jobs and for endpoints. Where a model is
/// declared as well, it has to fit that too.
/// </summary>
internal sealed class MeasuredInstance : IAdviser
{
    /// <summary>From here on GPUs count as used: no smaller number of them would do.</summary>
    private const decimal BusyPercent = 70;

    public Findings Look(Workbench bench)
    {
        ImmutableArray<Thing> things = [.. bench.Things.Select(thing => Thing.Of(thing, bench)).OfType<Thing>()];
        ImmutableArray<(Thing Thing, InstanceType Type)> tries = [.. things.SelectMany(thing => thing.Candidates.Select(type => (thing, type)))];
        var outcomes = bench.Try([.. tries.Select(one => one.Thing.On(one.Type))]);
        var saving = tries.Zip(outcomes, (one, outcome) => (one.Thing, one.Type, Outcome: outcome))
            .Where(one => one.Outcome.Usd is null or > 0)
            .ToLookup(one => one.Thing.Surveyed);
        return new(
            [
                .. from thing in things
                   let ordered = saving[thing.Surveyed].OrderByDescending(one => one.Outcome.Usd).ThenBy(one => one.Type.Name, StringComparer.Ordinal).ToList()
                   from best in ordered.Where(one => thing.ComputesAlike(one.Type)).Take(1).Concat(ordered.Take(1)).Distinct()
                   select thing.Propose(best.Type, best.Outcome, bench),
            ],
            [
                .. from thing in things
                   where !saving[thing.Surveyed].Any()
                   select new Remark([bench.Settings.NameOf(thing.Surveyed.Resource)], thing.WhyKept),
            ],
            []);
    }

    private sealed record Thing(Surveyed Surveyed, InstanceUse Use, MeasuredNeed Need, ImmutableArray<InstanceType> Candidates, MeasuredText Measured)
    {
        private InstanceType Present => Need.Present;

        private bool IsTraining => Use == InstanceUse.Training;

        public string WhyKept => $"no cheaper type has enough of what it uses of {Present.Name}: {Measured.Used}, measured over {Measured.Days}";

        /// <summary>Null where nothing was measured that could be held against other types.</summary>
        public static Thing? Of(Surveyed surveyed, Workbench bench)
        {
            if (bench.Measured.Variant(surveyed) is { IsIdle: true } || bench.Measured.Need(surveyed) is not { } need || bench.PricesOf(surveyed.Resource) is not { } prices)
            {
                return null;
            }

            var (use, demand, instances) = surveyed.Thing is Job job
                ? (InstanceUse.Training, bench.Models.TrainedBy(surveyed.Resource, job.Model), (int)Math.Max(1, job.Groups[0].Count.IsKnown ? job.Groups[0].Count.Expected : 1))
                : (InstanceUse.Hosting, bench.Models.ServedBy(surveyed.Resource), 1);
            return new(surveyed, use, need, [.. new CheaperTypes(prices, use, bench.Input.Sizing).For(need, demand, instances).Where(type => IsPossible(type, surveyed))], MeasuredText.Of(surveyed, need, bench));
        }

        /// <summary>Many models can share one GPU, of some families.</summary>
        private static bool IsPossible(InstanceType type, Surveyed surveyed) =>
            surveyed.Thing is not InstanceFleet { IsMultiModel: true } || type.Accelerators is null || SharedInstances.CanShareGpu(type);

        public ImmutableArray<Replacement> On(InstanceType type) =>
        [
            new(Surveyed, Surveyed.Thing switch
            {
                Job job => job with { Groups = [job.Groups[0] with { Type = type.Name }] },
                InstanceFleet fleet => fleet with { InstanceType = type.Name },
                _ => throw new InvalidOperationException($"{Surveyed.Thing} has no instances."),
            }),
        ];

        /// <summary>Whether what kept the present accelerators busy takes these as long: they are of the same kind, or there are none.</summary>
        public bool ComputesAlike(InstanceType type) => Present.Accelerators?.Model == type.Accelerators?.Model;

        public Proposal Propose(InstanceType type, Outcome outcome, Workbench bench)
        {
            var name = bench.Settings.NameOf(Surveyed.Resource);
            var verb = IsTraining ? "Train" : "Serve";
            return new()
            {
                Replacements = On(type),
                Line = new()
                {
                    Topic = IsTraining ? AdviceTopic.TrainingInstance : AdviceTopic.HostingInstance,
                    What = $"{verb} {name} on {type.Name} instead of {Present.Name}",
                    Resource = name,
                    Urns = [Surveyed.Resource.Urn],
                    InstanceType = type.Name,
                    Saving = Saving(type, outcome),
                    Why = Why(type),
                    Certainty = Certainty.Measured(
                        Measured.Days, [Measured.Seen],
                        ComputesAlike(type) ? "" : IsTraining ? $"one run of {name} on {type.Name}, timed" : $"a load test of {name} on {type.Name}"),
                    Change = bench.Settings.Set(
                            Surveyed.Resource, "instanceType",
                            IsTraining ? "the instance type of the job" : "productionVariants.instanceType of the configuration", type.Name)
                        + (IsTraining ? "" : " (another type is another endpoint, with a new name)"),
                },
            };
        }

        private string Why(InstanceType type)
        {
            var idle = Need.Present.Gpus > 0 && Need.BusyGpus < Need.Present.Gpus * BusyPercent / 100
                ? string.Create(CultureInfo.InvariantCulture, $"its GPUs are busy {100 * Need.BusyGpus / Need.Present.Gpus:0} % ({BusyPercent:0} % is well used); ")
                : "";
            return $"{idle}it uses {Measured.Used}; {type.Name} has {MeasuredText.Has(type)}";
        }

        private AdviceSaving Saving(InstanceType type, Outcome outcome) => outcome.Usd is not { } usd
            ? new AdviceSaving.Unknown(outcome.WhyNotKnown!)
            : ComputesAlike(type) ? new AdviceSaving.Known(usd)
            : new AdviceSaving.If(usd, IsTraining ? "a run takes no longer" : "it answers as much");
    }
}
