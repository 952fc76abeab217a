using System.Globalization;
using Preview.Engine;
using Preview.Policies;
using Preview.Projects;
using Preview.Runs;

namespace Preview.Reports;

/// <summary>The counts of a preview, in words.</summary>
internal static class Summary
{
    public static IEnumerable<string> Lines(PreviewResult result)
    {
        var created = result.Resources.Count(resource => resource.Operation == Operation.Create && !(resource is { ProviderPackage: not null, Parent: "" }));
        var read = result.Resources.Count(resource => resource.Operation == Operation.Read);
        yield return Field("Resources", $"+ {Number(created)} to create{(read > 0 ? $", {Number(read)} to read" : "")}");
        foreach (var (package, count) in result.UncheckedByPackage)
        {
            yield return Field("Not checked", $"{Plural(count, "resource")} of {package}, of types that no schema here describes");
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

        if (!result.Packs.IsEmpty)
        {
            yield return Field("Findings", $"{Number(result.Count(FindingKind.Mandatory))} mandatory, {Number(result.Count(FindingKind.Advisory))} advisory, "
                + $"{Number(result.Count(FindingKind.CannotTellYet))} that cannot tell yet"
                + (result.Count(FindingKind.Exempt) is > 0 and var exempt ? $", {Number(exempt)} exempt" : ""));
        }

        yield return Field("Duration", string.Create(CultureInfo.InvariantCulture, $"{result.Duration.TotalSeconds:0.00} s"));
    }

    /// <summary>A count with its noun.</summary>
    public static string Plural(int count, string noun, string? plural = null) =>
        $"{Number(count)} {(count == 1 ? noun : plural ?? $"{noun}s")}";

    private static string Field(string name, string value) => $"{name + ":",-13}{value}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
