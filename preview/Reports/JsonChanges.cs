using System.Text.Json;
using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>What happens to resources, in the JSON document.</summary>
internal static class JsonChanges
{
    public static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartArray("changes");
        foreach (var change in verdict.Changes)
        {
            json.WriteStartObject();
            json.WriteString("operation", Operations.NameOf(change.Operation));
            json.WriteString("urn", change.Urn);
            json.WriteString("name", change.Name);
            JsonDiff.WriteSide(json, "before", change.Before);
            JsonDiff.WriteSide(json, "after", change.After);
            JsonDiff.WriteDifference(json, change.Difference);
            WritePlace(json, change.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Left out where it is not known.</summary>
    public static void WritePlace(Utf8JsonWriter json, SourcePlace? place)
    {
        if (place is null)
        {
            return;
        }

        json.WriteStartObject("place");
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteEndObject();
    }
}
