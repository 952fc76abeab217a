using System.Collections.Immutable;
using Preview.CommandLine;
using Preview.Programs;
using Preview.Projects;
using Preview.Runs;

namespace Preview.Watch;

/// <summary>What a preview depends on and a user edits.</summary>
/// <param name="Folders">The program's folder and those of the packs, with what is below them.</param>
/// <param name="Files">Single files that are watched wherever they are, whether they exist yet or not.</param>
/// <param name="ProjectFolder">The folder of Pulumi.yaml, in which every stack file is watched.</param>
internal sealed record WatchedPlaces(ImmutableArray<string> Folders, ImmutableArray<string> Files, string ProjectFolder)
{
    /// <param name="projectPath">Pulumi.yaml.</param>
    /// <param name="arguments">What the user asked for.</param>
    /// <param name="directory">What paths in the arguments are relative to.</param>
    /// <param name="built">What came along.</param>
    public static WatchedPlaces Of(string projectPath, Arguments arguments, string directory, BuiltProjects built)
    {
        var projectFolder = Path.GetDirectoryName(projectPath)!;
        try
        {
            var project = ProjectFile.Read(projectPath);
            var program = ProgramLocation.Of(project);
            var located = PackSet.WithFullPaths(arguments, projectFolder, directory, built);
            var packs = located.PolicyPacks.Where(pack => !Installation.IsTool || pack != built.PackFolder).ToArray();
            string?[] files =
            [
                project.Binary is { } binary ? Path.Combine(program.Directory, binary) : null,
                .. located.PolicyPackConfigs, arguments.SecretsFile, arguments.Baseline, arguments.KnownFindings, arguments.PriceFile,
            ];
            return new(
                [program.Directory, .. packs.Where(Directory.Exists)],
                [.. packs.Where(File.Exists), .. StackFiles(project.StackConfigDirectory), .. Full(files, directory)],
                projectFolder);
        }
        catch (UserErrorException)
        {
            // The preview tells what is wrong; whoever repairs it edits one of these.
            string?[] files = [.. arguments.PolicyPackConfigs, arguments.SecretsFile, arguments.Baseline, arguments.KnownFindings, arguments.PriceFile];
            return new([], [.. Full(files, directory)], projectFolder);
        }
    }

    /// <summary>The same, and the files by which the packs of a preview were configured.</summary>
    public WatchedPlaces With(IEnumerable<string> configurations) =>
        this with { Files = [.. Files.Union(configurations.Select(file => Path.GetFullPath(Path.Combine(ProjectFolder, file))))] };

    private static IEnumerable<string> StackFiles(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder).Where(file => StackFile.IsStackFile(Path.GetFileName(file))) : [];

    private static IEnumerable<string> Full(IEnumerable<string?> files, string directory) =>
        files.OfType<string>().Where(file => file.Length > 0).Select(file => Path.GetFullPath(Path.Combine(directory, file)));
}
