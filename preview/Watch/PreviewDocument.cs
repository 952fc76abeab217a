using System.Collections.Immutable;
using System.Text.Json;
using Preview.Baselines;
using Preview.CommandLine;

namespace Preview.Watch;

/// <summary>What two previews are compared by: the document that --json prints, as far as a watch needs it.</summary>
/// <param name="Costs">Its costs and the inputs of its resources.</param>
/// <param name="Findings">What policies found, without what they cannot tell yet.</param>
/// <param name="Errors">Why it failed; none where it did not.</param>
/// <param name="Configurations">The files by which packs were configured, as they were given.</param>
/// <param name="Blocking">How many mandatory violations there are.</param>
internal sealed record PreviewDocument(
    Baseline Costs,
    ImmutableArray<DocumentFinding> Findings,
    ImmutableArray<string> Errors,
    ImmutableArray<string> Configurations,
    int Blocking)
{
    public bool HasFailed => !Errors.IsEmpty;

    /// <summary>Null where the text is no document: the preview has said why on stderr.</summary>
    public static PreviewDocument? Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return null;
        }

        using var document = JsonDocument.Parse(utf8);
        var root = document.RootElement;
        var costs = BaselineFile.Read(utf8, "before", Text(root, "project"), Text(root, "stack"));
        var policies = root.GetProperty("policies");
        return new(
            costs,
            [
                .. policies.GetProperty("findings").EnumerateArray()
                    .Where(finding => Text(finding, "kind") is "mandatory" or "advisory")
                    .Select(DocumentFinding.Of),
            ],
            (ExitCode)root.GetProperty("exitCode").GetInt32() == ExitCode.Error ? ErrorsOf(root) : [],
            [
                .. policies.GetProperty("packs").EnumerateArray()
                    .Where(pack => pack.TryGetProperty("configuration", out _))
                    .Select(pack => Text(pack, "configuration")),
            ],
            root.GetProperty("counts").GetProperty("mandatory").GetInt32());
    }

    private static ImmutableArray<string> ErrorsOf(JsonElement root)
    {
        string[] errors =
        [
            .. root.GetProperty("diagnostics").EnumerateArray()
                .Where(diagnostic => Text(diagnostic, "severity") == "error")
                .Select(diagnostic => Text(diagnostic, "message")),
        ];
        return errors.Length == 0 ? ["The preview failed without saying why."] : [.. errors];
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;
}

/// <summary>A violation.</summary>
/// <param name="IsMandatory">Whether it blocks.</param>
/// <param name="Policy">Which policy says so.</param>
/// <param name="Urn">Of which resource.</param>
/// <param name="Text">What was found, and what may be there instead.</param>
/// <param name="Place">File and line that makes the resource; empty where that is not known.</param>
internal sealed record DocumentFinding(bool IsMandatory, string Policy, string Urn, string Text, string Place)
{
    public static DocumentFinding Of(JsonElement finding) => new(
        finding.GetProperty("kind").GetString() == "mandatory",
        finding.GetProperty("policy").GetString()!,
        finding.GetProperty("urn").GetString()!,
        finding.GetProperty("found").GetString() + (finding.GetProperty("allowed").GetString() is { } allowed ? $", expected {allowed}" : ""),
        finding.TryGetProperty("place", out var place) ? $"{place.GetProperty("file").GetString()}:{place.GetProperty("line").GetInt32()}" : "");

    /// <summary>By what one finding is the same in two previews, whatever figures its text has.</summary>
    public (bool, string, string) Key => (IsMandatory, Policy, Urn);
}
