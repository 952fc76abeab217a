using System.Text.Json.Nodes;

namespace Cli.Tests.Previews;

/// <summary>A preview that was run: how it ended, what it says, and what the CLI logged meanwhile.</summary>
internal sealed record StackPreview(ProcessRun Run, Plan Plan, IReadOnlyList<string> EventLog)
{
    /// <summary>Whatever it wrote anywhere.</summary>
    public string Everything => $"{Run.Everything}\n{string.Join('\n', EventLog)}";

    /// <summary>Resource by resource, and for the stack, the policies that had nothing against it.</summary>
    public IEnumerable<string> Passed =>
        from line in EventLog
        let entry = JsonNode.Parse(line)
        let summary = entry["policyAnalyzeSummaryEvent"] ?? entry["policyAnalyzeStackSummaryEvent"]
        where summary is not null
        from policy in summary["passed"]?.AsArray() ?? []
        orderby $"{summary["resourceUrn"]} {policy}"
        select $"{summary["resourceUrn"]} {policy}";
}
