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
            case PropertyKind.Object or PropertyKind.Asset or PropertyKind.Archive or PropertyKind.Resource:
                Write(json, value.Members);
                break;
            default:
                PropertyJson.Write(json, value);
                break;
        }
    }
}
