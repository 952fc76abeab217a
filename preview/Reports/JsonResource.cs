using System.Text.Json;
using Preview.Engine;

namespace Preview.Reports;

/// <summary>One resource of the JSON document.</summary>
internal static class JsonResource
{
    public static void Write(Utf8JsonWriter json, RegisteredResource resource)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn);
        json.WriteString("type", resource.Type);
        json.WriteString("name", resource.Name);
        WriteText(json, "parent", resource.Parent);
        json.WriteBoolean("custom", resource.IsCustom);
        json.WriteString("operation", Operations.NameOf(resource.Operation));
        WriteText(json, "id", resource.Id);
        WriteText(json, "provider", resource.Provider is { } provider ? ProviderReference.Of(provider) : "");
        json.WriteBoolean("checked", !resource.IsUnchecked);
        json.WritePropertyName("inputs");
        JsonProperties.Write(json, resource.Inputs);
        json.WritePropertyName("outputs");
        JsonProperties.Write(json, resource.Outputs);
        // A program learns what a resource depends on in no certain order; a document is the same each time.
        WriteTexts(json, "dependencies", [.. resource.Dependencies.Order(StringComparer.Ordinal)]);
        json.WriteStartObject("propertyDependencies");
        foreach (var (property, urns) in resource.PropertyDependencies)
        {
            WriteTexts(json, property, [.. urns.Order(StringComparer.Ordinal)]);
        }

        json.WriteEndObject();
        WriteOptions(json, resource.Options);
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, ResourceOptions options)
    {
        json.WriteStartObject("options");
        json.WriteBoolean("protect", options.Protect);
        json.WriteBoolean("retainOnDelete", options.RetainOnDelete);
        WriteText(json, "deletedWith", options.DeletedWith);
        if (options.DeleteBeforeReplace is { } deleteBeforeReplace)
        {
            json.WriteBoolean("deleteBeforeReplace", deleteBeforeReplace);
        }

        WriteTexts(json, "ignoreChanges", options.IgnoreChanges);
        WriteTexts(json, "replaceOnChanges", options.ReplaceOnChanges);
        WriteTexts(json, "additionalSecretOutputs", options.AdditionalSecretOutputs);
        json.WriteStartObject("customTimeouts");
        WriteSeconds(json, "create", options.Timeouts.Create);
        WriteSeconds(json, "update", options.Timeouts.Update);
        WriteSeconds(json, "delete", options.Timeouts.Delete);
        WriteSeconds(json, "read", options.Timeouts.Read);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A limit in seconds; none where the provider's own counts.</summary>
    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan limit)
    {
        if (limit > TimeSpan.Zero)
        {
            json.WriteNumber(name, limit.TotalSeconds);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
