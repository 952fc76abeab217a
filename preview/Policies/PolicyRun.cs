using System.Collections.Concurrent;
using System.Collections.Immutable;
using Preview.CommandLine;
using Preview.Engine;
using Pulumirpc;

namespace Preview.Policies;

/// <summary>Has every pack judge every resource, in the engine's order, and keeps what they say.</summary>
/// <param name="loading">The packs, which start while the program does: the first resource waits for them.</param>
internal sealed class PolicyRun(Task<ImmutableArray<LoadedPack>> loading)
{
    private readonly ConcurrentQueue<Finding> findings = new();
    private readonly ConcurrentQueue<AppliedRemediation> remediations = new();
    private readonly TaskCompletionSource<string> failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static PolicyRun WithoutPacks { get; } = new(Task.FromResult(ImmutableArray<LoadedPack>.Empty));

    public IReadOnlyCollection<Finding> Findings => findings;

    public IReadOnlyCollection<AppliedRemediation> Remediations => remediations;

    /// <summary>Ends when a pack fails, with the reason: the run is over.</summary>
    public Task<string> Failure => failure.Task;

    /// <summary>The inputs as the packs' remediations leave them: one pack after the other, each on what the one before left.</summary>
    public async Task<PropertyMap> RemediateAsync(RegisteredResource resource)
    {
        foreach (var pack in await LoadedAsync())
        {
            var response = await AskAsync(() => pack.Pack.RemediateAsync(PolicyMessages.ForRemediate(resource)));
            foreach (var remediation in response.Remediations)
            {
                if (remediation.Diagnostic.Length > 0)
                {
                    findings.Enqueue(Policies.Findings.Of(remediation, pack, resource.Urn));
                    continue;
                }

                var after = OutputValues.Reduce(PropertyBytes.Decode(remediation.Properties)).Properties;
                remediations.Enqueue(new(
                    pack.Name, pack.Version, remediation.PolicyName, remediation.Description, resource.Urn, resource.Inputs, after));
                resource = resource with { Inputs = after };
            }
        }

        return resource.Inputs;
    }

    public async Task AnalyzeAsync(RegisteredResource resource)
    {
        var packs = await LoadedAsync();
        if (packs.IsEmpty)
        {
            return;
        }

        var request = PolicyMessages.ForAnalyze(resource);
        var answers = await AskAsync(() => Task.WhenAll(packs.Select(pack => pack.Pack.AnalyzeAsync(request))));
        foreach (var (pack, answer) in packs.Zip(answers))
        {
            foreach (var diagnostic in answer.Diagnostics)
            {
                findings.Enqueue(Policies.Findings.Of(diagnostic, pack, resource.Urn));
            }
        }
    }

    /// <summary>Has the packs judge the stack as a whole, with the outputs of what has been registered.</summary>
    public async Task AnalyzeStackAsync(IReadOnlyList<RegisteredResource> resources, string stackUrn)
    {
        var packs = await LoadedAsync();
        if (packs.IsEmpty)
        {
            return;
        }

        var registered = resources.Where(resource => resource.Operation != Operation.Read).ToArray();
        var request = new AnalyzeStackRequest { Resources = { registered.Select(PolicyMessages.ForStack) } };
        var urns = registered.Select(resource => resource.Urn).ToHashSet();
        var answers = await AskAsync(() => Task.WhenAll(packs.Select(pack => pack.Pack.AnalyzeStackAsync(request))));
        foreach (var (pack, answer) in packs.Zip(answers))
        {
            foreach (var diagnostic in answer.Diagnostics)
            {
                findings.Enqueue(Policies.Findings.Of(diagnostic, pack, urns.Contains(diagnostic.Urn) ? diagnostic.Urn : stackUrn));
            }
        }
    }

    /// <summary>Waits until the packs have loaded; those that could not are a <see cref="Failure"/>.</summary>
    public async Task WaitForPacksAsync()
    {
        try
        {
            await LoadedAsync();
        }
        catch (RefusedException)
        {
            // It is in Failure.
        }
    }

    private Task<ImmutableArray<LoadedPack>> LoadedAsync() => loading.IsCompletedSuccessfully ? loading : AskAsync(() => loading);

    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (exception is PolicyPackFailedException or UserErrorException)
        {
            failure.TrySetResult(exception.Message);
            throw new RefusedException(Refusal.Ended, exception.Message);
        }
    }
}
