using Bill.CommandLine;

namespace Bill.Files;

/// <summary>A file of a report.</summary>
internal sealed record ReportFile(string Path, FileFormat Format, long Bytes);

/// <summary>Finds the files that patterns of the command line mean.</summary>
internal static class ReportFiles
{
    /// <exception cref="BillException">A pattern matches nothing, or a file cannot be read.</exception>
    public static ImmutableArray<ReportFile> Find(IEnumerable<string> patterns) =>
    [
        .. patterns.SelectMany(Matches).Distinct(StringComparer.Ordinal)
            .Select(path => new ReportFile(path, FileFormats.Detect(path), new FileInfo(path).Length)),
    ];

    private static IEnumerable<string> Matches(string pattern)
    {
        if (pattern.Contains("://", StringComparison.Ordinal))
        {
            throw new BillException(
                $"{pattern} is an address; only files of this machine are read. Download it (aws s3 sync), or let Athena do the work where "
                + "it lies: --athena DATABASE.TABLE.",
                ExitCode.Usage);
        }

        if (File.Exists(pattern))
        {
            return [pattern];
        }

        if (Directory.Exists(pattern))
        {
            throw new BillException(
                $"{pattern} is a folder. Name the files in it, for example \"{Path.Combine(pattern, "**", "*.csv.gz")}\".", ExitCode.Usage);
        }

        if (pattern.IndexOfAny(Glob.Wildcards) < 0)
        {
            throw new BillException($"There is no file {pattern}.", ExitCode.Usage);
        }

        var found = Glob.Expand(pattern);
        return found.Count > 0
            ? found
            : throw new BillException(
                $"No file matches {pattern} (looked in {Path.GetFullPath(Glob.FixedFolder(pattern))}). "
                + "* and ? match within a name, ** any folders.",
                ExitCode.Usage);
    }
}
