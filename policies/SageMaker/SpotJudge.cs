using System.Globalization;
using Policies.Workloads;
using Policies.Workloads.Definitions;

namespace Policies.SageMaker;

/// <summary>Decides whether a training job may run on the terms it asks for.</summary>
internal sealed class SpotJudge(string resource, TypePatterns onDemandTypes)
{
    private const int DefaultMaxRuntimeSeconds = 24 * 60 * 60;

    /// <summary>The verdict on a workload that trains; none on any other.</summary>
    public IEnumerable<Verdict> Judge(Workload workload) => workload.Training is { } terms ? [Judge(workload, terms)] : [];

    private Verdict Judge(Workload workload, TrainingTerms terms) => terms switch
    {
        { IsServerless: true } => Verdict.NotApplicable($"{resource}: a serverless training job knows no spot capacity."),
        { TrainingPlan: { IsKnown: true, Value: not null } } =>
            Verdict.NotApplicable($"{resource}: the capacity of a training plan is paid for in advance."),
        { Spot.Known: { IsKnown: true, Value: true } } => Verdict.Compliant,
        _ => OnDemand(workload, terms),
    };

    private Verdict OnDemand(Workload workload, TrainingTerms terms) => AreAllowed(workload.Instances) switch
    {
        true => Verdict.Compliant,

        // Whether the job must be spot hangs on its instance types as much as on the flag.
        null => Verdict.All(workload.Instances.Where(use => use.Type.IsUnknown).Select(use => Verdict.Unknown(use.Path.ToString()))),
        false when terms.Spot.Known.IsUnknown => Verdict.Unknown(terms.Spot.Path.ToString()),
        false => workload.Task is { } task ? Fallback(task, terms) : Verdict.Violation($"{Found(terms)}. {Fix(terms)}"),
    };

    private Verdict Fallback(TaskPlace task, TrainingTerms terms)
    {
        var verdict = SpotFallback.Judge(task, terms.CheckpointUri);
        return verdict.Standing switch
        {
            FallbackStanding.Fallback => Verdict.Compliant,
            FallbackStanding.Undetermined => Verdict.Unknown(verdict.UnknownPath.ToString()),
            FallbackStanding.NeverReached => Verdict.Violation($"{Found(terms)}, and no state leads to the task. {Fix(terms)}"),
            _ => Verdict.Violation(
                $"{Found(terms)}, and {Reached(verdict.ReachedFrom, terms)} without a failed spot job that kept its checkpoints in "
                + $"{Checkpoint(terms)}. {Fix(terms)} Or let only the failure of such a spot task lead here."),
        };
    }

    private string Found(TrainingTerms terms) => $"{resource}: {terms.Spot.Path} is {terms.Spot.Known}, expected true";

    private static string Reached(State? from, TrainingTerms terms) => from is null || terms.Spot.Path.IsHidden
        ? "the task is reached"
        : $"the task is reached from {from.Name}";

    private static string Checkpoint(TrainingTerms terms) => terms.CheckpointUri.Known is { IsKnown: true, Value: null }
        ? $"{terms.CheckpointUri.Path}, which is not set"
        : terms.CheckpointUri.Known.ToString();

    private static string Fix(TrainingTerms terms)
    {
        var seconds = terms.MaxRuntime.Known is { IsSecret: false, Value: { } runtime } ? runtime : DefaultMaxRuntimeSeconds;
        return string.Create(
            CultureInfo.InvariantCulture, $"Set it, with {terms.CheckpointUri.Path} and a {terms.MaxWait.Path} above {seconds} seconds.");
    }

    /// <summary>Whether all of a job's types may train on demand; null where that is not known before deployment.</summary>
    private bool? AreAllowed(ImmutableArray<InstanceUse> instances) => onDemandTypes.IsEmpty || instances.IsEmpty
        ? false
        : instances.Aggregate((bool?)true, (all, use) => all & use.Type switch
        {
            { IsUnknown: true } => null,
            { Value: { } type } => onDemandTypes.Include(type),
            _ => false,
        });
}
