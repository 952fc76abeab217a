using Preview.CommandLine;
using Preview.Processes;
using Preview.Programs;

namespace Preview.Policies;

/// <summary>How a pack is started as a process, by its runtime.</summary>
internal sealed class PackStart(PackLocation location, string engineAddress, RunFacts facts)
{
    public async Task<ChildStart> FindAsync(CancellationToken cancellation) => location switch
    {
        { Executable: { } executable } => await RunAsync(executable),
        { File: { Runtime: "dotnet", Binary: { } binary } } => await RunAsync(Existing(binary)),
        { File.Runtime: "dotnet" } when facts.Built.Find(location.Directory) is { } built => await RunAsync(built),
        { File.Runtime: "dotnet" } => await BuildAsync(cancellation),
        { File.Runtime: "nodejs" } => await NodeAsync(cancellation),
        { File.Runtime: var runtime } => throw new UserErrorException(
            $"The policy pack {location.Source} has the runtime {runtime}; the offline preview runs packs of dotnet and nodejs, and executables."),
    };

    private async Task<ChildStart> RunAsync(string file) => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        ? new(Executables.Dotnet, [file, engineAddress], await facts.ProgramDirectory)
        : new(file, [engineAddress], await facts.ProgramDirectory);

    private string Existing(string binary)
    {
        var path = Path.GetFullPath(Path.Combine(location.Directory, binary));
        return File.Exists(path) ? path : throw new UserErrorException(
            $"{PolicyPackFile.FileName} of {location.Source} names the binary {binary}, but there is no file {path}; build the pack.");
    }

    private async Task<ChildStart> BuildAsync(CancellationToken cancellation)
    {
        await DotnetBuild.RunAsync(location.Directory, $"The policy pack {location.Source}", cancellation);
        return new(
            Executables.Dotnet,
            ["run", "--no-build", "--project", location.Directory, "--", engineAddress],
            await facts.ProgramDirectory);
    }

    private async Task<ChildStart> NodeAsync(CancellationToken cancellation)
    {
        var runner = await NodeModule.ResolveAsync("@pulumi/pulumi/cmd/run-policy-pack", location.Directory, cancellation);
        var settings = await facts.Settings;
        return new(Executables.Node, [runner, engineAddress, location.Directory], location.Directory)
        {
            Environment = ProgramEnvironment.ConfigOf(settings).AddRange(new Dictionary<string, string>
            {
                ["PULUMI_NODEJS_ORGANIZATION"] = Engine.EngineSettings.Organization,
                ["PULUMI_NODEJS_PROJECT"] = settings.Project,
                ["PULUMI_NODEJS_STACK"] = settings.Stack,
                ["PULUMI_NODEJS_DRY_RUN"] = "true",
                ["PULUMI_NODEJS_TYPESCRIPT"] = "true",
            }),
        };
    }
}
