namespace Policies.Iam;

/// <summary>A condition key that decides what a creation may cost.</summary>
/// <param name="Name">For example sagemaker:InstanceTypes.</param>
/// <param name="Actions">The actions that carry it and start something that is billed, or say on what it will start.</param>
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
            new("sagemaker:UpdateTrainingJob", "training-job"),
            new("sagemaker:CreateTransformJob", "transform-job"),
            new("sagemaker:CreateEndpointConfig", "endpoint-config"),
            new("sagemaker:CreateNotebookInstance", "notebook-instance"),
            new("sagemaker:UpdateNotebookInstance", "notebook-instance"),
            new("sagemaker:CreateApp", "app"),
            new("sagemaker:CreateDomain", "domain"),
            new("sagemaker:UpdateDomain", "domain"),
            new("sagemaker:CreateUserProfile", "user-profile"),
            new("sagemaker:CreateSpace", "space"),
            new("sagemaker:CreateCluster", "cluster"),
        ],
        "any instance type can be started with it",
        "ForAllValues:StringLike with the types that are meant, and Null false; or a Deny with ForAnyValue:StringNotLike",
        SufficesPresent: false);

    public static CostKey MaxRuntime { get; } = new(
        "sagemaker:MaxRuntimeInSeconds",
        [.. Jobs],
        "a job that hangs runs for a day or longer",
        "NumericLessThanEquals with the seconds of the longest run that is meant; or two Denies, with NumericGreaterThan and with Null true",
        SufficesPresent: true);

    /// <summary>Whether a permission under these conditions is limited.</summary>
    public bool Limits(ImmutableArray<Condition> conditions)
    {
        var own = On(conditions);
        return (SufficesPresent && Array.Exists(own, condition => condition.NeedsKey))
            || (Array.Exists(own, condition => condition.IsTrueWithin) && !Array.TrueForAll(own, condition => condition.IsTrueWithoutKey));
    }

    /// <summary>
    /// Whether a denial under these conditions is one of too much. Where the key may be left out, that has to be denied, by this statement or
    /// one of its own: nothing is greater than a number that is not there. With a condition on another key as well, it denies some of these
    /// requests only.
    /// </summary>
    public bool Denies(ImmutableArray<Condition> conditions)
    {
        var own = On(conditions);
        return own.Length > 0 && own.Length == conditions.Length && (SufficesPresent
            ? Array.TrueForAll(own, condition => condition.IsTrueWithoutKey)
            : Array.Exists(own, condition => condition.IsTrueBeyond) && Array.TrueForAll(own, condition => condition.IsTrueBeyond || condition.NeedsKey));
    }

    private Condition[] On(ImmutableArray<Condition> conditions) => [.. conditions.Where(condition => condition.IsOn(Name))];
}
