using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace Policies.Workloads.Definitions;

/// <summary>What the states of a machine call the status of a job, and what a rule of a Choice says of a completed one.</summary>
/// <param name="storedNames">Names under which states store it, beside those of the API.</param>
internal sealed partial class JobStatus(IEnumerable<string> storedNames)
{
    public const string Completed = "Completed";

    private const string FailureReason = "FailureReason";

    private static readonly string[] ApiNames = ["TrainingJobStatus", "SecondaryStatus", "HyperParameterTuningJobStatus"];

    // Where a state stores values for later ones.
    private static readonly string[] Stores = ["ResultSelector", "Parameters", "Assign", "Output"];

    private readonly HashSet<string> names = [.. ApiNames, .. storedNames];

    /// <summary>
    /// Names that a state gives to the status: {"status.$": "$.TrainingJobStatus"} in JSONPath,
    /// {"status": "{% $states.result.TrainingJobStatus %}"} in JSONata.
    /// </summary>
    public static IEnumerable<string> NamesStoredBy(DefinitionNode state)
    {
        foreach (var store in Stores)
        {
            foreach (var member in state.Raw[store].Members)
            {
                // Most of what is stored is no status, and needs no text made of it.
                if (member.Value.Utf8.IndexOf("Status"u8) >= 0 && ApiNames.Contains(LastName(member.Value.AsString()!)))
                {
                    yield return member.Name.EndsWith(".$", StringComparison.Ordinal) ? member.Name[..^2] : member.Name;
                }
            }
        }
    }

    /// <summary>Whether a rule of a Choice holds after a job that completed.</summary>
    public Holds HoldsForCompleted(DefinitionNode rule) => rule switch
    {
        _ when rule["Condition"] is { IsMissing: false } condition =>
            new JsonataCondition(this).HoldsForCompleted(condition.Raw.AsString() ?? ""),
        _ when rule["Not"] is { IsMissing: false } not => HoldsForCompleted(not).Not(),
        _ when rule["And"] is { IsMissing: false } all => all.Elements().Select(HoldsForCompleted).All(),
        _ when rule["Or"] is { IsMissing: false } any => any.Elements().Select(HoldsForCompleted).Any(),
        _ => Comparison(rule, rule["Variable"].Raw.AsString() ?? ""),
    };

    /// <summary>Whether what a path leads to is there after a job that completed.</summary>
    public Holds HoldsIsPresent(string path) => IsNamedBy(path) ? Holds.Yes : LastName(path) == FailureReason ? Holds.No : Holds.Perhaps;

    /// <summary>Whether a path leads to the status.</summary>
    public bool IsNamedBy(string path) => names.Contains(LastName(path));

    /// <summary>Whether an expression has anything to do with the status.</summary>
    public bool IsNamedIn(string expression) => Name().Matches(expression).Any(word => names.Contains(word.Value));

    private Holds Comparison(DefinitionNode rule, string variable) => rule switch
    {
        _ when rule["IsPresent"].Flag.Value is { } isPresent => isPresent ? HoldsIsPresent(variable) : HoldsIsPresent(variable).Not(),
        _ when !IsNamedBy(variable) => Holds.Perhaps,
        _ when rule["StringEquals"].Text.Value is { } expected => HoldsLogic.Of(expected == Completed),
        _ when rule["StringMatches"].Text.Value is { } pattern =>
            HoldsLogic.Of(FileSystemName.MatchesSimpleExpression(pattern, Completed, ignoreCase: false)),
        _ => Holds.Unreadable,
    };

    /// <summary>The last name of a path: $.Job.TrainingJobStatus, $['TrainingJobStatus'], $status.</summary>
    private static string LastName(string path) =>
        path.Trim().TrimStart('{', '%', ' ').TrimEnd('}', '%', ' ').Split('.', '[')[^1].Trim('$', ']', '\'', '"', ' ');

    [GeneratedRegex(@"\w+")]
    private static partial Regex Name();
}
