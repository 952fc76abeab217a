using Costs.Mappers.SageMaker.Hosting;
using Costs.Measured;
using Costs.Quantities;
using Costs.Sizing;

namespace Costs.Advice;

/// <summary>Endpoints on instances that nobody called while they were measured.</summary>
internal sealed class IdleEndpoints : IAdviser
{
    /// <summary>As the sweeper: what was silent for less may be called once a week.</summary>
    private const int ShortestDays = 7;

    public Findings Look(Workbench bench)
    {
        ImmutableArray<(Surveyed Thing, InstanceFleet Fleet, VariantUse Use)> idle =
        [
            .. from thing in bench.Things
               where thing.Thing is InstanceFleet && bench.Measured.Variant(thing) is { IsIdle: true }
               select (thing, (InstanceFleet)thing.Thing, bench.Measured.Variant(thing)!),
        ];
        var outcomes = bench.Try([.. idle.Select(one => Gone(one.Thing, one.Fleet))]);
        return new(
            [.. idle.Zip(outcomes, (one, outcome) => Propose(one.Thing, one.Fleet, one.Use, outcome, bench)).OfType<Proposal>()], [], []);
    }

    private static ImmutableArray<Replacement> Gone(Surveyed thing, InstanceFleet fleet) =>
        [new(thing, fleet with { Instances = Quantity.Zero, Bounds = null })];

    private static Proposal? Propose(Surveyed thing, InstanceFleet fleet, VariantUse use, Outcome outcome, Workbench bench)
    {
        if (outcome.Usd is not (null or > 0))
        {
            return null;
        }

        var (name, days) = (bench.Settings.NameOf(thing.Resource), MetricWindow.TextOf(use.Days));
        return new()
        {
            Replacements = Gone(thing, fleet),
            Line = new()
            {
                Topic = AdviceTopic.ServingMode,
                What = $"Remove {name}, or let it run only while somebody calls it",
                Resource = name,
                Urns = [thing.Resource.Urn],
                Saving = outcome.Usd is not { } usd ? new AdviceSaving.Unknown(outcome.WhyNotKnown!)
                    : use.Days >= ShortestDays ? new AdviceSaving.Known(usd)
                    : new AdviceSaving.If(usd, $"nobody calls it either later; it has been there for {days}"),
                Why = $"{use.Endpoint} ran on {fleet.InstanceType} and had no request in {days}",
                Certainty = Certainty.Measured(days, [MeasuredText.SeenOf(use)], use.Days >= ShortestDays ? "" : "a week of metrics"),
                Change = "take it out, or " + (IsServerlessPossible(fleet)
                    ? bench.Settings.Move([thing.Resource], "serverlessEndpoints", "a variant with a serverlessConfig, which costs nothing while nobody calls")
                    : bench.Settings.Move([thing.Resource], "asyncEndpoints", "an asyncInferenceConfig and a minimum of 0")),
            },
        };
    }

    /// <summary>Serverless inference has no GPUs, and hosts one model.</summary>
    private static bool IsServerlessPossible(InstanceFleet fleet) =>
        !fleet.IsMultiModel && InstanceCatalogue.Find(fleet.InstanceType) is { Accelerators: null };
}
