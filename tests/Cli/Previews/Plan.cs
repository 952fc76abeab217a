using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cli.Tests.Previews;

/// <summary>What a preview says of a stack, in one notation for both previews: names and order of members are the same.</summary>
/// <param name="Resources">By URN.</param>
/// <param name="Findings">What the policy packs said, in no order that means anything.</param>
internal sealed record Plan(SortedDictionary<string, JsonObject> Resources, IReadOnlyList<JsonObject> Findings)
{
    /// <summary>Both notations of a secret become this one: neither preview shows what is in it.</summary>
    public const string Secret = "[secret]";

    /// <summary>Whether it says that a policy cannot tell before deployment.</summary>
    public static bool IsOpen(JsonObject finding) => ((string)finding["message"]!).StartsWith("can't run policy", StringComparison.Ordinal);

    public IEnumerable<JsonObject> FindingsOf(string policy) => Findings.Where(finding => (string?)finding["policy"] == policy);

    /// <summary>The same plan with names exchanged wherever they occur, inside of texts too.</summary>
    public Plan Renamed(IReadOnlyDictionary<string, string> names)
    {
        var resources = Resources.Select(resource => KeyValuePair.Create(resource.Key, Renamed(resource.Value, names)));
        return new(
            new(new Dictionary<string, JsonObject>(resources), StringComparer.Ordinal),
            [.. Findings.Select(finding => Renamed(finding, names))]);
    }

    private static JsonObject Renamed(JsonObject node, IReadOnlyDictionary<string, string> names) => JsonNode.Parse(
        names.Aggregate(node.ToJsonString(), (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal)))!.AsObject();
}

/// <summary>Pieces of a plan that both readers put together in the same way.</summary>
internal static class PlanJson
{
    public static JsonObject Members(JsonNode? node) => node?.DeepClone().AsObject() ?? [];

    /// <summary>Names of which only the set means something.</summary>
    public static JsonArray Sorted(JsonNode? names) =>
        [.. (names?.AsArray() ?? []).Select(name => (string)name!).Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))];

    public static JsonObject SortedEach(JsonNode? lists) =>
        new((lists?.AsObject() ?? []).Select(list => KeyValuePair.Create(list.Key, (JsonNode?)Sorted(list.Value))));

    public static JsonArray Listed(JsonNode? list) => list?.DeepClone().AsArray() ?? [];

    public static JsonNode Parse(string text) => JsonNode.Parse(text) ?? throw new JsonException("The document is null.");
}
