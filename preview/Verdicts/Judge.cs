using System.Collections.Immutable;
using Costs.Money;
using Preview.CommandLine;
using Preview.Known;
using Preview.Policies;
using Preview.Reports;
using Preview.Runs;
using Pulumirpc;

namespace Preview.Verdicts;

/// <summary>Comes from what a preview found to a verdict.</summary>
internal static class Judge
{
    /// <summary>A shorter value would hide half of every message.</summary>
    private const int ShortestSecret = 4;

    /// <param name="found">What a preview found.</param>
    /// <param name="known">Violations that are accepted; null for none.</param>
    public static Verdict Of(PreviewResult found, KnownFindings? known = null)
    {
        var run = WithoutSecrets(found);
        run = known?.Apply(run) ?? run;
        var policies = PoliciesOf(run);
        var costs = new CostOfResource(run);
        var findings = run.Findings.Select(finding => Judged(finding, run, policies, costs)).ToLookup(finding => finding.Finding.Kind);
        return new()
        {
            Run = run,
            Outcome = run.ExitCode switch
            {
                ExitCode.Success => Outcome.Passed,
                ExitCode.PolicyViolation => Outcome.Blocked,
                _ => Outcome.Failed,
            },
            Blocking = [.. findings[FindingKind.Mandatory]],
            Warnings = [.. findings[FindingKind.Advisory]],
            CannotTellYet = [.. findings[FindingKind.CannotTellYet]],
            Exemptions = [.. findings[FindingKind.Exempt]],
            Known = [.. findings[FindingKind.Known]],
            Changes = Verdicts.Changes.Of(run),
            Budget = run.Estimate is { } estimate ? BudgetShare.Of(run.Resources, estimate.Total.Expected) : null,
        };
    }

    /// <summary>A program may print what it was told in confidence, and a report is read by more people than a terminal.</summary>
    private static PreviewResult WithoutSecrets(PreviewResult run)
    {
        var config = run.Settings.Config;
        string[] secrets =
        [
            .. config.SecretKeys.Select(key => config[key]).OfType<string>()
                .Where(secret => secret.Length >= ShortestSecret)
                .OrderByDescending(secret => secret.Length),
        ];
        return secrets.Length == 0 ? run : run with
        {
            Diagnostics = [.. run.Diagnostics.Select(diagnostic => diagnostic with { Message = Masked(diagnostic.Message) })],
            Findings = [.. run.Findings.Select(finding => finding with { Message = Masked(finding.Message) })],
        };

        string Masked(string text) => secrets.Aggregate(
            text, (masked, secret) => masked.Replace(secret, JsonProperties.SecretText, StringComparison.Ordinal));
    }

    private static JudgedFinding Judged(
        Finding finding, PreviewResult run, IReadOnlyDictionary<(string, string), PolicyInfo> policies, CostOfResource costs)
    {
        var policy = policies.GetValueOrDefault((finding.Pack, finding.Policy));
        var parts = MessageParts.Of(finding, Engine.Urn.NameOf(finding.Urn));
        return new()
        {
            Finding = finding,
            Url = policy?.Url is { Length: > 0 } url ? url : null,
            Found = parts.Found,
            Allowed = parts.Allowed,
            Fix = parts.Fix ?? (finding.Kind != FindingKind.CannotTellYet && policy?.RemediationSteps is { Length: > 0 } steps
                ? steps.ReplaceLineEndings(" ")
                : null),
            Monthly = costs.Find(finding.Urn) is { } cost && cost != Cost.Zero ? cost : null,
            Place = run.Places.GetValueOrDefault(finding.Urn),
        };
    }

    private static Dictionary<(string Pack, string Policy), PolicyInfo> PoliciesOf(PreviewResult run)
    {
        var policies = new Dictionary<(string, string), PolicyInfo>();
        foreach (var pack in run.Packs)
        {
            foreach (var policy in pack.Info.Policies)
            {
                policies[(pack.Name, policy.Name)] = policy;
            }
        }

        return policies;
    }
}
