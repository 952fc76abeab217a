using Preview.CommandLine;
using Preview.Reports.Markdown;
using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>The page that GitHub shows for a job; forks get no comment, so that they have it there.</summary>
internal static class JobSummary
{
    /// <summary>Set by GitHub to the file whose content it shows.</summary>
    private const string Variable = "GITHUB_STEP_SUMMARY";

    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static void Append(Verdict verdict, Func<string, string?> environment)
    {
        if (environment(Variable) is not { Length: > 0 } file)
        {
            return;
        }

        try
        {
            File.AppendAllText(file, MarkdownReport.Of(verdict) + "\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The job summary {file}, which {Variable} names, cannot be written: {fault.Message}");
        }
    }
}
