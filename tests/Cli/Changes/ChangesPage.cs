using System.Collections.Immutable;

namespace Cli.Tests.Changes;

/// <summary>The table of docs/changes.md.</summary>
internal static class ChangesPage
{
    private const string Nothing = "–";

    /// <summary>The first column of every row, in their order.</summary>
    public static ImmutableArray<string> Titles() => [.. Rows().Select(row => row[0])];

    /// <summary>The row of a change as the page has it.</summary>
    public static string RowOf(Change change) => Rows().Where(row => row[0] == change.Title).Select(Text).SingleOrDefault("no row");

    /// <summary>The row of a change as it has to be.</summary>
    public static string RowOf(Change change, Deployment done) => Text(
    [
        change.Title,
        Kinds(UrnsOf(done, "create")),
        Kinds(UrnsOf(done, "update")),
        Kinds(UrnsOf(done, "delete")),
        Kinds(done.LeftBehind),
    ]);

    private static IEnumerable<string[]> Rows() =>
        from line in File.ReadLines(Path.Combine(Workspace.RepositoryRoot, "docs", "changes.md"))
        where line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal)
        select line.Trim('|', ' ').Split(" | ") into cells
        where cells[0] != "change"
        select cells;

    private static IEnumerable<string> UrnsOf(Deployment done, string method) =>
        done.Calls.Where(call => call.Method == method).Select(call => call.Urn);

    private static string Kinds(IEnumerable<string> urns)
    {
        string[] kinds = [.. urns.Select(ProviderCall.KindOf).Distinct().Order(StringComparer.Ordinal)];
        return kinds.Length == 0 ? Nothing : string.Join(", ", kinds);
    }

    private static string Text(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
