using System.Globalization;
using System.Text.Json;

namespace Preview.Imports;

/// <summary>Reads JSON that others write, of which nothing is certain.</summary>
internal static class JsonMembers
{
    /// <summary>A member; null where the element is no object or has none of that name.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    /// <summary>Where a document is no JSON. The message of the fault repeats what was read, which may be anything.</summary>
    public static string Where(this JsonException fault) =>
        string.Create(CultureInfo.InvariantCulture, $"it goes wrong in line {fault.LineNumber + 1}");

    /// <summary>A text; empty where there is none.</summary>
    public static string Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    /// <summary>The items of a list; none where it is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    /// <summary>The members of an object; none where it is no object.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } members ? members.EnumerateObject() : [];
}
