using System.Text.Json.Nodes;

namespace Infra.Tests.Builders;

/// <summary>A statement of a policy document, wherever it stands.</summary>
/// <param name="Owner">Logical name of the resource that carries the document.</param>
internal sealed record FoundStatement(
    string Owner, string Effect, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, JsonNode? Conditions);

/// <summary>Finds policy documents in whatever property of a resource they stand.</summary>
internal static class IamDocuments
{
    public static IEnumerable<FoundStatement> Statements(Registered resource) =>
        from input in resource.Inputs
        let text = input.Value as string
        where text is not null && text.StartsWith('{') && text.Contains("\"Statement\"", StringComparison.Ordinal)
        from statement in JsonNode.Parse(text)!["Statement"]!.AsArray()
        select new FoundStatement(
            resource.Name, (string)statement["Effect"]!, Texts(statement["Action"]), Texts(statement["Resource"]), statement["Condition"]);

    private static IReadOnlyList<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => [.. list.Select(item => (string)item!)],
        null => [],
        _ => [(string)node!],
    };
}
