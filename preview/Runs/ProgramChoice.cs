using System.Reflection;
using Preview.CommandLine;
using Preview.Engine;
using Preview.Programs;
using Preview.Projects;
using Preview.Serving;

namespace Preview.Runs;

/// <summary>How the program of a run is run.</summary>
/// <param name="Program">The program.</param>
/// <param name="NeedsServer">Whether it calls the engine from another process.</param>
internal sealed record ProgramChoice(IProgram Program, bool NeedsServer)
{
    /// <summary>
    /// A program that was built with the preview, on the local Pulumi SDK, runs in this process; any other one as its language host
    /// would run it.
    /// </summary>
    public static ProgramChoice For(
        ProjectFile project,
        ProgramLocation location,
        OfflineEngine engine,
        EngineSettings settings,
        EngineServer server,
        Arguments arguments,
        BuiltProjects built,
        Action<string> onOutput)
    {
        if (!arguments.Isolate && UsesLocalSdk && project is { Runtime: "dotnet", Binary: null } && built.Loading(location.Directory) is { } load)
        {
            return new(new InProcessProgram(engine, settings, load, project.Directory, location.Directory), NeedsServer: false);
        }

        var start = new ProgramStart(project, settings, server.Address, built);
        return new(new ProgramProcess(start.FindAsync, onOutput), NeedsServer: true);
    }

    /// <summary>Whether the built programs use the local SDK, whose engine may be in the same process.</summary>
    private static bool UsesLocalSdk => typeof(ProgramChoice).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Any(metadata => metadata is { Key: "PulumiSdk", Value: "local" });
}
