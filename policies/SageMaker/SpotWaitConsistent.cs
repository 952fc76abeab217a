using Policies.Packs;
using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>The wait of a spot job is long enough to find capacity in, and no other job states one.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html</remarks>
internal sealed class SpotWaitConsistent : TrainingPolicy
{
    public override PolicyInfo Info { get; } = new()
    {
        Name = "spot-wait-consistent",
        DisplayName = "Spot jobs can wait",
        Description = "A spot job may wait for longer than it may run, and only spot jobs state how long they wait.",
        Severity = Severity.Medium,
        Remediation = "Set maxWaitTimeInSeconds above maxRuntimeInSeconds on spot jobs (twice is usual), and remove it from others.",
        Url = PolicyPages.Of("spot-wait-consistent"),
        Tags = ["sagemaker", "cost", "spot", PolicyTags.Irreversible],
        Config = new(),
    };

    protected override Verdict Judge(TrainingTerms terms, ResourceContext context) => (terms.Spot.Known, terms.MaxWait.Known) switch
    {
        _ when terms.IsServerless.Known.Value == true => Verdict.NotApplicable("A serverless training job does not wait."),
        ({ IsUnknown: true }, _) => Verdict.Unknown(terms.Spot.Path.ToString()),
        (_, { IsUnknown: true }) => Verdict.Unknown(terms.MaxWait.Path.ToString()),
        ({ Value: true }, { Value: null }) => Verdict.Violation(
            $"{context.Resource.Name}: {terms.MaxWait.Path} is not set, so that the job cannot wait for spot capacity. "
            + $"Set it above the run time ({Words(terms.MaxRuntime.Known)})."),
        ({ Value: true }, { Value: { } wait }) => Compare(terms, wait, context),
        (_, { Value: not null }) => Verdict.Violation(
            $"{context.Resource.Name}: {terms.MaxWait.Path} is {Words(terms.MaxWait.Known)} and {terms.Spot.Path} is not true: "
            + "SageMaker refuses the wait of a job that is not spot. Remove it, or train on spot."),
        _ => Verdict.Compliant,
    };

    private static Verdict Compare(TrainingTerms terms, int wait, ResourceContext context)
    {
        if (terms.MaxRuntime.Known.IsUnknown)
        {
            return Verdict.Unknown(terms.MaxRuntime.Path.ToString());
        }

        var runtime = terms.MaxRuntime.Known.Value ?? DefaultMaxRuntimeSeconds;
        var found = $"{context.Resource.Name}: {terms.MaxWait.Path} is {Words(terms.MaxWait.Known)}";
        var limit = terms.MaxRuntime.Known.Value is null ? $"the default run time ({runtime} seconds)" : $"{terms.MaxRuntime.Path} ({Words(terms.MaxRuntime.Known)})";
        return wait.CompareTo(runtime) switch
        {
            < 0 => Verdict.Violation($"{found}, less than {limit}: it counts waiting and running together. Raise it above that."),
            0 => Verdict.Warning($"{found}, equal to {limit}: a job that waits at all may be cut off before it ends. Raise it."),
            _ => Verdict.Compliant,
        };
    }
}
