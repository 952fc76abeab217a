using System.Text.RegularExpressions;

namespace Policies.Workloads.Definitions;

/// <summary>
/// Reads the conditions of JSONata that people write about a job: comparisons of its status with texts, joined by and, or, $not and
/// parentheses.
/// </summary>
internal sealed partial class JsonataCondition(JobStatus status)
{
    /// <summary>Nobody writes more parentheses inside of each other.</summary>
    private const int DeepestRead = 32;

    /// <param name="expression">With its marks: {% $status = 'Completed' %}.</param>
    public Holds HoldsForCompleted(string expression)
    {
        var text = expression.Trim();
        var condition = text is ['{', '%', .. var inner, '%', '}'] ? inner : text;
        return Depths(condition).Append(0).Max() <= DeepestRead ? Read(condition.Trim()) : Unread(condition);
    }

    private Holds Read(string text)
    {
        if (Split(text, Or()) is { Count: > 1 } alternatives)
        {
            return alternatives.Select(Read).Any();
        }

        if (Split(text, And()) is { Count: > 1 } parts)
        {
            return parts.Select(Read).All();
        }

        return (Inside(text, "$not"), Inside(text, "$exists"), Inside(text, "")) switch
        {
            ({ } negated, _, _) => Read(negated).Not(),
            (_, { } path, _) => status.HoldsIsPresent(path),
            (_, _, { } inner) => Read(inner),
            _ => Comparison(text),
        };
    }

    private Holds Comparison(string text)
    {
        var (equality, membership) = (Equality().Match(text), Membership().Match(text));
        return (status.IsNamedBy((equality.Success ? equality : membership).Groups["name"].Value), equality.Success) switch
        {
            (false, _) => Unread(text),
            (true, true) => HoldsLogic.Of(
                equality.Groups["value"].Value == JobStatus.Completed == (equality.Groups["operator"].Value == "=")),
            _ => HoldsLogic.Of(
                membership.Groups["values"].Value.Split(',').Any(value => value.Trim().Trim('\'', '"') == JobStatus.Completed)),
        };
    }

    private Holds Unread(string text) => status.IsNamedIn(text) ? Holds.Unreadable : Holds.Perhaps;

    /// <summary>What stands between operators that no parenthesis encloses.</summary>
    private static List<string> Split(string text, Regex @operator)
    {
        var depths = Depths(text);
        var parts = new List<string>();
        var start = 0;
        foreach (var word in @operator.Matches(text).Where(word => depths[word.Index] == 0))
        {
            parts.Add(text[start..word.Index].Trim());
            start = word.Index + word.Length;
        }

        parts.Add(text[start..].Trim());
        return parts;
    }

    /// <summary>The argument of a call, or what is in parentheses, where that is the whole text; null where it is not.</summary>
    private static string? Inside(string text, string function)
    {
        var open = text.StartsWith(function, StringComparison.Ordinal) ? text[function.Length..].TrimStart() : "";
        return open is ['(', .. var inner, ')'] && Depths(open)[..^1].All(depth => depth > 0) ? inner.Trim() : null;
    }

    /// <summary>How many parentheses, brackets and quotes are open behind each letter.</summary>
    private static int[] Depths(string text)
    {
        var depths = new int[text.Length];
        var (depth, quote) = (0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case var letter when quote != '\0':
                    (depth, quote) = letter == quote ? (depth - 1, '\0') : (depth, quote);
                    break;
                case '\'' or '"' or '`':
                    (depth, quote) = (depth + 1, text[i]);
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
            }

            depths[i] = depth;
        }

        return depths;
    }

    [GeneratedRegex(@"(?<![\w$.])or(?![\w.])")]
    private static partial Regex Or();

    [GeneratedRegex(@"(?<![\w$.])and(?![\w.])")]
    private static partial Regex And();

    [GeneratedRegex("""
        ^(?:(?<name>[\w$.\['"\]]+)\s*(?<operator>!?=)\s*['"](?<value>[^'"]*)['"]|['"](?<value>[^'"]*)['"]\s*(?<operator>!?=)\s*(?<name>[\w$.\['"\]]+))$
        """)]
    private static partial Regex Equality();

    [GeneratedRegex("""^(?<name>[\w$.\['"\]]+)\s+in\s+\[(?<values>[^\]]*)\]$""")]
    private static partial Regex Membership();
}
