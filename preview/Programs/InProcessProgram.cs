using System.Collections.Immutable;
using System.Reflection;
using Preview.Engine;
using Preview.Processes;
using Pulumi;
using Pulumirpc;

namespace Preview.Programs;

/// <summary>A program on the local Pulumi SDK in the engine's own process: it calls the engine directly.</summary>
internal sealed class InProcessProgram(OfflineEngine engine, EngineSettings settings, Func<Assembly> load, string rootDirectory, string programDirectory) : IProgram
{
    public async Task<ProgramEnd> RunAsync(CancellationToken cancellation)
    {
        Environment.CurrentDirectory = programDirectory;
        foreach (var (name, value) in ProgramEnvironment.Of(settings, rootDirectory, programDirectory, engineAddress: null))
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        var adapter = new EngineAdapter(engine, cancellation);
        var host = new DeploymentHost(
            new(
                settings.Project,
                settings.Stack,
                EngineSettings.Organization,
                rootDirectory,
                IsDryRun: true,
                settings.Config.Values.ToImmutableDictionary())
            {
                // Native code does not know its lines of source.
                TellsPlaces = LinkedProjects.OfThisExecutable.Projects.IsEmpty,
            },
            adapter,
            adapter);
        try
        {
            var exitCode = await host.RunAsync(() => InProcessAssembly.RunMainAsync(load())).WaitAsync(cancellation);
            return new(exitCode, LastErrors: "");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(1, exception.ToString());
        }
    }

    /// <summary>The engine as the SDK wants to see it.</summary>
    private sealed class EngineAdapter(OfflineEngine engine, CancellationToken cancellation) : IMonitor, IEngine
    {
        public Task<bool> SupportsFeatureAsync(string feature) =>
            Task.FromResult(Engine.Rpc.SupportsFeature.Answer(new() { Id = feature }).HasSupport);

        public Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request) =>
            engine.RegisterResourceAsync(request, cancellation);

        public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
        {
            engine.RegisterResourceOutputs(request);
            return Task.CompletedTask;
        }

        public Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request) => engine.ReadResourceAsync(request, cancellation);

        public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) => engine.InvokeAsync(request, cancellation);

        public Task SignalAndWaitForShutdownAsync()
        {
            engine.SignalAndWaitForShutdown();
            return Task.CompletedTask;
        }

        public Task LogAsync(LogRequest request)
        {
            engine.Log(request);
            return Task.CompletedTask;
        }

        public Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request)
        {
            engine.RequirePulumiVersion(request);
            return Task.CompletedTask;
        }
    }
}
