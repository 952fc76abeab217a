using System.Collections.Immutable;
using Costs.Comparison;
using Costs.Estimates;
using Preview.Baselines;
using Preview.CommandLine;
using Preview.Engine;
using Preview.Known;
using Preview.Policies;
using Preview.Verdicts;

namespace Preview.Runs;

/// <summary>What a preview found, in full; a verdict is made from it.</summary>
internal sealed record PreviewResult
{
    public required EngineSettings Settings { get; init; }

    /// <summary>Where it is from, for people.</summary>
    public string Source { get; init; } = "offline";

    public required ExitCode ExitCode { get; init; }

    /// <summary>Children after their parent, siblings by type and name.</summary>
    public required IReadOnlyList<RegisteredResource> Resources { get; init; }

    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Mandatory first, then by resource and policy.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    public required ImmutableArray<AppliedRemediation> Remediations { get; init; }

    public required ImmutableArray<LoadedPack> Packs { get; init; }

    /// <summary>Functions whose results are unknown here, with the number of calls.</summary>
    public required IReadOnlyDictionary<string, int> UnansweredFunctions { get; init; }

    /// <summary>What the plan costs; null where there is no whole plan.</summary>
    public Estimate? Estimate => Savings?.After;

    /// <summary>What its strategies save; null where there is no whole plan.</summary>
    public Savings? Savings { get; init; }

    /// <summary>What the costs are compared with; null where nobody asked for it.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>How the costs differ from it; null where one of the two has none.</summary>
    public CostDiff? Diff => Baseline?.Costs is { } before && Estimate is { } after ? CostDiff.Between(before, CostSheet.Of(after)) : null;

    /// <summary>Where the source creates resources, by URN, as far as that is known.</summary>
    public IReadOnlyDictionary<string, SourcePlace> Places { get; init; } = ImmutableDictionary<string, SourcePlace>.Empty;

    /// <summary>What became of the violations that were accepted; null where none are.</summary>
    public KnownMatch? Known { get; init; }

    /// <summary>The file that the stack is set in, from the root of the repository: what is said of no line of source is shown there.</summary>
    public string StackFile
    {
        get => field ?? $"Pulumi.{Settings.Stack}.yaml";
        init;
    }

    public required TimeSpan Duration { get; init; }

    /// <summary>What went wrong, each as a message.</summary>
    public IEnumerable<string> Errors =>
        Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Message);

    public RegisteredResource? Stack => Resources.FirstOrDefault(resource => resource.Type == Urn.StackType);

    /// <summary>Resources of types that no schema describes, by package.</summary>
    public IEnumerable<KeyValuePair<string, int>> UncheckedByPackage => Resources
        .Where(resource => resource.IsUnchecked)
        .CountBy(resource => TypeToken.PackageOf(resource.Type))
        .OrderBy(package => package.Key, StringComparer.Ordinal);

    public int Count(FindingKind kind) => Findings.Count(finding => finding.Kind == kind);
}
