using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Preview.Engine;
using Preview.Policies;
using Preview.Providers;
using Preview.Runs;
using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>A verdict on a terminal: the tree of resources, what the policies found, the cost, a summary, and the verdict last.</summary>
internal sealed class TextReport(Verdict verdict, Palette palette)
{
    private readonly PreviewResult result = verdict.Run;
    private readonly StringBuilder text = new();

    public static string Of(Verdict verdict, Palette palette) => new TextReport(verdict, palette).Write();

    private string Write()
    {
        Line($"Previewing {palette.Bold(result.Settings.Stack)} ({result.Settings.Project}), {result.Source}:");
        WriteTree();
        WriteOutputs();
        WriteDiagnostics();
        WriteFindings(verdict.Blocking, "Mandatory violations", palette.Red("✗"));
        WriteFindings(verdict.Warnings, "Advisory violations", palette.Yellow("!"));
        WriteFindings(verdict.CannotTellYet, "Cannot tell before deployment", palette.Dim("?"));
        WriteFindings(verdict.Exemptions, "Exempt", palette.Dim("-"));
        WriteFindings(verdict.Known, "Known", palette.Dim("="));
        WriteGoneFindings();
        WriteRemediations();
        WriteCost();
        WriteDiff();
        WriteSavings();
        WriteSummary();
        return text.ToString();
    }

    private void WriteTree()
    {
        var rows = ResourceTree.Rows(result.Resources);
        if (rows.Count == 0)
        {
            return;
        }

        var typeWidth = rows.Max(row => row.Branch.Length + ResourceTree.ShortType(row.Resource.Type).Length);
        var nameWidth = rows.Max(row => row.Resource.Name.Length);
        var findings = result.Findings.ToLookup(finding => finding.Urn);
        Line();
        Line($"     {"Type".PadRight(typeWidth)}  {"Name".PadRight(nameWidth)}  Plan    Info");
        foreach (var (branch, resource) in rows)
        {
            var (mark, plan) = Operations.MarkAndWord(resource.Operation);
            var type = (branch + ResourceTree.ShortType(resource.Type)).PadRight(typeWidth);
            var info = string.Join("; ", InfoOf(resource, [.. findings[resource.Urn]]));
            Line($" {palette.Green(mark)}   {type}  {resource.Name.PadRight(nameWidth)}  {plan.PadRight(7)} {info}".TrimEnd());
        }

        WriteGone(typeWidth, nameWidth);
    }

    /// <summary>What is deleted has no place in the tree of what there will be.</summary>
    private void WriteGone(int typeWidth, int nameWidth)
    {
        var (mark, plan) = Operations.MarkAndWord(Operation.Delete);
        foreach (var change in verdict.Changes.Where(change => change.Operation == Operation.Delete).OrderBy(change => change.Urn, StringComparer.Ordinal))
        {
            Line($" {palette.Red(mark)}   {ResourceTree.ShortType(change.Type).PadRight(typeWidth)}  {change.Name.PadRight(nameWidth)}  {plan}");
        }
    }

    private static IEnumerable<string> InfoOf(RegisteredResource resource, IReadOnlyCollection<Finding> findings)
    {
        if (resource.IsUnchecked)
        {
            yield return "not checked";
        }

        var mandatory = findings.Count(finding => finding.Kind == FindingKind.Mandatory);
        if (mandatory > 0)
        {
            yield return Plural(mandatory, "mandatory violation");
        }

        var advisory = findings.Count(finding => finding.Kind == FindingKind.Advisory);
        if (advisory > 0)
        {
            yield return Plural(advisory, "advisory violation");
        }
    }

    private void WriteOutputs()
    {
        if (result.Stack is not { Outputs.IsEmpty: false } stack)
        {
            return;
        }

        Heading("Outputs");
        var width = ValueText.WidthOfNames(stack.Outputs);
        foreach (var (name, value) in Members.InOrder(stack.Outputs))
        {
            Line($"    {name.PadRight(width)}: {ValueText.Of(value, indent: 4)}");
        }
    }

