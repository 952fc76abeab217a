using Costs.Comparison;
using Preview.CommandLine;
using Preview.Engine;
using Preview.Programs;
using Preview.Projects;
using Preview.Runs;

namespace Preview.Baselines;

/// <summary>
/// Previews another commit of the repository, with the engine, the prices and the policy packs of this run: what differs is due to
/// its program and its stack file.
/// </summary>
internal sealed class BaseRevision(Arguments arguments, BuiltProjects built, Action<string> onOutput)
{
    /// <exception cref="UserErrorException">There is no such commit, or it cannot be previewed.</exception>
    public async Task<Baseline> PreviewAsync(string reference, CancellationToken cancellation)
    {
        var directory = arguments.WorkingDirectory ?? Environment.CurrentDirectory;
        var project = ProjectFile.Read(ProjectFile.Find(directory));
        var git = new Git(project.Directory);
        var commit = await git.CommitAsync(reference, cancellation);
        var name = reference.StartsWith(Git.Short(commit), StringComparison.Ordinal) ? reference : $"{reference} ({Git.Short(commit)})";
        var prefix = await git.PrefixAsync(cancellation);
        onOutput($"Previewing the base {name}.");
        await using var tree = await GitWorktree.AddAsync(git, commit, cancellation);
        var folder = Path.Combine(tree.Folder, prefix);
        if (WhyNone(folder, project, name) is { } why)
        {
            return Baseline.None(name, why);
        }

        try
        {
            var changed = await git.ChangedSinceAsync(commit, cancellation);
            var (builtBase, elsewhere) = (changed.All(IsNoCode) ? WithProgramOf(project, folder) : built, Elsewhere(folder, project, directory));
            var result = await new PreviewRun(elsewhere, builtBase, onOutput).RunAsync(cancellation);
            return result.Estimate is { } estimate && result.ExitCode != ExitCode.Error
                ? Baseline.Of(name, CostSheet.Of(estimate)) with { Inputs = ResourceInputs.Of(result.Resources) }
                : throw new UserErrorException(string.Join('\n', Errors(result)));
        }
        catch (UserErrorException fault)
        {
            throw new UserErrorException($"The base {name} cannot be previewed: {fault.Message}", fault.ExitCode);
        }
    }

    /// <summary>A stack that the base does not have is no fault: it is new.</summary>
    private string? WhyNone(string folder, ProjectFile project, string name)
    {
        var path = Path.Combine(folder, ProjectFile.FileName);
        if (!File.Exists(path))
        {
            return $"{name} has no {ProjectFile.FileName} here.";
        }

        var before = ProjectFile.Read(path);
        var stackFile = StackFile.PathOf(before, arguments.Stack);
        return before.Name != project.Name ? $"In {name} the project is called {before.Name}."
            : File.Exists(stackFile) ? null
            : $"{name} has no {Path.GetFileName(stackFile)}.";
    }

    /// <summary>
    /// The same arguments for another folder: paths in them stay where they are. Its program gets a process of its own, since that of
    /// this run, which may be the same assembly, is about to run in this one.
    /// </summary>
    private Arguments Elsewhere(string folder, ProjectFile project, string directory) =>
        PackSet.WithFullPaths(arguments, project.Directory, directory, built) with
        {
            WorkingDirectory = folder,
            Isolate = true,
            Against = null,
        };

    /// <summary>Where only stack files and pages differ, the program that is built already is the base's too.</summary>
    private BuiltProjects WithProgramOf(ProjectFile project, string folder) =>
        built.Find(ProgramLocation.Of(project).Directory) is { } assembly
            ? built.With(ProgramLocation.Of(ProjectFile.Read(Path.Combine(folder, ProjectFile.FileName))).Directory, assembly)
            : built;

    private static bool IsNoCode(string path) => Path.GetExtension(path) switch
    {
        ".md" => true,
        ".yaml" => StackFile.IsStackFile(Path.GetFileName(path)),
        _ => false,
    };

    private static IEnumerable<string> Errors(PreviewResult result) =>
        result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Message);
}
