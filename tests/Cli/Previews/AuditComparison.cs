using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cli.Tests.Previews;

/// <summary>
/// What policies say of a stack before it is deployed, beside what they say of its state afterwards: the same of the same resources, at the
/// same level, in the same words. What may differ is named here.
/// </summary>
internal static partial class AuditComparison
{
    /// <summary>An audit is not told the settings of the stack, which state its usage and what it cost before.</summary>
    private static readonly string[] NeedSettings = ["monthly-cost-ceiling", "cost-increase-limit"];

    /// <summary>The findings that only the preview has, marked with -, and those that only the audit has, marked with +.</summary>
    public static IEnumerable<string> Differences(IReadOnlyList<JsonObject> previewed, IReadOnlyList<JsonObject> audited)
    {
        var decidedLater = previewed.Where(Plan.IsOpen).Select(Subject).ToHashSet();
        var before = previewed.Where(finding => !Plan.IsOpen(finding) && !NeedSettings.Contains((string)finding["policy"]!)).Select(Line).ToArray();
        var mayBeNew = audited.Where(finding => !Plan.IsOpen(finding) && decidedLater.Contains(Subject(finding))).Select(Line);
        var after = audited.Select(Line).ToArray();
        return [.. before.Except(after).Select(line => $"- {line}"), .. after.Except([.. before, .. mayBeNew]).Select(line => $"+ {line}")];
    }

    private static string Subject(JsonObject finding) => $"{finding["policy"]} {finding["urn"]}";

    /// <summary>Without the sentence of prices: where only the settings name the Region, an audit knows none.</summary>
    private static string Line(JsonObject finding) =>
        $"{finding["level"]} {Subject(finding)}: {SentenceOfPrices().Replace((string)finding["message"]!, "")}";

    [GeneratedRegex(@" ([^.\n]|\.(?! ))*, list prices of [^\n]*")]
    private static partial Regex SentenceOfPrices();
}
