using System.Collections.Immutable;
using Costs.Money;
using Preview.CommandLine;
using Preview.Engine;
using Preview.Runs;

namespace Preview.Verdicts;

/// <summary>What a preview comes to, for people and machines; every report is a rendering of it, and nothing but.</summary>
internal sealed record Verdict
{
    /// <summary>All that was found, for renderings that show the plan itself.</summary>
    public required PreviewResult Run { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Mandatory violations.</summary>
    public required ImmutableArray<JudgedFinding> Blocking { get; init; }

    /// <summary>Advisory violations.</summary>
    public required ImmutableArray<JudgedFinding> Warnings { get; init; }

    /// <summary>Policies that wait for what only a deployment tells: neither passed nor violated.</summary>
    public required ImmutableArray<JudgedFinding> CannotTellYet { get; init; }

    /// <summary>Violations that the configuration accepts for a while.</summary>
    public required ImmutableArray<JudgedFinding> Exemptions { get; init; }

    /// <summary>Violations that were there when the stack adopted the pack.</summary>
    public required ImmutableArray<JudgedFinding> Known { get; init; }

    /// <summary>
    /// What happens to resources that a provider manages, the largest change of cost first; none where the preview failed. Those that
    /// stay as they are and cost what they did are left out.
    /// </summary>
    public required ImmutableArray<PlannedChange> Changes { get; init; }

    /// <summary>The share of the plan's budget that its cost takes; null where one of the two is not known.</summary>
    public BudgetShare? Budget { get; init; }

    /// <summary>Whether it is known what there is, and all of it stays.</summary>
    public bool NothingChanges => Outcome == Outcome.Passed && Run.Baseline is { WhyNone: null } && Changes.IsEmpty;

    /// <summary>Whether nothing blocks and the cost, or all of it where there is nothing to compare with, changes by less than that.</summary>
    /// <param name="usd">A month, at the least, as expected and at the most.</param>
    public bool IsQuiet(decimal usd) => Outcome == Outcome.Passed && Run.Estimate is { } estimate
        && (Run.Diff?.Total ?? CostDifference.Between(Cost.Zero, estimate.Total)) is var change
        && Math.Abs(change.Floor) < usd && Math.Abs(change.Expected) < usd && Math.Abs(change.Ceiling) < usd;

    public string Project => Run.Settings.Project;

    public string Stack => Run.Settings.Stack;

    public ExitCode ExitCode => Run.ExitCode;

    /// <summary>The word that a report begins with.</summary>
    public string Word => Outcome switch
    {
        Outcome.Passed => "Passed",
        Outcome.Blocked => "Blocked",
        _ => "Failed",
    };

    /// <summary>Why the preview failed: faults of the program, of packs and of resources.</summary>
    public IEnumerable<Diagnostic> Failures => Of(DiagnosticSeverity.Error);

    public IEnumerable<Diagnostic> DiagnosedWarnings => Of(DiagnosticSeverity.Warning);

    /// <summary>All findings, the heaviest first.</summary>
    public IEnumerable<JudgedFinding> Findings => [.. Blocking, .. Warnings, .. CannotTellYet, .. Exemptions, .. Known];

    private IEnumerable<Diagnostic> Of(DiagnosticSeverity severity) =>
        Run.Diagnostics.Where(diagnostic => diagnostic.Severity == severity);
}
