using Preview.Tests.Runs;

namespace Preview.Tests.Imports;

/// <summary>
/// What the Pulumi CLI 3.259.0 wrote of a small YAML program, without stack traces, times and paths of the machine: a first preview, and
/// one of an update, a replacement, a deletion and a new resource, judged by this repository's pack.
/// </summary>
internal static class Recorded
{
    public static string Create { get; } = Find("create.json");

    public static string Change { get; } = Find("change.json");

    public static string ChangeEvents { get; } = Find("change.events.jsonl");

    private static string Find(string file) => Path.Combine(Built.Root, "tests", "Preview", "Imports", "Recorded", file);
}
