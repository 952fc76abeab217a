using System.Globalization;
using Policies.Money;
using Policies.Workloads;
using Policies.Workloads.Definitions;

namespace Policies.SageMaker;

/// <summary>Decides whether a training job may run on the terms it asks for.</summary>
internal sealed class SpotJudge(string resource, TypePatterns onDemandTypes, InstanceMoney money)
{
    /// <summary>The verdict on a workload that trains; none on any other.</summary>
    public IEnumerable<Verdict> Judge(Workload workload) => workload.Training is { } terms ? [Judge(workload, terms)] : [];

    private Verdict Judge(Workload workload, TrainingTerms terms) => terms switch
    {
        { Spot.Known.Value: true } => OnSpot(terms),
        { IsServerless.Known.Value: true } =>
            Verdict.NotApplicable($"{resource}: a serverless training job knows no spot capacity."),
        { TrainingPlan.Known.IsSet: true } =>
            Verdict.NotApplicable($"{resource}: the capacity of a training plan is paid for in advance."),
        { Spot.Known.IsUnknown: true } => OnDemand(workload, terms),
        { IsServerless: { Known.IsUnknown: true } serverless } => Verdict.Unknown(serverless.Path.ToString()),
        { TrainingPlan: { Known.IsUnknown: true } plan } => Verdict.Unknown(plan.Path.ToString()),
        _ => OnDemand(workload, terms),
    };

    /// <summary>Spot capacity is asked for: nothing else may choose where the job runs.</summary>
    private Verdict OnSpot(TrainingTerms terms) => (terms.IsServerless, terms.TrainingPlan) switch
    {
        ({ Known.Value: true } serverless, _) => Verdict.Violation(
            $"{resource}: {serverless.Path} is set and {terms.Spot.Path} is true: a serverless training job knows no spot capacity. "
            + "Remove one of the two."),
        ({ Known.IsUnknown: true } serverless, _) => Verdict.Unknown(serverless.Path.ToString()),
        (_, { Known.IsSet: true } plan) => Verdict.Warning(
            $"{resource}: {plan.Path} is set and {terms.Spot.Path} is true: the capacity of a training plan is reserved and paid for in "
            + "advance, so that spot saves nothing. Remove one of the two."),
        _ => Verdict.Compliant,
    };

    private Verdict OnDemand(Workload workload, TrainingTerms terms) => AreAllowed(workload.Instances) switch
    {
        true => Verdict.Compliant,

        // Whether the job must be spot hangs on its instance types as much as on the flag.
        null => Verdict.All(workload.Instances
            .Where(use => use.Type.IsUnknown)
            .Select(use => Verdict.Unknown(use.Path.ToString()))),
        false when terms.Spot.Known.IsUnknown => Verdict.Unknown(terms.Spot.Path.ToString()),
        false => workload.Task is { } task
            ? Fallback(workload, terms, task)
            : Verdict.Violation($"{Found(terms)}. {Fix(workload, terms)}.{money.OnDemand(workload.Instances)}"),
    };

    private Verdict Fallback(Workload workload, TrainingTerms terms, TaskPlace task)
    {
        var verdict = SpotFallback.Judge(task, terms.CheckpointUri);
        return verdict.Standing switch
        {
            FallbackStanding.Fallback => Verdict.Compliant,
            FallbackStanding.Undetermined => Verdict.Unknown(verdict.UnknownPath.ToString()),
            FallbackStanding.NeverReached =>
                Verdict.Violation($"{Found(terms)}, and no state leads to the task. {Fix(workload, terms)}.{money.OnDemand(workload.Instances)}"),
            _ => Verdict.Violation(
                $"{Found(terms)}, and the task is reached{From(verdict.ReachedFrom, terms)} without a failed spot job that kept its "
                + $"checkpoints in the same place ({Checkpoint(terms)}). {Fix(workload, terms)}; "
                + $"or let only the failure of such a job lead here.{money.OnDemand(workload.Instances)}"),
        };
    }

    private string Found(TrainingTerms terms) => $"{resource}: {terms.Spot.Path} is {Words(terms.Spot.Known)}, expected true";

    private static string From(State? state, TrainingTerms terms) =>
        state is null || terms.Spot.Path.IsHidden ? "" : $" from {state.Name}";

    private static string Words(Known<bool?> flag) => flag is { IsSecret: false, Value: false } ? "false" : flag.ToString();

    private static string Checkpoint(TrainingTerms terms) => terms.CheckpointUri.Known is { IsKnown: true, Value: null }
        ? "it keeps none"
        : terms.CheckpointUri.Known.ToString();

    private static string Fix(Workload workload, TrainingTerms terms)
    {
        var (checkpoint, wait) = (terms.CheckpointUri.Path.Below(workload.Path), terms.MaxWait.Path.Below(workload.Path));
        var seconds = terms.MaxRuntime.Known is { IsSecret: false, Value: { } runtime } ? runtime : TrainingPolicy.DefaultMaxRuntimeSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"Set it, with {checkpoint} and {wait} above {seconds} seconds");
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