    private void WriteDiagnostics()
    {
        if (result.Diagnostics.Count == 0)
        {
            return;
        }

        Heading("Diagnostics");
        foreach (var about in result.Diagnostics.GroupBy(diagnostic => diagnostic.Urn.Length == 0 ? result.Settings.RootStackUrn : diagnostic.Urn))
        {
            Line($"  {Describe(about.Key)}:");
            foreach (var diagnostic in about)
            {
                Indented("    ", diagnostic.Severity switch
                {
                    DiagnosticSeverity.Error => $"{palette.Red("error")}: {diagnostic.Message}",
                    DiagnosticSeverity.Warning => $"{palette.Yellow("warning")}: {diagnostic.Message}",
                    _ => diagnostic.Message,
                });
            }
        }
    }

    private void WriteFindings(ImmutableArray<JudgedFinding> findings, string heading, string mark)
    {
        if (findings.IsEmpty)
        {
            return;
        }

        Heading(string.Create(CultureInfo.InvariantCulture, $"{heading} ({findings.Length})"));
        foreach (var finding in findings)
        {
            var place = finding.Place is { } known ? palette.Dim($"  {known}") : "";
            Line($"  {mark} {palette.Bold(finding.Finding.Policy)}  {Describe(finding.Finding.Urn)}{place}");
            Indented("      ", finding.Finding.Message);
            if (finding.Monthly is { } cost)
            {
                Line($"      It costs {cost} a month.");
            }
        }
    }

    /// <summary>What was accepted and is no longer needed: the file can be written anew without it.</summary>
    private void WriteGoneFindings()
    {
        if (result.Known is not { File: { } file, Gone: { IsEmpty: false } gone })
        {
            return;
        }

        Heading(string.Create(CultureInfo.InvariantCulture, $"Known before, and gone ({gone.Values.Sum()})"));
        foreach (var finding in gone.Keys)
        {
            Line($"  {palette.Green("✓")} {palette.Bold(finding.Policy)}  {Describe(finding.Urn)}");
            Indented("      ", finding.Found);
        }

        Line($"      Take them out of the file with: --known-findings {file} --write-known-findings {file}");
    }

    private void WriteRemediations()
    {
        if (result.Remediations.IsEmpty)
        {
            return;
        }

        Heading(string.Create(CultureInfo.InvariantCulture, $"Remediated ({result.Remediations.Length})"));
        foreach (var remediation in result.Remediations)
        {
            Line($"  {palette.Green("~")} {palette.Bold(remediation.Policy)}  {Describe(remediation.Urn)}");
        }
    }

    private void WriteCost()
    {
        if (result.Estimate is not { Lines.IsEmpty: false } estimate)
        {
            return;
        }

        Heading("Cost a month (floor – expected – ceiling where they differ)");
        foreach (var line in CostLines.Of(estimate))
        {
            Indented("    ", line);
        }
    }

    private void WriteDiff()
    {
        if (result.Baseline is not { } baseline || result.Estimate is null)
        {
            return;
        }

        Heading($"Change of the cost a month against {baseline.Name}");
        foreach (var line in DiffLines.Of(baseline, result.Diff))
        {
            Indented("    ", line);
        }
    }

    private void WriteSavings()
    {
        if (result.Savings is not { } savings || (savings.Strategies.IsEmpty && savings.NotCounted.IsEmpty))
        {
            return;
        }

        Heading($"Savings a month by strategy ({SavingLines.Sum(savings)})");
        foreach (var line in SavingLines.Of(savings))
        {
            Indented("    ", line);
        }
    }

    private void WriteSummary()
    {
        Heading("Summary");
        foreach (var line in Summary.Lines(verdict))
        {
            Line($"  {line}");
        }

        Line();
        var headline = Headline.Of(verdict);
        Line(verdict.Outcome == Outcome.Passed ? palette.Green(headline) : palette.Red(headline));
    }

    private static string Describe(string urn) => $"{ResourceTree.ShortType(Urn.TypeOf(urn))} ({Urn.NameOf(urn)})";

    private static string Plural(int count, string noun) => Summary.Plural(count, noun);

    private void Heading(string heading)
    {
        Line();
        Line($"{palette.Bold(heading)}:");
    }

    private void Indented(string indent, string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            Line($"{indent}{line.TrimEnd('\r')}");
        }
    }

    private void Line(string line = "") => text.Append(line).Append('\n');
}
