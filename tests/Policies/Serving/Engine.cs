using Pulumirpc;

namespace Policies.Tests.Serving;

/// <summary>Plays the engine: calls a pack in the order of a preview, and keeps what it answers.</summary>
internal sealed record Engine(IReadOnlyList<PolicyResource> Resources)
{
    /// <summary>Settings by policy, as the engine completed them; none leaves the pack its own.</summary>
    public IReadOnlyDictionary<string, Pulumirpc.PolicyConfig> Configuration { get; init; } = new Dictionary<string, Pulumirpc.PolicyConfig>();

    public async Task<EngineRecord> PreviewAsync(IServedPack pack)
    {
        await pack.HandshakeAsync(new() { EngineAddress = "127.0.0.1:1", RootDirectory = "/pack", ProgramDirectory = "/pack" });
        await pack.ConfigureStackAsync(new() { Project = "sagemaker-infra", Stack = "dev", Organization = "organization", DryRun = true });
        var plugin = await pack.GetPluginInfoAsync();
        var info = await pack.GetAnalyzerInfoAsync();
        if (Configuration.Count > 0)
        {
            await pack.ConfigureAsync(new() { PolicyConfig = { Configuration.ToDictionary() } });
        }

        var findings = new Dictionary<string, AnalyzeResponse>();
        foreach (var resource in Resources)
        {
            var request = Requests.Analyze(resource);
            Assert.Empty((await pack.RemediateAsync(request)).Remediations);
            findings[resource.Name] = await pack.AnalyzeAsync(request);
        }

        return new(plugin, info, findings, await pack.AnalyzeStackAsync(new() { Resources = { Resources.Select(Requests.InStack) } }));
    }
}

/// <summary>What a pack answered.</summary>
internal sealed record EngineRecord(
    PluginInfo Plugin, AnalyzerInfo Info, IReadOnlyDictionary<string, AnalyzeResponse> Findings, AnalyzeResponse StackFindings);
