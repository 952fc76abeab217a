using Costs.Money;
using Preview.CommandLine;
using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>
/// The files that reports go to. They are opened under names of their own before the preview runs, so that a folder which cannot be
/// written to is found out at once; a report gets its name when all of it is there.
/// </summary>
internal sealed class ReportFiles(decimal? silentBelowUsd) : IDisposable
{
    private readonly List<(Rendering Rendering, string Path, string Unfinished)> files = [];

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
        foreach (var (rendering, path, unfinished) in files)
        {
            var report = isSilent && rendering.IsComment ? ReadOnlyMemory<byte>.Empty : rendering.Render(verdict);
            if (isSilent && rendering.IsComment)
            {
                onNote($"The report {path} is empty: nothing blocks, and the cost a month changes by less than --silent-below {Usd.Text(silentBelowUsd!.Value)}.");
            }

            try
            {
                File.WriteAllBytes(unfinished, report.Span);
                File.Move(unfinished, path, overwrite: true);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new UserErrorException($"The report {path} cannot be written: {fault.Message}");
            }
        }
    }

    /// <summary>Takes away what did not become a report.</summary>
    public void Dispose()
    {
        foreach (var (_, _, unfinished) in files)
        {
            File.Delete(unfinished);
        }
    }

    private void Add(ReportRequest request)
    {
        var rendering = Rendering.Find(request.Kind);
        var path = Path.GetFullPath(request.File);
        if (Directory.Exists(path))
        {
            throw UserErrorException.Usage($"{request} names a folder; give the name of a file in it.");
        }

        if (files.Exists(file => file.Path == path))
        {
            throw UserErrorException.Usage($"{request} names a file that another report goes to; give each a file of its own.");
        }

        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllBytes(unfinished, []);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw UserErrorException.Usage($"{request} cannot be written: there is no folder for it, or it allows no files. Create {Path.GetDirectoryName(path)}.");
        }

        files.Add((rendering, path, unfinished));
    }
}
