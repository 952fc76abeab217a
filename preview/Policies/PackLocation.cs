using Preview.CommandLine;
using Preview.Programs;

namespace Preview.Policies;

/// <summary>Where a policy pack is: a folder with PulumiPolicy.yaml, or an executable file.</summary>
/// <param name="Source">The path as the user gave it.</param>
/// <param name="Directory">The folder of the pack.</param>
/// <param name="Executable">The file to run; null for a folder.</param>
/// <param name="File">PulumiPolicy.yaml.</param>
internal sealed record PackLocation(string Source, string Directory, string? Executable, PolicyPackFile File)
{
    /// <exception cref="UserErrorException">There is no pack at that path.</exception>
    public static PackLocation Find(string source, string baseDirectory)
    {
        var path = Path.GetFullPath(Path.Combine(baseDirectory, source));
        if (System.IO.File.Exists(path))
        {
            var directory = Path.GetDirectoryName(path)!;
            var beside = Path.Combine(directory, PolicyPackFile.FileName);
            return new(source, directory, path, System.IO.File.Exists(beside) ? PolicyPackFile.Read(beside) : PolicyPackFile.None);
        }

        if (!System.IO.Directory.Exists(path))
        {
            throw new UserErrorException($"There is no policy pack {source}: give a folder with {PolicyPackFile.FileName}, an executable file, or {Installation.Pack}, which comes along.");
        }

        var file = Path.Combine(path, PolicyPackFile.FileName);
        return System.IO.File.Exists(file)
            ? new(source, path, Executable: null, PolicyPackFile.Read(file))
            : throw new UserErrorException($"The folder {source} is no policy pack: it has no {PolicyPackFile.FileName}.");
    }
}
