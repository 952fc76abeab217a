using System.Globalization;
using Preview.Engine;
using Preview.Policies;
using Preview.Projects;
using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>The counts of a preview, in words.</summary>
internal static class Summary
{
    public static IEnumerable<string> Lines(Verdict verdict)
    {
        var result = verdict.Run;
        yield return Field("Resources", string.Join(", ", Counts(verdict)));
        foreach (var line in UncheckedLines.Of(result.Resources))
        {
            yield return Field("Not checked", line);
        }

        foreach (var (function, count) in result.UnansweredFunctions.OrderBy(function => function.Key, StringComparer.Ordinal))
        {
            yield return Field("Unknown", $"the results of {Plural(count, "call")} of {function}, which only AWS can answer");
        }

        foreach (var placeholder in result.Settings.Config.Placeholders)
        {
            yield return Field("Placeholder", $"{placeholder} is secret; its value can be given in {SecretValues.VariableFor(placeholder)}");
        }

        foreach (var pack in result.Packs)
        {
            var enabled = pack.Levels.Count(policy => policy.Value != Pulumirpc.EnforcementLevel.Disabled && policy.Key != PackConfigFile.AllPolicies);
            yield return Field("Policy pack", $"{pack.Name} {pack.Version} ({pack.Pack.Source}), {Plural(enabled, "policy", "policies")}"
                + $"{(pack.Configuration is { } file ? $", configured by {file}" : "")}");
        }

        if (!result.Packs.IsEmpty || !result.Findings.IsEmpty)
        {
            yield return Field("Findings", $"{Number(result.Count(FindingKind.Mandatory))} mandatory, {Number(result.Count(FindingKind.Advisory))} advisory, "
                + $"{Number(result.Count(FindingKind.CannotTellYet))} that cannot tell yet"
                + (result.Count(FindingKind.Exempt) is > 0 and var exempt ? $", {Number(exempt)} exempt" : "")
                + (result.Known is { } known ? $", {Number(result.Count(FindingKind.Known))} known, {Number(known.Gone.Values.Sum())} gone" : ""));
        }

        yield return Field("Duration", string.Create(CultureInfo.InvariantCulture, $"{result.Duration.TotalSeconds:0.00} s"));
    }

    /// <summary>How many resources are created, changed and so on; default providers are not counted, as nobody asked for them.</summary>
    private static IEnumerable<string> Counts(Verdict verdict)
    {
        var counts = verdict.Run.Resources.Where(resource => !ResourceTree.IsDefaultProvider(resource))
            .Select(resource => resource.Operation)
            .Concat(verdict.Changes.Select(change => change.Operation).Where(operation => operation == Operation.Delete))
            .CountBy(operation => operation)
            .ToDictionary();
        return
            from operation in (Operation[])[Operation.Create, Operation.Update, Operation.Replace, Operation.Delete, Operation.Read, Operation.Same]
            let count = counts.GetValueOrDefault(operation)
            where count > 0 || (operation == Operation.Create && counts.Count == 0)
            let mark = Operations.MarkAndWord(operation)
            select $"{mark.Mark} {Number(count)} {(operation == Operation.Same ? "unchanged" : $"to {mark.Word}")}".TrimStart();
    }

    /// <summary>A count with its noun.</summary>
    public static string Plural(int count, string noun, string? plural = null) =>
        $"{Number(count)} {(count == 1 ? noun : plural ?? $"{noun}s")}";

    private static string Field(string name, string value) => $"{name + ":",-13}{value}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
