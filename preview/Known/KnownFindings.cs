using System.Collections.Immutable;
using Preview.CommandLine;
using Preview.Policies;
using Preview.Runs;

namespace Preview.Known;

/// <summary>Violations that a stack had when it adopted a pack: they are shown, and stop nothing.</summary>
/// <param name="File">The file that lists them, as it was given; null where a run is accepted as it is.</param>
/// <param name="Project">The project that they are of; null for any.</param>
/// <param name="Stack">The stack that they are of; null for any.</param>
/// <param name="Counts">How many violations look like that; null accepts all.</param>
internal sealed record KnownFindings(
    string? File, string? Project, string? Stack, ImmutableSortedDictionary<KnownFinding, int>? Counts)
{
    /// <summary>Accepts whatever a run finds, so that it can be written down.</summary>
    public static KnownFindings Everything { get; } = new(null, null, null, null);

    /// <exception cref="UserErrorException">They are of another stack.</exception>
    public KnownFindings For(string project, string stack) => Project is null || (Project, Stack) == (project, stack)
        ? this
        : throw new UserErrorException(
            $"The known findings {File} are of {Project}/{Stack}, expected {project}/{stack}; give the file of this stack.");

    /// <summary>
    /// The result with what is known set apart. A failed preview has not found all there is, so nothing is said to be gone.
    /// </summary>
    public PreviewResult Apply(PreviewResult result)
    {
        var left = Counts?.ToBuilder();
        var kept = ImmutableSortedDictionary.CreateBuilder<KnownFinding, int>();
        var findings = result.Findings.Select(Judged).ToArray();
        var gone = left is null || result.ExitCode == ExitCode.Error ? [] : left.Where(finding => finding.Value > 0);
        return result with
        {
            Findings = Findings.InOrder(findings),
            Known = new(File, kept.ToImmutable(), gone.ToImmutableSortedDictionary()),
            ExitCode = result.ExitCode == ExitCode.PolicyViolation && !findings.Any(finding => finding.Kind == FindingKind.Mandatory)
                ? ExitCode.Success
                : result.ExitCode,
        };

        Finding Judged(Finding finding)
        {
            if (finding.Kind is not (FindingKind.Mandatory or FindingKind.Advisory))
            {
                return finding;
            }

            var known = KnownFinding.Of(finding);
            if (left is not null)
            {
                if (left.GetValueOrDefault(known) == 0)
                {
                    return finding;
                }

                left[known]--;
            }

            kept[known] = kept.GetValueOrDefault(known) + 1;
            return finding with { Kind = FindingKind.Known };
        }
    }
}
