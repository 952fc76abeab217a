using System.Text.Json;

namespace Costs.Catalogue;

/// <summary>Walks a JSON pointer (RFC 6901) of object members and list places; names with "/" or "~" do not occur in a price list.</summary>
internal static class JsonPointer
{
    /// <summary>The element it points to, and the objects on the way there, innermost last.</summary>
    public static (JsonElement? Target, List<JsonElement> Enclosing) Walk(JsonElement root, string pointer)
    {
        var enclosing = new List<JsonElement>();
        var current = root;
        var rest = pointer.AsSpan().TrimStart('/');
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('/');
            var name = end < 0 ? rest : rest[..end];
            if (Step(current, name) is not { } next)
            {
                return (null, enclosing);
            }

            enclosing.Add(current);
            current = next;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return (current, enclosing);
    }

    public static JsonElement? Find(JsonElement root, string pointer) => Walk(root, pointer).Target;

    private static JsonElement? Step(JsonElement from, ReadOnlySpan<char> name) => from.ValueKind switch
    {
        JsonValueKind.Object => from.TryGetProperty(name, out var member) ? member : null,
        JsonValueKind.Array => int.TryParse(name, out var place) && place >= 0 && place < from.GetArrayLength() ? from[place] : null,
        _ => null,
    };
}
