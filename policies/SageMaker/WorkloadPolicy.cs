using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>
/// A policy on what runs on instances, wherever it is declared. What makes a definition unreadable is left to
/// <see cref="SpotTrainingRequired"/> and <see cref="NoOversizedInstances"/>, so that nobody reads it once for each policy.
/// </summary>
internal abstract class WorkloadPolicy : ResourcePolicy
{
    public override IReadOnlyCollection<string> ResourceTypes => ResourceWorkloads.Types;

    public sealed override Verdict Check(ResourceContext context)
    {
        var reading = ResourceWorkloads.In(context.Resource);
        return Verdict.All(
        [
            .. reading.Unknowns.Select(Verdict.Unknown),
            .. reading.Workloads.SelectMany(workload => Judge(workload, context)).Distinct(),
        ]);
    }

    protected abstract IEnumerable<Verdict> Judge(Workload workload, ResourceContext context);
}
