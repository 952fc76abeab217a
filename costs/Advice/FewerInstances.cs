using Costs.Mappers.SageMaker.Hosting;
using Costs.Quantities;
using Costs.Usage;

namespace Costs.Advice;

/// <summary>Instances that are there whatever the traffic is: more than one that never goes.</summary>
internal sealed class FewerInstances : IAdviser
{
    public Findings Look(Workbench bench)
    {
        var steady = Hosted.In(bench).Where(IsSteady).ToList();
        var outcomes = bench.Try([.. steady.Select(Fewer)]);
        return new([.. steady.Zip(outcomes, Propose).OfType<Proposal>()], [], []);
    }

    private static bool IsSteady(Hosted hosted) =>
        hosted.Thing.Thing is InstanceFleet { IsAsync: false, Instances: { IsKnown: true, Floor: > 1 } };

    private static ImmutableArray<Replacement> Fewer(Hosted hosted)
    {
        var fleet = (InstanceFleet)hosted.Thing.Thing;
        return [new(hosted.Thing, fleet with { Instances = Needed(hosted) ?? Quantity.One })];
    }

    /// <summary>As many as the stack says there are on average, where that is fewer than the bounds allow.</summary>
    private static Quantity? Needed(Hosted hosted) =>
        hosted.Thing.Usage.States(InstanceVariant.AverageInstances) ? hosted.Thing.Usage[InstanceVariant.AverageInstances].AtLeast(1) : null;

    private static Proposal? Propose(Hosted hosted, Outcome outcome)
    {
        if (outcome.Usd is not (null or > 0))
        {
            return null;
        }

        var fleet = (InstanceFleet)hosted.Thing.Thing;
        var isStated = Needed(hosted) is not null;
        AdviceSaving saving = outcome.Usd is not { } usd ? new AdviceSaving.Unknown(outcome.WhyNotKnown!)
            : isStated ? new AdviceSaving.Known(usd)
            : new AdviceSaving.If(usd, "one instance is enough all month; less where more are up part of the time");
        return new()
        {
            Replacements = Fewer(hosted),
            Line = new()
            {
                Topic = AdviceTopic.ServingMode,
                What = $"Let {hosted.Name} go down to one {fleet.InstanceType} in quiet hours instead of {Quantity.Of(fleet.Instances.Floor)}",
                Resource = hosted.Name,
                Urns = [hosted.Thing.Resource.Urn],
                Saving = saving,
                Why = $"{Quantity.Of(fleet.Instances.Floor)} are up whatever the traffic is; one instance is in one Availability Zone, so keep two where "
                    + "the minutes that it takes to replace it are too long",
                Certainty = isStated
                    ? Certainty.Of(outcome, "the endpoint's InvocationsPerInstance by the hour")
                    : Certainty.NeedsFigures(hosted.UsageOf(UsageKeys.AverageInstances.Name)),
                Change = hosted.Bench.Settings.Set(hosted.Thing.Resource, "scaling.minInstances", "minCapacity in the scalable target", "1"),
            },
        };
    }
}
