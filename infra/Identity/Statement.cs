using System.Text.Json.Nodes;

namespace Infra.Identity;

/// <summary>One statement of a policy document.</summary>
internal sealed record Statement
{
    public required string Sid { get; init; }

    public string Effect { get; init; } = "Allow";

    /// <summary>Whom a resource's own policy speaks of: <c>Service</c> or <c>AWS</c>, and who. Absent in a role's policy.</summary>
    public (string Kind, string Who)? Principal { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Empty only in a trust policy, which speaks of the role it belongs to.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    public JsonObject ToNode()
    {
        var node = new JsonObject { [nameof(Sid)] = Sid, [nameof(Effect)] = Effect };
        if (Principal is var (kind, who))
            node[nameof(Principal)] = new JsonObject { [kind] = who };
        node["Action"] = Texts(Actions);
        if (Resources.Count > 0)
            node["Resource"] = Texts(Resources);
        if (Conditions.Count > 0)
            node["Condition"] = ConditionsNode();
        return node;
    }

    private JsonObject ConditionsNode() => new(Conditions
        .GroupBy(condition => condition.Operator)
        .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)new JsonObject(group.Select(
            condition => KeyValuePair.Create(condition.Key, Texts(condition.Values)))))));

    /// <summary>IAM writes a single value without brackets.</summary>
    private static JsonNode? Texts(IReadOnlyList<string> texts) =>
        texts.Count == 1 ? JsonValue.Create(texts[0]) : new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);
}

/// <summary>A condition of a statement: operator, key and the values any of which fulfil it.</summary>
internal sealed record Condition(string Operator, string Key, params IReadOnlyList<string> Values);
