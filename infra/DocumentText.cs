using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra;

/// <summary>
/// JSON documents that AWS keeps as text: policies, state machines. They are compared as text, so the same document is
/// always the same text, with no escapes that JSON does not need.
/// </summary>
internal static class DocumentText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonObject document) => document.ToJsonString(Readable);

    /// <summary>A map of texts as a JSON object, in the order of the names.</summary>
    public static JsonObject Map(IEnumerable<KeyValuePair<string, string>> entries) => new(
        entries
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)JsonValue.Create(entry.Value))));
}
