using System.Text.Json;

namespace Preview.Reports;

/// <summary>Properties as <c>pulumi preview --json</c> writes them: bookkeeping included, an unknown by its text, a secret never.</summary>
internal static class JsonProperties
{
    public const string SecretText = "[secret]";

    public static void Write(Utf8JsonWriter json, PropertyMap properties)
    {
        json.WriteStartObject();
        foreach (var member in properties.WithInternal)
        {
            json.WritePropertyName(member.NameUtf8);
            Write(json, member.Value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PropertyValue value)
    {
        if (value.IsSecret)
        {
            json.WriteStringValue(SecretText);
            return;
        }

        switch (value.Kind)
        {
            case PropertyKind.List:
                json.WriteStartArray();
                foreach (var item in value.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case PropertyKind.Object or PropertyKind.Asset or PropertyKind.Archive:
                Write(json, value.Members);
                break;
            case PropertyKind.Resource:
                WriteReference(json, value.Members);
                break;
            default:
                PropertyJson.Write(json, value);
                break;
        }
    }

    /// <summary>An id that is not known yet is an empty text here; a component has none.</summary>
    private static void WriteReference(Utf8JsonWriter json, PropertyMap reference)
    {
        json.WriteStartObject();
        json.WriteString(Sentinels.SignatureKey, Sentinels.Resource);
        json.WriteString("urn", reference["urn"].AsString());
        json.WriteString("packageVersion", reference["packageVersion"].AsString() ?? "");
        if (!reference["id"].IsMissing)
        {
            json.WriteString("id", reference["id"].AsString() ?? "");
        }

        json.WriteEndObject();
    }
}
