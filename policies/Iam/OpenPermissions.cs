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
        return reading.Documents.SelectMany(document => Judge(document, name))
            .Concat(reading.Attached.Select(arn => Judge(arn, name)))
            .Select(verdict => mode == Refuse ? verdict : Advised(verdict));
    }

    /// <summary>Where nothing is refused, there is nothing that could not be told yet either.</summary>
    private static Verdict Advised(Verdict verdict) => verdict.IsCompliant
        ? verdict
        : Verdict.All(verdict.Violations.Concat(verdict.Warnings).Select(Verdict.Warning));

    private Verdict Judge(Setting<string> arn, string name) => arn.Known switch
    {
        { IsUnknown: true } => Verdict.Unknown(arn.Path.ToString()),
        { Value: { } text } when text.Split(":policy/") is [var start, var policy] && start.EndsWith("iam::aws", StringComparison.Ordinal)
            && Array.Find(Open, open => policy == open) is not null => Verdict.Violation(
                $"{name}: {arn.Path} is {arn.Known}, which allows every action of SageMaker without a condition on {key.Name}: {key.Consequence}. "
                + $"Attach a policy with {key.Example}."),
        _ => Verdict.Compliant,
    };

    private IEnumerable<Verdict> Judge(IamDocument document, string name)
    {
        if (document.IsUnknown)
        {
            return [Verdict.Unknown(document.Path.ToString())];
        }

        if (document.Fault is { } fault)
        {
            return [Verdict.Violation($"{name}: {document.Path} {fault}.")];
        }

        var denials = document.Statements.Where(statement => statement.MayDeny).ToArray();
        return document.Statements.Where(statement => statement.MayAllow).Select(statement => Judge(statement, denials, name));
    }

    private Verdict Judge(Statement statement, Statement[] denials, string name)
    {
        var open = new List<CostlyAction>();
        var cannotTell = false;
        foreach (var action in key.Actions)
        {
            switch (IsOpen(statement, action, denials))
            {
                case true: open.Add(action); break;
                case null: cannotTell = true; break;
            }
        }

        return open.Count > 0 ? Verdict.Violation(Message(statement, open, name))
            : cannotTell ? Verdict.Unknown(statement.Path.ToString())
            : Verdict.Compliant;
    }

    /// <summary>Whether a statement lets somebody do something without a limit; null where that is not known before deployment.</summary>
    private bool? IsOpen(Statement statement, CostlyAction action, Statement[] denials)
    {
        var covered = statement.Covers(action) & (statement.HasUnknownEffect ? (bool?)null : true);
        if (covered == false)
        {
            return false;
        }

        var isLimited = (statement.HasUnknownCondition ? null : (bool?)key.Limits(statement.Conditions))
            | denials.Aggregate((bool?)false, (limited, denial) => limited | IsDenied(denial, action, statement));
        return covered & !isLimited;
    }

    private bool? IsDenied(Statement denial, CostlyAction action, Statement allowed) =>
        denial.CoversResourcesOf(allowed, action)
            ? denial.Covers(action)
                & (denial.HasUnknownEffect || denial.HasUnknownCondition ? (bool?)null : denial.IsUnconditional || key.Denies(denial.Conditions))
            : false;

    private string Message(Statement statement, List<CostlyAction> open, string name)
    {
        var found = statement.IsSecret
            ? "lets somebody create"
            : $"allows {string.Join(", ", open.Select(statement.PatternFor).Distinct())}"
                + (statement.PatternFor(open[0]) == open[0].Name ? ""
                    : $", and so {open[0].Name}{(open.Count > 1 ? $" and {open.Count - 1} more" : "")}");
        return $"{name}: {statement.Path} {found} without a condition on {key.Name}: {key.Consequence}. Add {key.Example}.";
    }
}
