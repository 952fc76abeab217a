using Preview.CommandLine;
using Preview.Processes;

namespace Preview.Programs;

/// <summary>Builds a project that was not built together with the preview.</summary>
internal static class DotnetBuild
{
    /// <param name="project">Folder or file of the project.</param>
    /// <param name="what">What it is, for a message.</param>
    /// <param name="options">Options of dotnet build.</param>
    /// <exception cref="UserErrorException">It does not build.</exception>
    public static async Task RunAsync(string project, string what, CancellationToken cancellation, params string[] options)
    {
        var directory = Directory.Exists(project) ? project : Path.GetDirectoryName(project)!;
        await using var build = ChildProcess.Start(new(Executables.Dotnet, ["build", "-nologo", project, .. options], directory), _ => { });
        var output = build.Output.ReadToEndAsync(cancellation);
        var exitCode = await build.WaitAsync(cancellation);
        if (exitCode != 0)
        {
            throw new UserErrorException($"{what} does not build:{Environment.NewLine}{(await output).Trim()}{build.LastErrors}");
        }
    }
}
