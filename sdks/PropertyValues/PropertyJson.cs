using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PropertyValues;

/// <summary>Property values as JSON for people and machines. A secret is never written: it shows as "[secret]".</summary>
public static class PropertyJson
{
    private const string SecretText = "[secret]";
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a value; an unknown becomes the given text (by default the one that Pulumi's own JSON uses).</summary>
    public static void Write(Utf8JsonWriter writer, PropertyValue value, string unknown = Sentinels.Unknown)
    {
        switch (value.Kind)
        {
            case var _ when value.IsSecret:
                writer.WriteStringValue(SecretText);
                break;
            case PropertyKind.Missing or PropertyKind.Null:
                writer.WriteNullValue();
                break;
            case PropertyKind.Unknown:
                writer.WriteStringValue(unknown);
                break;
            case PropertyKind.Bool:
                writer.WriteBooleanValue(value.AsBool()!.Value);
                break;
            case PropertyKind.Number:
                WriteNumber(writer, value.AsNumber()!.Value);
                break;
            case PropertyKind.String:
                writer.WriteStringValue(value.Utf8);
                break;
            case PropertyKind.List:
                writer.WriteStartArray();
                foreach (var item in value.Items)
                {
                    Write(writer, item, unknown);
                }

                writer.WriteEndArray();
                break;
            default:
                Write(writer, value.Members, unknown);
                break;
        }
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, PropertyValue, string)"/>
    public static void Write(Utf8JsonWriter writer, PropertyMap map, string unknown = Sentinels.Unknown)
    {
        writer.WriteStartObject();
        foreach (var member in map)
        {
            writer.WritePropertyName(member.NameUtf8);
            Write(writer, member.Value, unknown);
        }

        writer.WriteEndObject();
    }

    internal static string ToText(PropertyValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            Write(writer, value, "[unknown]");
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (number == Math.Floor(number) && Math.Abs(number) < 1e15)
        {
            writer.WriteNumberValue((long)number);
        }
        else if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
