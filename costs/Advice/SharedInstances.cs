using Costs.Mappers.SageMaker.Hosting;
using Costs.Measured;
using Costs.Quantities;
using Costs.Sizing;

namespace Costs.Advice;

/// <summary>Endpoints with the same container on the same type of instance, which one multi-model endpoint could serve.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/multi-model-support.html</remarks>
internal sealed class SharedInstances : IAdviser
{
    private const string Triton = "tritonserver";

    /// <summary>What the repositories of images are called that load several models.</summary>
    private static readonly ImmutableArray<string> OnCpu =
        ["scikit-learn", "xgboost", "mxnet-inference", "pytorch-inference", "tensorflow-inference", "multi-model", Triton];

    public Findings Look(Workbench bench)
    {
        var groups = (
            from hosted in Hosted.In(bench)
            where hosted.Image is not null && hosted.HasOneVariant
            where hosted.Thing.Thing is InstanceFleet { IsAsync: false, IsMultiModel: false, Instances.IsKnown: true }
            group hosted by (hosted.Image, FleetOf(hosted).InstanceType, bench.PricesOf(hosted.Thing.Resource)?.Region) into alike
            where alike.Count() > 1
            select alike.OrderByDescending(one => FleetOf(one).Instances.Expected).ThenBy(one => one.Name, StringComparer.Ordinal).ToImmutableArray()).ToList();
        var shareable = groups.Where(alike => CanShare(alike) && IsEnough(alike) != false).ToList();
        var outcomes = bench.Try([.. shareable.Select(Shared)]);
        return new(
            [.. shareable.Zip(outcomes, Propose).OfType<Proposal>()],
            [.. from alike in groups.Except(shareable) select CanShare(alike) ? Full(alike) : Apart(alike)],
            []);
    }

    private static InstanceFleet FleetOf(Hosted hosted) => (InstanceFleet)hosted.Thing.Thing;

    private static bool CanShare(ImmutableArray<Hosted> alike)
    {
        var repository = alike[0].Image!.Split('/')[^1];
        return InstanceCatalogue.Find(FleetOf(alike[0]).InstanceType) is { } type
            && (type.Accelerators is null
                ? OnCpu.Any(name => repository.Contains(name, StringComparison.Ordinal))
                : repository.Contains(Triton, StringComparison.Ordinal) && CanShareGpu(type));
    }

    /// <summary>Whether several models can share the GPU of a type.</summary>
    public static bool CanShareGpu(InstanceType type) => type.Gpus == 1 && InstanceName.Parse(type.Name) is { Family: "g4dn" or "g5" };

    /// <summary>Whether the instances of the largest have enough for all, by what each used; null where that was not measured.</summary>
    private static bool? IsEnough(ImmutableArray<Hosted> alike)
    {
        ImmutableArray<(MeasuredNeed? Need, decimal Instances)> used =
            [.. alike.Select(one => (one.Bench.Measured.Need(one.Thing), Math.Max(1, FleetOf(one).Instances.Expected)))];
        return used.Any(one => one.Need is null)
            ? null
            : new MeasuredNeed(
                used[0].Need!.Present,
                used.Sum(one => one.Need!.BusyGpus * one.Instances) / used[0].Instances,
                used.Sum(one => one.Need!.GpuMemoryMiB),
                used.Sum(one => one.Need!.BusyCpus * one.Instances) / used[0].Instances,
                used.Sum(one => one.Need!.MemoryGiB)).IsMetBy(used[0].Need!.Present);
    }

    private static Remark Full(ImmutableArray<Hosted> alike) => new(
        [.. alike.Select(one => one.Name)],
        $"each could load the models of all, but together they use more than the {FleetOf(alike[0]).InstanceType} of {alike[0].Name} have "
        + $"(measured over {alike[0].Bench.Measured.Use!.Window.DaysText})");

    /// <summary>The largest stays and takes the models of all.</summary>
    private static ImmutableArray<Replacement> Shared(ImmutableArray<Hosted> alike) =>
        [.. alike.Skip(1).Select(one => new Replacement(one.Thing, FleetOf(one) with { Instances = Quantity.Zero }))];

    private static Proposal? Propose(ImmutableArray<Hosted> alike, Outcome outcome)
    {
        var names = string.Join(", ", alike.Select(one => one.Name).Order(StringComparer.Ordinal));
        var isMeasured = IsEnough(alike) == true;
        return outcome.Usd is not (null or > 0)
            ? null
            : new()
            {
                Replacements = Shared(alike),
                Line = new()
                {
                    Topic = AdviceTopic.ServingMode,
                    What = $"Serve {names} from one multi-model endpoint on {FleetOf(alike[0]).InstanceType}",
                    Resource = names,
                    Urns = [.. alike.Select(one => one.Thing.Resource.Urn)],
                    Saving = outcome.Usd is { } usd
                        ? isMeasured ? new AdviceSaving.Known(usd) : new AdviceSaving.If(usd, $"the instances of {alike[0].Name} carry the traffic of all; each further instance for all takes one off that")
                        : new AdviceSaving.Unknown(outcome.WhyNotKnown!),
                    Why = $"they have the same container and the same type of instance, and the second model on an instance costs nothing ({alike.Length} endpoints)",
                    Certainty = isMeasured
                        ? Certainty.Measured(
                            alike[0].Bench.Measured.Use!.Window.DaysText,
                            [.. alike.Select(one => $"{one.Name}: {MeasuredText.SeenOf(one.Bench.Measured.Variant(one.Thing)!)}")],
                            "a load test: a model that is not in memory takes seconds to load")
                        : Certainty.NeedsFigures("their Invocations and CPUUtilization, hour by hour"),
                    Change = alike[0].Bench.Settings.Move(
                        [.. alike.Select(one => one.Thing.Resource)], "multiModelEndpoints", "one model of the mode MultiModel"),
                },
            };
    }

    private static Remark Apart(ImmutableArray<Hosted> alike) => new(
        [.. alike.Select(one => one.Name)],
        $"the same container on the same type, but {alike[0].Image!.Split('/')[^1].Split(':')[0]} on {FleetOf(alike[0]).InstanceType} serves one model: "
        + "several on a GPU take Triton and a type with one GPU");
}
