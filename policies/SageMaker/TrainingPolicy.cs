using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>A policy on the terms on which training and tuning jobs run.</summary>
internal abstract class TrainingPolicy : WorkloadPolicy
{
    /// <summary>How long SageMaker lets a job run that states no limit.</summary>
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html</remarks>
    public const int DefaultMaxRuntimeSeconds = 24 * 60 * 60;

    public override IReadOnlyCollection<string> ResourceTypes => ResourceWorkloads.TrainingTypes;

    protected sealed override IEnumerable<Verdict> Judge(Workload workload, ResourceContext context) =>
        workload.Training is { } terms ? [Judge(terms, context)] : [];

    protected abstract Verdict Judge(TrainingTerms terms, ResourceContext context);

    /// <summary>A number of seconds in the words of a message.</summary>
    protected static string Words(Known<int?> seconds) => seconds switch
    {
        { IsSecret: true } => seconds.ToString(),
        { Value: { } known } => $"{known} seconds",
        _ => "not set",
    };
}
