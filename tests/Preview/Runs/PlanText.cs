using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Preview.Tests.Runs;

/// <summary>A preview as text for reviewers: the tree of resources, what each is given, and nothing a provider adds.</summary>
internal static class PlanText
{
    private const int Width = 120;

    /// <param name="preview">The document that <c>--json</c> prints.</param>
    /// <param name="isShown">Of a top-level resource, by its type: whether it is written with all that is in it.</param>
    public static string Of(JsonObject preview, Func<string, bool> isShown)
    {
        var resources = preview["resources"]!.AsArray().Select(resource => resource!.AsObject()).ToArray();
        var stack = resources.Single(resource => Text(resource, "type") == "pulumi:pulumi:Stack");
        var text = new StringBuilder();
        foreach (var resource in ChildrenOf(stack, resources))
        {
            if (isShown(Text(resource, "type")))
                Write(text, resource, resources, depth: 0);
            else
                text.Append($"{Title(resource)} and {Below(resource, resources)} resources below it\n");
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonObject resource, JsonObject[] resources, int depth)
    {
        text.Append(' ', 2 * depth).Append(Title(resource)).Append('\n');
        if ((bool)resource["custom"]!)
        {
            var inputs = resource["inputs"]!.AsObject();
            var generated = inputs["__defaults"] is JsonArray names ? names.Select(name => (string)name!).ToHashSet() : [];
            foreach (var (name, value) in WithoutBooks(inputs).AsObject())
                Write(text, depth + 1, $"{name}{(generated.Contains(name) ? " (generated)" : "")}: ", Readable(value));
        }

        foreach (var child in ChildrenOf(resource, resources))
            Write(text, child, resources, depth + 1);
    }

    private static string Title(JsonObject resource)
    {
        var options = resource["options"]!.AsObject()
            .Where(option => option.Value is JsonArray { Count: > 0 } || (option.Value is JsonValue flag && flag.ToJsonString() != "false"))
            .Select(option => $"{option.Key} {Flow(option.Value)}".Replace(" true", "", StringComparison.Ordinal));
        return string.Join(", ", [$"{Text(resource, "type")} {Text(resource, "name")}", .. options]);
    }

    private static void Write(StringBuilder text, int depth, string label, JsonNode? value)
    {
        text.Append(' ', 2 * depth).Append(label);
        var flow = Flow(value);
        if (value is not (JsonObject or JsonArray) || (2 * depth) + label.Length + flow.Length <= Width)
        {
            text.Append(flow).Append('\n');
            return;
        }

        text.Length--;
        text.Append('\n');
        if (value is JsonObject map)
        {
            foreach (var (name, member) in map)
                Write(text, depth + 1, $"{name}: ", member);
            return;
        }

        foreach (var item in value.AsArray())
        {
            var start = text.Length + (2 * depth) + 2;
            Write(text, depth + 1, "- ", item);
            // Members of an item that takes several lines begin beside its dash.
            if (text[start + 1] == '\n')
                text.Remove(start + 1, (2 * depth) + 4);
        }
    }

    /// <summary>A copy without the books that a bridged provider keeps, such as <c>__defaults</c>.</summary>
    private static JsonNode WithoutBooks(JsonNode node) => node switch
    {
        JsonObject map => new JsonObject(map.Where(member => !member.Key.StartsWith("__", StringComparison.Ordinal)).Select(
            member => KeyValuePair.Create(member.Key, member.Value is { } value ? WithoutBooks(value) : null))),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : WithoutBooks(item))]),
        _ => node.DeepClone(),
    };

    /// <summary>Documents in JSON, such as policies and state machines, as what they hold.</summary>
    private static JsonNode? Readable(JsonNode? value)
    {
        if (value is not JsonValue text || text.GetValueKind() != JsonValueKind.String || ((string)text!) is not ['{' or '[', ..])
            return value;
        try
        {
            return JsonNode.Parse((string)text!);
        }
        catch (JsonException)
        {
            return value;
        }
    }

    private static string Flow(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject { Count: 0 } => "{}",
        JsonObject map => $"{{ {string.Join(", ", map.Select(member => $"{member.Key}: {Flow(member.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(Flow))}]",
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => Scalar((string)scalar!),
        _ => value.ToJsonString(),
    };

    private static string Scalar(string text) => text switch
    {
        Sentinels.Unknown => "(known after deployment)",
        "" => "''",
        _ => text.ReplaceLineEndings("\\n"),
    };

    private static IEnumerable<JsonObject> ChildrenOf(JsonObject parent, JsonObject[] resources) => resources.Where(
        resource => Text(resource, "parent") == Text(parent, "urn"));

    private static int Below(JsonObject resource, JsonObject[] resources) =>
        ChildrenOf(resource, resources).Sum(child => 1 + Below(child, resources));

    private static string Text(JsonObject resource, string member) => (string?)resource[member] ?? "";
}
