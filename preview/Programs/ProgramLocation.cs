using Preview.CommandLine;
using Preview.Projects;

namespace Preview.Programs;

/// <summary>Where a program is.</summary>
/// <param name="Directory">Its folder, in which it runs.</param>
/// <param name="EntryPoint">A file in it, or "." for the folder.</param>
internal sealed record ProgramLocation(string Directory, string EntryPoint)
{
    private const string WholeFolder = ".";

    /// <exception cref="UserErrorException">main names nothing that exists.</exception>
    public static ProgramLocation Of(ProjectFile project)
    {
        if (project.Main is not { Length: > 0 } main)
        {
            return new(project.Directory, WholeFolder);
        }

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(project.Directory, main)));
        return (System.IO.Directory.Exists(path), File.Exists(path)) switch
        {
            (true, _) => new(path, WholeFolder),
            (_, true) => new(Path.GetDirectoryName(path)!, Path.GetFileName(path)),
            _ => throw new UserErrorException($"{ProjectFile.FileName} names the program {main}, but there is no file or folder {path}."),
        };
    }
}
