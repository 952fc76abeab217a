using System.Text.Json.Nodes;

namespace Infra.Training;

/// <summary>Expressions for state machines, written over several lines where that reads better.</summary>
internal static class Jsonata
{
    /// <summary>An expression as a state machine takes it. Line breaks of a source file differ between machines, and a
    /// definition is compared as text.</summary>
    public static string Of(string expression) => $"{{% {OneLine(expression)} %}}";

    /// <summary>Texts as a list that an expression can look into.</summary>
    public static string List(IEnumerable<string> texts) =>
        new JsonArray([.. texts.Select(text => JsonValue.Create(text))]).ToJsonString();

    private static string OneLine(string expression) => string.Join(
        ' ', expression.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
