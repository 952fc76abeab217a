using Costs.Money;
using Preview.CommandLine;
using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>The files that reports go to.</summary>
internal sealed class ReportFiles(decimal? silentBelowUsd) : IDisposable
{
    private readonly List<(Rendering Rendering, PendingFile File)> files = [];

    /// <exception cref="UserErrorException">There is no such kind of report, or a file cannot be written.</exception>
    public static ReportFiles Open(Arguments arguments)
    {
        var opened = new ReportFiles(arguments.SilentBelowUsd);
        try
        {
            foreach (var request in arguments.Reports)
            {
                opened.Add(request);
            }

            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <exception cref="UserErrorException">A file cannot be written.</exception>
    public void Write(Verdict verdict, Action<string> onNote)
    {
        var isSilent = silentBelowUsd is { } limit && verdict.IsQuiet(limit);
        foreach (var (rendering, file) in files)
        {
            var report = isSilent && rendering.IsComment ? ReadOnlyMemory<byte>.Empty : rendering.Render(verdict);
            if (isSilent && rendering.IsComment)
            {
                onNote($"The report {file.Path} is empty: nothing blocks, and the cost a month changes by less than --silent-below {Usd.Text(silentBelowUsd!.Value)}.");
            }

            file.Write(report.Span, "The report");
        }
    }

    /// <summary>Takes away what did not become a report.</summary>
    public void Dispose()
    {
        foreach (var (_, file) in files)
        {
            file.Dispose();
        }
    }

    private void Add(ReportRequest request)
    {
        var rendering = Rendering.Find(request.Kind);
        var file = PendingFile.Open(request.File, $"{request}");
        if (files.Exists(other => other.File.Path == file.Path))
        {
            file.Dispose();
            throw UserErrorException.Usage($"{request} names a file that another report goes to; give each a file of its own.");
        }

        files.Add((rendering, file));
    }
}
