using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>
/// A verdict as workflow commands, which GitHub shows beside the lines of a pull request
/// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
/// </summary>
internal static class GitHubAnnotations
{
    /// <summary>Of each level; GitHub drops what a step says beyond that.</summary>
    public const int Most = 10;

    /// <summary>A line for each annotation; empty where there is nothing to say.</summary>
    public static string Of(Verdict verdict) => string.Concat(
    [
        .. Level("error", StackFile(verdict), [
            .. verdict.Failures.Select(failure => new Annotation(PlaceOf(verdict, failure.Urn), "Preview failed", FindingText.Of(failure))),
            .. verdict.Blocking.Select(finding => Of(verdict, finding)),
        ]),
        .. Level("warning", StackFile(verdict), [
            .. verdict.Warnings.Select(finding => Of(verdict, finding)),
            .. verdict.DiagnosedWarnings.Select(warning => new Annotation(PlaceOf(verdict, warning.Urn), "Preview", FindingText.Of(warning))),
        ]),
        .. Level("notice", StackFile(verdict), [.. verdict.Exemptions.Select(finding => Exempt(verdict, finding))]),
    ]);

    private static Annotation Of(Verdict verdict, JudgedFinding finding) =>
        new(finding.Place ?? StackFile(verdict), $"{verdict.Stack}: {finding.Finding.Policy}", FindingText.Of(finding));

    private static Annotation Exempt(Verdict verdict, JudgedFinding finding) =>
        Of(verdict, finding) with { Message = $"exempt: {FindingText.Of(finding)} Accepted: {FindingText.WhyAccepted(finding.Finding)}" };

    private static SourcePlace PlaceOf(Verdict verdict, string urn) => verdict.Run.Places.GetValueOrDefault(urn) ?? StackFile(verdict);

    private static SourcePlace StackFile(Verdict verdict) => new(verdict.Run.StackFile, 1);

    /// <summary>The last one stands for those that GitHub would drop.</summary>
    private static IEnumerable<string> Level(string level, SourcePlace stackFile, ImmutableArray<Annotation> annotations)
    {
        var shown = annotations.Length <= Most ? annotations.Length : Most - 1;
        foreach (var annotation in annotations.Take(shown))
        {
            yield return Line(level, annotation);
        }

        if (shown < annotations.Length)
        {
            var more = string.Create(CultureInfo.InvariantCulture, $"and {annotations.Length - shown} more; the job summary has them all");
            yield return Line(level, new(stackFile, "Not all is shown", more));
        }
    }

    private static string Line(string level, Annotation annotation) =>
        $"::{level} file={Property(annotation.Place.File)},line={annotation.Place.Line.ToString(CultureInfo.InvariantCulture)},"
        + $"title={Property(annotation.Title)}::{Data(annotation.Message)}\n";

    private static string Data(string text) => new StringBuilder(text)
        .Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A").ToString();

    private static string Property(string text) => new StringBuilder(Data(text))
        .Replace(":", "%3A").Replace(",", "%2C").ToString();

    private sealed record Annotation(SourcePlace Place, string Title, string Message);
}
