using Policies.Workloads;

namespace Policies.Iam;

/// <summary>
/// Finds permissions to create what costs money, without the condition that says how much. A policy pack sees what a program
/// deploys; what people create by hand only IAM holds to the same.
/// </summary>
/// <remarks>
/// IAM keys: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html. One document does not tell all
/// that holds: another one, a permissions boundary or the organisation may deny the rest. So it is a warning unless the settings say otherwise,
/// and a condition on the key anywhere in the document, on the permission or on a denial of the same action, counts.
/// </remarks>
internal sealed class OpenPermissions(CostKey key)
{
    private const string Name = "openPermissions";
    private const string Warn = "warn";
    private const string Refuse = "refuse";
    private const string Ignore = "ignore";

    /// <summary>Policies of AWS itself that let SageMaker create everything.</summary>
    private static readonly string[] Open = ["AdministratorAccess", "PowerUserAccess", "AmazonSageMakerFullAccess"];

    public static PolicySetting Setting { get; } = PolicySetting.Text(
        Name, "What becomes of an IAM policy that lets somebody create this without a condition.", Warn, Warn, Refuse, Ignore);

    /// <summary>The verdicts on what a resource permits; none on a resource that permits nothing.</summary>
    public IEnumerable<Verdict> Judge(ResourceContext context)
    {
        var mode = context.Config[Name].AsString();
        var reading = mode == Ignore ? IamReading.Empty : IamDocuments.In(context.Resource);
        var name = context.Resource.Name;
        return reading.Documents.SelectMany(document => Judge(document.Path, document.Value, name))
            .Concat(reading.Attached.Select(arn => Judge(arn, name)))
            .Select(verdict => mode == Refuse ? verdict : Advised(verdict));
    }

    /// <summary>Where nothing is refused, there is nothing that could not be told yet either.</summary>
    private static Verdict Advised(Verdict verdict) => Verdict.All(verdict.Violations.Concat(verdict.Warnings).Select(Verdict.Warning));

    private Verdict Judge(Setting<string> arn, string name) => arn.Known switch
    {
        { IsUnknown: true } => Verdict.Unknown(arn.Path.ToString()),
        { Value: { } text } when text.Split(":policy/") is [var start, var policy] && start.EndsWith("iam::aws", StringComparison.Ordinal)
            && Array.Find(Open, open => policy == open) is not null => Verdict.Violation(
                $"{name}: {arn.Path} is {arn.Known}, which allows every action of SageMaker without a condition on {key.Name}: {key.Consequence}. "
                + $"Attach a policy with {key.Example}."),
        _ => Verdict.Compliant,
    };

    private IEnumerable<Verdict> Judge(PropertyPath path, PropertyValue value, string name)
    {
        if (value.IsUnknown)
        {
            return [Verdict.Unknown(path.ToString())];
        }

        var (statements, fault) = IamReading.Read(path, value);
        if (fault is not null)
        {
            return [Verdict.Violation($"{name}: {path} {fault}.")];
        }

        var denials = statements.Where(statement => statement.Effect.IsUnknown || statement.Effect.Value == "Deny").ToArray();
        return statements
            .Where(statement => statement.Effect.IsUnknown || statement.Effect.Value == "Allow")
            .Select(statement => Judge(statement, denials, name));
    }

    private Verdict Judge(Statement statement, Statement[] denials, string name)
    {
        var answers = key.Actions.Select(action => (Action: action, IsOpen: IsOpen(statement, action, denials))).ToArray();
        CostlyAction[] open = [.. answers.Where(answer => answer.IsOpen == true).Select(answer => answer.Action)];
        return open.Length > 0 ? Verdict.Violation(Message(statement, open, name))
            : Array.Exists(answers, answer => answer.IsOpen is null) ? Verdict.Unknown(statement.Path.ToString())
            : Verdict.Compliant;
    }

    /// <summary>Whether a statement lets somebody do something without a limit; null where that is not known before deployment.</summary>
    private bool? IsOpen(Statement statement, CostlyAction action, Statement[] denials)
    {
        var covered = statement.Covers(action) & (statement.Effect.IsUnknown ? (bool?)null : true);
        var isLimited = (statement.HasUnknownCondition ? null : (bool?)key.Limits(statement.Conditions))
            | denials.Aggregate((bool?)false, (limited, denial) => limited | IsDenied(denial, action, statement));
        return covered & !isLimited;
    }

    private bool? IsDenied(Statement denial, CostlyAction action, Statement allowed) =>
        denial.CoversResourcesOf(allowed)
            ? denial.Covers(action)
                & (denial.Effect.IsUnknown || denial.HasUnknownCondition ? (bool?)null : denial.IsUnconditional || key.Denies(denial.Conditions))
            : false;

    private string Message(Statement statement, CostlyAction[] open, string name)
    {
        var found = statement.Value.IsSecret
            ? "lets somebody create"
            : $"allows {string.Join(", ", open.Select(statement.PatternFor).Distinct())}"
                + (statement.PatternFor(open[0]) == open[0].Name ? "" : $", and so {open[0].Name}{(open.Length > 1 ? $" and {open.Length - 1} more" : "")}");
        return $"{name}: {statement.Path} {found} without a condition on {key.Name}: {key.Consequence}. Add {key.Example}.";
    }
}

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
