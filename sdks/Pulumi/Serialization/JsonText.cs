using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PropertyValues;

namespace Pulumi.Serialization;

/// <summary>Serialized values as JSON text, spaced as protobuf's own JSON is: what providers have always been sent.</summary>
internal static class JsonText
{
    /// <returns>The text without secret wrappers, and whether there were any.</returns>
    public static (string Text, bool IsSecret) Write(object? value)
    {
        var text = new StringBuilder();
        var isSecret = Append(text, value);
        return (text.ToString(), isSecret);
    }

    public static JsonElement ToElement(object? plain)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, plain);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void Write(Utf8JsonWriter writer, object? plain)
    {
        switch (plain)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case ImmutableArray<object?> items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case ImmutableDictionary<string, object?> members:
                writer.WriteStartObject();
                foreach (var (name, member) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            default:
                throw new ValueReaderException($" has {plain.GetType().Name} inside, which JSON has not.");
        }
    }

    private static bool Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                return false;
            case bool flag:
                text.Append(flag ? "true" : "false");
                return false;
            case double number:
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                return false;
            case JsonElement json:
                text.Append(json.GetRawText());
                return false;
            case List<object?> items:
                return AppendAll(text, '[', ']', items, Append);
            case Dictionary<string, object?> members when IsSecret(members):
                Append(text, members["value"]);
                return true;
            case Dictionary<string, object?> members:
                return AppendAll(text, '{', '}', members, AppendMember);
            default:
                AppendText(text, (string)value);
                return false;
        }
    }

    private static bool AppendMember(StringBuilder text, KeyValuePair<string, object?> member)
    {
        AppendText(text, member.Key);
        text.Append(": ");
        return Append(text, member.Value);
    }

    private static bool AppendAll<T>(
        StringBuilder text, char open, char close, IReadOnlyCollection<T> items, Func<StringBuilder, T, bool> append)
    {
        var isSecret = false;
        text.Append(open).Append(' ');
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "" : ", ");
            isSecret |= append(text, item);
            first = false;
        }

        text.Append(first ? "" : " ").Append(close);
        return isSecret;
    }

    private static void AppendText(StringBuilder text, string value) =>
        text.Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)).Append('"');

    private static bool IsSecret(Dictionary<string, object?> members) =>
        members.TryGetValue(Sentinels.SignatureKey, out var signature) && signature is Sentinels.Secret;
}
