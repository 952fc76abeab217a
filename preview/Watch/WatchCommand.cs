using System.Collections.Immutable;
using Preview.CommandLine;
using Preview.Processes;
using Preview.Programs;
using Preview.Projects;
using Preview.Reports;

namespace Preview.Watch;

/// <summary>
/// Previews now and whenever something is saved, and prints what changed. Each preview is a process of its own, since an assembly that is
/// loaded cannot be loaded anew.
/// </summary>
/// <param name="arguments">What the user asked for.</param>
/// <param name="words">The same as it was given.</param>
/// <param name="print">Gets what is said of previews.</param>
/// <param name="onOutput">Gets what previews print besides their documents: progress, and why there is none.</param>
/// <param name="palette">Colours.</param>
internal sealed class WatchCommand(
    Arguments arguments, IEnumerable<string> words, Action<string> print, Action<string> onOutput, Palette palette)
{
    private readonly ImmutableArray<string> preview = [.. words.Where(word => word != ArgumentParser.WatchOption), "--json"];
    private readonly BuiltProjects built = BuiltProjects.OfThisBuild();
    private readonly string directory = arguments.WorkingDirectory ?? Environment.CurrentDirectory;
    private readonly WatchLines lines = new(palette);

    /// <summary>The last preview that did not fail.</summary>
    private PreviewDocument? last;

    /// <summary>Ends when it is cancelled, which is how every watch ends.</summary>
    /// <exception cref="UserErrorException">There is no project.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var projectPath = ProjectFile.Find(directory);
        var files = new WatchedFiles(Places(projectPath));
        var rebuild = new Rebuild(built);
        while (true)
        {
            await PreviewAsync(rebuild, cancellation);
            files.Move(Places(projectPath));
            print(palette.Dim("Waiting for a change; Ctrl-C ends."));
            var changed = await files.NextAsync(cancellation);
            print("");
            print(palette.Bold($"{string.Join(", ", changed.Select(file => Path.GetRelativePath(Path.GetDirectoryName(projectPath)!, file)))}:"));
            rebuild.Note(changed);
        }
    }

    private WatchedPlaces Places(string projectPath) =>
        WatchedPlaces.Of(projectPath, arguments, directory, built).With(last?.Configurations ?? []);

    private async Task PreviewAsync(Rebuild rebuild, CancellationToken cancellation)
    {
        try
        {
            await rebuild.RunAsync(cancellation);
            var document = PreviewDocument.Parse(await DocumentAsync(cancellation));
            Print(document);
            last = document is { HasFailed: false } ? document : last;
        }
        catch (UserErrorException fault)
        {
            print($"{palette.Red("error")}: {fault.Message}");
        }
    }

    private void Print(PreviewDocument? document)
    {
        var said = (document, last) switch
        {
            (null, _) => [palette.Red("There is no preview; see the error above.")],
            ({ HasFailed: true }, _) => lines.Failed(document),
            (_, null) => lines.First(document),
            _ => lines.Change(last, document),
        };
        foreach (var line in said)
        {
            print(line);
        }
    }

    /// <summary>What a preview prints to stdout: its document, or nothing where it says on stderr why there is none.</summary>
    private async Task<ReadOnlyMemory<byte>> DocumentAsync(CancellationToken cancellation)
    {
        await using var child = ChildProcess.Start(
            new(Executables.Self, [.. Executables.SelfArguments, .. preview], Environment.CurrentDirectory),
            line => Forward(line, cancellation));
        using var document = new MemoryStream();
        await child.Output.BaseStream.CopyToAsync(document, cancellation);
        await child.WaitAsync(cancellation);
        return document.ToArray();
    }

    /// <summary>An interrupt reaches every process on a terminal; what they say then is of no interest.</summary>
    private void Forward(string line, CancellationToken cancellation)
    {
        if (!cancellation.IsCancellationRequested)
        {
            onOutput(line);
        }
    }
}
