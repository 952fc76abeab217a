namespace Policies.Iam;

/// <summary>A condition key that decides what a creation may cost.</summary>
/// <param name="Name">For example sagemaker:InstanceTypes.</param>
/// <param name="Actions">The actions that carry it and start something that is billed.</param>
/// <param name="Consequence">What holds without it.</param>
/// <param name="Example">How to write it.</param>
/// <param name="SufficesPresent">Whether asking for the key alone, with any value, is a limit.</param>
internal sealed record CostKey(string Name, ImmutableArray<CostlyAction> Actions, string Consequence, string Example, bool SufficesPresent)
{
    private static readonly CostlyAction[] Jobs =
    [
        new("sagemaker:CreateTrainingJob", "training-job"),
        new("sagemaker:CreateHyperParameterTuningJob", "hyper-parameter-tuning-job"),
        new("sagemaker:CreateProcessingJob", "processing-job"),
    ];

    public static CostKey InstanceTypes { get; } = new(
        "sagemaker:InstanceTypes",
        [
            .. Jobs,
            new("sagemaker:CreateTransformJob", "transform-job"),
            new("sagemaker:CreateEndpointConfig", "endpoint-config"),
            new("sagemaker:CreateNotebookInstance", "notebook-instance"),
            new("sagemaker:UpdateNotebookInstance", "notebook-instance"),
            new("sagemaker:CreateApp", "app"),
            new("sagemaker:CreateCluster", "cluster"),
        ],
        "any instance type can be started with it",
        "ForAllValues:StringLike with the types that are meant, and Null false; or a Deny with ForAnyValue:StringNotLike",
        SufficesPresent: false);

    public static CostKey MaxRuntime { get; } = new(
        "sagemaker:MaxRuntimeInSeconds",
        [.. Jobs],
        "a job that hangs runs for a day or longer",
        "NumericLessThanEquals with the seconds of the longest run that is meant",
        SufficesPresent: true);

    /// <summary>Whether a permission under these conditions is limited.</summary>
    public bool Limits(ImmutableArray<Condition> conditions)
    {
        var own = conditions.Where(condition => condition.IsOn(Name)).ToArray();
        var isPresent = Array.Exists(own, condition => condition.NeedsKey);
        return (isPresent && SufficesPresent) || Array.Exists(own, condition => condition.Compares && (isPresent || !condition.IsTrueWithoutKey));
    }

    /// <summary>Whether a denial under these conditions is one of too much.</summary>
    public bool Denies(ImmutableArray<Condition> conditions) => conditions.Any(condition =>
        condition.IsOn(Name) && (condition.Compares || (SufficesPresent && condition.NeedsNoKey)));
}
