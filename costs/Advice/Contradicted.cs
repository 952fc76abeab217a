using System.Globalization;
using Costs.Mappers.SageMaker.Jobs;
using Costs.Measured;
using Costs.Sizing;

namespace Costs.Advice;

/// <summary>What a stack states, and metrics contradict: its usage, and how large its models are.</summary>
internal static class Contradicted
{
    /// <summary>Part of the declared memory below which the declaration cannot be right.</summary>
    private const double Little = 0.5;

    public static IEnumerable<Remark> In(Workbench bench)
    {
        if (bench.Measured.Use is not { } use)
        {
            return [];
        }

        var names = bench.Input.Plan.ToDictionary(resource => resource.Urn, bench.Settings.NameOf, StringComparer.Ordinal);
        return
        [
            .. from found in MeasuredUsage.Contradictions(bench.Input.Usage, use, bench.Input.Plan)
               select new Remark([names[found.Urn]], found.Text),
            .. bench.Things.Select(thing => Size(thing, bench)).OfType<Remark>(),
        ];
    }

    /// <summary>Policies refuse types that the declared model does not fit, so a declaration that is too large costs money.</summary>
    private static Remark? Size(Surveyed thing, Workbench bench)
    {
        if (bench.Measured.Need(thing) is not { Present.Gpus: > 0 } need || bench.Measured.Variant(thing) is { IsIdle: true })
        {
            return null;
        }

        var demand = thing.Thing is Job job
            ? bench.Models.TrainedBy(thing.Resource, job.Model)
            : bench.Models.ServedBy(thing.Resource);
        var used = MemorySize.FromMiB((double)need.GpuMemoryMiB) * InstancesOf(thing);
        return demand is null || used >= demand.Need * Little
            ? null
            : new(
                [bench.Settings.NameOf(thing.Resource)],
                string.Create(CultureInfo.InvariantCulture, $"{demand}, as it is declared; at the most {used} of GPU memory were measured. ")
                + "As long as more is declared than is used, types are advised, and accepted by the policies, for what is declared");
    }

    /// <summary>What was measured is of one instance.</summary>
    private static double InstancesOf(Surveyed thing) =>
        thing.Thing is Job { Groups: [{ Count: { IsKnown: true, Expected: > 1 and var count } }] } ? (double)count : 1;
}
