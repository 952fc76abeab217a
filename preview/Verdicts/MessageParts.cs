using Preview.Policies;
using Pulumi.Policy.Hosting;

namespace Preview.Verdicts;

/// <summary>
/// What a finding says, in the parts that a table has. The protocol has one text for all of them; policies write it in the order
/// found, expected, what to do, as in "data: versioning is off, expected Enabled. Turn it on."
/// </summary>
/// <param name="Found">What is there; all of the text where it is written otherwise.</param>
/// <param name="Allowed">What may be there instead; null where the text does not say it by itself.</param>
/// <param name="Fix">What to do; null where the text does not say.</param>
internal sealed record MessageParts(string Found, string? Allowed, string? Fix)
{
    private const string BeforeAllowed = ", expected ";

    /// <param name="finding">The finding; its message repeats the policy's description and may note an exemption.</param>
    /// <param name="resource">Name of the resource, which is left out where the text begins with it.</param>
    public static MessageParts Of(Finding finding, string resource)
    {
        var note = finding.Exemption is null ? null : ExemptionNote.Find(finding.Message, finding.Description)?.Line.Trim();
        var lines = finding.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line != finding.Description && line != note)
            .ToArray();
        if (Array.FindIndex(lines, Policies.Findings.IsCannotTell) is >= 0 and var open)
        {
            // On the lines below it says what makes it known.
            return new(lines[open].TrimEnd('.'), null, open + 1 < lines.Length ? string.Join(' ', lines[(open + 1)..]) : null);
        }

        var text = lines.Length == 0 ? finding.Description : string.Join(' ', lines);
        text = text.StartsWith($"{resource}: ", StringComparison.Ordinal) ? text[(resource.Length + 2)..] : text;
        var (statement, fix) = SplitSentence(text);
        return statement.IndexOf(BeforeAllowed, StringComparison.Ordinal) is > 0 and var at
            ? new(statement[..at], statement[(at + BeforeAllowed.Length)..], fix)
            : new(statement, null, fix);
    }

    /// <summary>The first sentence, without its full stop, and what follows it.</summary>
    private static (string First, string? After) SplitSentence(string text)
    {
        for (var at = text.IndexOf(". ", StringComparison.Ordinal); at >= 0; at = text.IndexOf(". ", at + 1, StringComparison.Ordinal))
        {
            if (at + 2 < text.Length && char.IsUpper(text[at + 2]))
            {
                return (text[..at], text[(at + 2)..]);
            }
        }

        return (text.EndsWith('.') ? text[..^1] : text, null);
    }
}
