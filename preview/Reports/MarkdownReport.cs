using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>A verdict as a comment on a pull request.</summary>
internal static class MarkdownReport
{
    public static string Of(Verdict verdict) => Headline.Of(verdict);
}
