using System.Collections.Immutable;
using Pulumirpc;

namespace Preview.Policies;

/// <summary>A pack that is ready to judge.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Info">What it says of itself.</param>
/// <param name="Version">Its version, or the one that PulumiPolicy.yaml puts in its place.</param>
/// <param name="Levels">Level of each policy, as configured.</param>
internal sealed record LoadedPack(
    IPolicyPack Pack, AnalyzerInfo Info, string Version, ImmutableSortedDictionary<string, EnforcementLevel> Levels)
{
    /// <summary>The file that configures it, as the user gave it; null for none.</summary>
    public string? Configuration { get; init; }

    /// <summary>Its configuration, by the names of its policies.</summary>
    public IReadOnlyDictionary<string, PolicyConfig> Configured { get; init; } = ImmutableDictionary<string, PolicyConfig>.Empty;

    public string Name => Info.Name;

    public PolicySeverity SeverityOf(string policy) =>
        Info.Policies.FirstOrDefault(candidate => candidate.Name == policy)?.Severity ?? PolicySeverity.Unspecified;
}
