using Preview.Verdicts;

namespace Preview.Reports.Markdown;

/// <summary>The line that a reviewer reads first.</summary>
internal static class VerdictLine
{
    public static string Of(Verdict verdict)
    {
        var symbol = verdict.Outcome switch
        {
            Outcome.Passed => "✅",
            Outcome.Blocked => "⛔",
            _ => "❌",
        };
        var parts = Headline.Parts(verdict, MarkdownText.Code).ToArray();
        return $"**{symbol} {verdict.Word}** {MarkdownText.Code(verdict.Stack)} · **{parts[0]}** · {string.Join(" · ", parts[1..])}";
    }
}
