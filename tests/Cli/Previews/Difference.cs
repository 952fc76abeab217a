using System.Globalization;
using System.Text.Json.Nodes;

namespace Cli.Tests.Previews;

/// <summary>A value that the two previews do not agree on; one of them may have none.</summary>
internal sealed record Difference(string Urn, string Path, JsonNode? Cli, JsonNode? Offline)
{
    /// <summary>The innermost values that differ, in all resources of either plan.</summary>
    public static IEnumerable<Difference> Between(Plan cli, Plan offline) =>
        from urn in cli.Resources.Keys.Union(offline.Resources.Keys)
        from difference in Between(urn, "", cli.Resources.GetValueOrDefault(urn), offline.Resources.GetValueOrDefault(urn))
        select difference;

    public override string ToString() => $"{Urn} {Path}: {Text(Cli)} in the CLI, {Text(Offline)} offline";

    private static IEnumerable<Difference> Between(string urn, string path, JsonNode? cli, JsonNode? offline) => (cli, offline) switch
    {
        (JsonObject left, JsonObject right) =>
            from name in left.Select(member => member.Key).Union(right.Select(member => member.Key))
            from difference in Between(urn, path.Length == 0 ? name : $"{path}.{name}", left, right, name)
            select difference,
        (JsonArray left, JsonArray right) when left.Count == right.Count =>
            from index in Enumerable.Range(0, left.Count)
            from difference in Between(urn, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), left[index], right[index])
            select difference,
        _ => JsonNode.DeepEquals(cli, offline) ? [] : [new(urn, path, cli, offline)],
    };

    /// <summary>A member that is null is not the same as none.</summary>
    private static IEnumerable<Difference> Between(string urn, string path, JsonObject left, JsonObject right, string name) =>
        left.ContainsKey(name) == right.ContainsKey(name)
            ? Between(urn, path, left[name], right[name])
            : [new(urn, path, left[name], right[name])];

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null or nothing";
}
