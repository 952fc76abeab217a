using System.Collections.Immutable;
using Preview.CommandLine;
using Preview.Policies;
using Preview.Programs;
using Preview.Serving;

namespace Preview.Runs;

/// <summary>The policy packs of a run, from their start to their end.</summary>
internal sealed class PackSet : IAsyncDisposable
{
    private readonly ImmutableArray<IPolicyPack> packs;

    private PackSet(ImmutableArray<IPolicyPack> packs, Task<ImmutableArray<LoadedPack>> loading) => (this.packs, Loading) = (packs, loading);

    /// <summary>The packs, once all are ready.</summary>
    public Task<ImmutableArray<LoadedPack>> Loading { get; }

    /// <summary>Whether a pack looks for the engine from another process.</summary>
    public bool NeedServer => packs.Any(pack => pack is PackProcess);

    /// <summary>Starts all packs; they load while the program starts.</summary>
    /// <exception cref="UserErrorException">There is no such pack, or a configuration file is faulty.</exception>
    public static PackSet Start(
        Arguments arguments,
        string projectDirectory,
        string directory,
        RunFacts facts,
        EngineServer server,
        Action<string> onOutput,
        CancellationToken cancellation)
    {
        var locations = Locate(arguments, projectDirectory, directory, facts.Built);
        var configs = arguments.PolicyPackConfigs
            .Zip(locations, (source, pack) => PackConfigFile.Read(source, directory, pack))
            .ToArray();
        var packs = locations.Select(location => Choose(location, arguments, server, facts, onOutput)).ToImmutableArray();
        var loading = packs.Zip(locations).Select((pair, index) => Task.Run(
            () => PackLoader.LoadAsync(
                pair.First, pair.Second, index < configs.Length ? configs[index] : null, projectDirectory, facts.Settings, cancellation),
            cancellation));
        return new(packs, WhenAllAsync([.. loading]));
    }

    /// <summary>The same arguments with full paths of the packs that they mean, and of their configurations.</summary>
    public static Arguments WithFullPaths(Arguments arguments, string projectDirectory, string directory, BuiltProjects built)
    {
        var packs = Locate(arguments, projectDirectory, directory, built);
        return arguments with
        {
            PolicyPacks = [.. packs.Select(pack => pack.Executable ?? pack.Directory)],
            PolicyPackConfigs = [.. arguments.PolicyPackConfigs.Zip(
                packs, (source, pack) => source.Length == 0 ? "" : PackConfigFile.Locate(source, directory, pack))],
        };
    }

    /// <summary>The packs that are ready; none where one of them failed.</summary>
    public async Task<ImmutableArray<LoadedPack>> LoadedAsync()
    {
        await ((Task)Loading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Loading.IsCompletedSuccessfully ? await Loading : [];
    }

    /// <summary>Asks the packs to end.</summary>
    public Task CancelAsync(TimeSpan limit) => Task.WhenAny(Task.WhenAll(packs.Select(pack => pack.CancelAsync())), Task.Delay(limit));

    public async ValueTask DisposeAsync()
    {
        foreach (var pack in packs)
        {
            await pack.DisposeAsync();
        }
    }

    private static ImmutableArray<PackLocation> Locate(Arguments arguments, string projectDirectory, string directory, BuiltProjects built)
    {
        if (!arguments.PolicyPacks.IsEmpty)
        {
            return [.. arguments.PolicyPacks.Select(source => Find(source, directory, built))];
        }

        // The project's own pack, or the one that came along with the preview.
        var own = Path.Combine(projectDirectory, Installation.PackFolder);
        return File.Exists(Path.Combine(own, PolicyPackFile.FileName)) || built.PackFolder is null
            ? [PackLocation.Find(own, directory) with { Source = Installation.PackFolder }]
            : [Find(Installation.Pack, projectDirectory, built)];
    }

    /// <summary>A file or folder wins over the name of the pack that came along.</summary>
    private static PackLocation Find(string source, string directory, BuiltProjects built) =>
        source == Installation.Pack && built.PackFolder is { } shipped && !Path.Exists(Path.Combine(directory, source))
            ? PackLocation.Find(shipped, directory) with { Source = source }
            : PackLocation.Find(source, directory);

    private static IPolicyPack Choose(
        PackLocation location, Arguments arguments, EngineServer server, RunFacts facts, Action<string> onOutput) =>
        !arguments.Isolate
        && location is { Executable: null, File: { Runtime: "dotnet", Binary: null } }
        && facts.Built.Loading(location.Directory) is { } load
            ? new InProcessPack(location.Source, load)
            : new PackProcess(location.Source, server.Address, new PackStart(location, server.Address, facts).FindAsync, onOutput);

    /// <summary>The first fault counts: nobody waits for the other packs.</summary>
    private static async Task<ImmutableArray<LoadedPack>> WhenAllAsync(Task<LoadedPack>[] loading)
    {
        await foreach (var pack in Task.WhenEach(loading))
        {
            await pack;
        }

        return [.. loading.Select(pack => pack.Result)];
    }
}
