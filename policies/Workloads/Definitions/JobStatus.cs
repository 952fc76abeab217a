using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace Policies.Workloads.Definitions;

/// <summary>What the states of a machine call the status of a job, and what a condition on it says of a completed one.</summary>
internal static partial class JobStatus
{
    private const string Completed = "Completed";
    private const string FailureReason = "FailureReason";

    private static readonly string[] ApiNames = ["TrainingJobStatus", "SecondaryStatus", "HyperParameterTuningJobStatus"];

    // Where a state stores values for later ones.
    private static readonly string[] Stores = ["ResultSelector", "Parameters", "Assign", "Output"];

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

    /// <summary>Whether a rule of a Choice holds after a job that completed; null where that cannot be told.</summary>
    public static bool? HoldsForCompleted(DefinitionNode rule, IReadOnlySet<string> statusNames) => rule switch
    {
        _ when !rule["Condition"].IsMissing => Condition(rule["Condition"].Raw.AsString() ?? "", statusNames),
        _ when rule["Not"] is { IsMissing: false } not => !HoldsForCompleted(not, statusNames),
        _ when rule["And"] is { IsMissing: false } all => All(all.Elements().Select(part => HoldsForCompleted(part, statusNames))),
        _ when rule["Or"] is { IsMissing: false } any => Any(any.Elements().Select(part => HoldsForCompleted(part, statusNames))),
        _ => Comparison(rule, LastName(rule["Variable"].Raw.AsString() ?? ""), statusNames),
    };

    private static bool? Comparison(DefinitionNode rule, string variable, IReadOnlySet<string> statusNames) => variable switch
    {
        FailureReason when rule["IsPresent"].Flag.Value is { } isPresent => !isPresent,
        _ when !IsStatus(variable, statusNames) => null,
        _ when rule["StringEquals"].Text.Value is { } expected => expected == Completed,
        _ when rule["StringMatches"].Text.Value is { } pattern => FileSystemName.MatchesSimpleExpression(pattern, Completed, ignoreCase: false),
        _ when rule["IsPresent"].Flag.Value is { } isPresent => isPresent,
        _ => null,
    };

    /// <summary>Reads the simple conditions of JSONata: comparisons of a status with a text, joined by and, or.</summary>
    private static bool? Condition(string expression, IReadOnlySet<string> statusNames)
    {
        return Any(Unwrapped(expression).Split(" or ").Select(alternative =>
            All(alternative.Split(" and ").Select(part => Part(part.Trim(), statusNames)))));
    }

    private static bool? Part(string text, IReadOnlySet<string> statusNames)
    {
        var (equality, membership) = (Equality().Match(text), Membership().Match(text));
        var name = LastName((equality.Success ? equality : membership).Groups["name"].Value);
        return (IsStatus(name, statusNames), equality.Success) switch
        {
            (false, _) => null,
            (true, true) => equality.Groups["value"].Value == Completed == (equality.Groups["operator"].Value == "="),
            _ => membership.Groups["values"].Value.Split(',').Any(value => value.Trim().Trim('\'', '"') == Completed),
        };
    }

    private static string Unwrapped(string expression)
    {
        var text = expression.Trim();
        return text is ['{', '%', .. var inner, '%', '}'] ? inner : text;
    }

    private static bool IsStatus(string name, IReadOnlySet<string> statusNames) =>
        ApiNames.Contains(name) || statusNames.Contains(name);

    /// <summary>The last name of a path: $.Job.TrainingJobStatus, $['TrainingJobStatus'], $status.</summary>
    private static string LastName(string path) =>
        path.Trim().TrimStart('{', '%', ' ').TrimEnd('}', '%', ' ').Split('.', '[')[^1].Trim('$', ']', '\'', '"', ' ');

    private static bool? All(IEnumerable<bool?> parts) => parts.Aggregate((bool?)true, (all, part) => all & part);

    private static bool? Any(IEnumerable<bool?> parts) => parts.Aggregate((bool?)false, (any, part) => any | part);

    [GeneratedRegex("""^(?<name>[\w$.\['"\]]+)\s*(?<operator>!?=)\s*['"](?<value>[^'"]*)['"]$""")]
    private static partial Regex Equality();

    [GeneratedRegex("""^(?<name>[\w$.\['"\]]+)\s+in\s+\[(?<values>[^\]]*)\]$""")]
    private static partial Regex Membership();
}
