using Preview.CommandLine;
using Preview.Engine;
using Preview.Processes;
using Preview.Projects;

namespace Preview.Programs;

/// <summary>How a program is started as a process, by its runtime: as the language host of that runtime does.</summary>
internal sealed class ProgramStart(ProjectFile project, EngineSettings settings, string engineAddress, BuiltProjects built)
{
    private readonly ProgramLocation location = ProgramLocation.Of(project);

    public async Task<ChildStart> FindAsync(CancellationToken cancellation) => project switch
    {
        { Runtime: "dotnet", Binary: { } binary } => Binary(binary),
        { Runtime: "dotnet" } when built.Find(location.Directory) is { } assembly => Run(Executables.Dotnet, assembly),
        { Runtime: "dotnet" } => await BuildAsync(cancellation),
        { Runtime: "nodejs" } => await NodeAsync(cancellation),
        _ => throw new UserErrorException(
            $"{ProjectFile.FileName} has the runtime {project.Runtime}; the offline preview runs programs of dotnet and nodejs. "
            + "Others have the same reports of what the Pulumi CLI says: pulumi preview --json --show-sames > preview.json, then "
            + $"{Installation.Command} report --from preview.json"),
    };

    private ChildStart Binary(string binary)
    {
        var path = Path.GetFullPath(Path.Combine(location.Directory, binary));
        if (!File.Exists(path))
        {
            throw new UserErrorException($"{ProjectFile.FileName} names the binary {binary}, but there is no file {path}; build the program.");
        }

        return path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? Run(Executables.Dotnet, path) : Run(path);
    }

    private async Task<ChildStart> BuildAsync(CancellationToken cancellation)
    {
        var target = Path.Combine(location.Directory, location.EntryPoint == "." ? "" : location.EntryPoint);
        await DotnetBuild.RunAsync(target, "The program", cancellation);
        return Run(Executables.Dotnet, "run", "--no-build", "--project", target);
    }

    private ChildStart Run(string fileName, params string[] arguments) => new(fileName, [.. arguments], location.Directory)
    {
        Environment = ProgramEnvironment.Of(settings, project.Directory, location.Directory, engineAddress),
    };

    private async Task<ChildStart> NodeAsync(CancellationToken cancellation)
    {
        var runner = await NodeModule.ResolveAsync("@pulumi/pulumi/cmd/run", location.Directory, cancellation);
        return new(
            Executables.Node,
            [
                runner,
                "--monitor", engineAddress,
                "--engine", engineAddress,
                "--organization", EngineSettings.Organization,
                "--project", settings.Project,
                "--root-directory", project.Directory,
                "--stack", settings.Stack,
                "--pwd", location.Directory,
                "--dry-run",
                "--parallel", EngineSettings.Parallel.ToString(System.Globalization.CultureInfo.InvariantCulture),
                location.EntryPoint,
            ],
            location.Directory)
        {
            Environment = ProgramEnvironment.ConfigOf(settings).Add("PULUMI_NODEJS_TYPESCRIPT", "true"),
        };
    }
}
