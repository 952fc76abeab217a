using System.Text.Json.Nodes;

namespace Infra.Identity;

/// <summary>An IAM policy document.</summary>
internal sealed record PolicyDocument(params IReadOnlyList<Statement> Statements)
{
    public string ToJson() => DocumentText.Of(new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. Statements.Select(statement => statement.ToNode())]),
    });
}
