using System.Text.Json;

namespace PropertyValues;

/// <summary>Turns JSON text into property values as it is read, without a document in between.</summary>
internal static class JsonValue
{
    public static void Write(PropertyWriter writer, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.ValueIsEscaped: writer.WriteString(reader.GetString()!); break;
            case JsonTokenType.String: writer.WriteString(reader.ValueSpan); break;
            case JsonTokenType.Number: writer.WriteNumber(reader.GetDouble()); break;
            case JsonTokenType.True or JsonTokenType.False: writer.WriteBool(reader.GetBoolean()); break;
            case JsonTokenType.StartArray:
                writer.WriteStartList();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    Write(writer, ref reader);
                }

                writer.WriteEndList();
                break;
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    WriteName(writer, ref reader);
                    reader.Read();
                    Write(writer, ref reader);
                }

                writer.WriteEndObject();
                break;
            default: writer.WriteNull(); break;
        }
    }

    private static void WriteName(PropertyWriter writer, ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
        {
            writer.WriteName(reader.GetString()!);
        }
        else
        {
            writer.WriteName(reader.ValueSpan);
        }
    }
}
