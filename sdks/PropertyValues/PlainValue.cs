using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace PropertyValues;

/// <summary>Plain .NET values and JSON as property values.</summary>
internal static class PlainValue
{
    public static void Write(PropertyWriter writer, object? plain)
    {
        switch (plain)
        {
            case null: writer.WriteNull(); break;
            case string text: writer.WriteString(text); break;
            case bool flag: writer.WriteBool(flag); break;
            case double number: writer.WriteNumber(number); break;
            case PropertyValue value: writer.WriteValue(value); break;
            case PropertyMap map: writer.WriteMap(map); break;
            case JsonElement json: WriteJson(writer, json); break;
            case IEnumerable<KeyValuePair<string, object?>> members: WriteMembers(writer, members); break;
            case IDictionary dictionary: WriteDictionary(writer, dictionary); break;
            case IEnumerable items: WriteItems(writer, items); break;
            case int or long or short or byte or uint or ulong or ushort or sbyte or float or decimal:
                writer.WriteNumber(Convert.ToDouble(plain, CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException($"A {plain.GetType()} is not a property value.", nameof(plain));
        }
    }

    private static void WriteJson(PropertyWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String: writer.WriteString(json.GetString()!); break;
            case JsonValueKind.Number: writer.WriteNumber(json.GetDouble()); break;
            case JsonValueKind.True or JsonValueKind.False: writer.WriteBool(json.GetBoolean()); break;
            case JsonValueKind.Array:
                writer.WriteStartList();
                foreach (var item in json.EnumerateArray())
                {
                    WriteJson(writer, item);
                }

                writer.WriteEndList();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in json.EnumerateObject())
                {
                    writer.WriteName(member.Name);
                    WriteJson(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            default: writer.WriteNull(); break;
        }
    }

    private static void WriteMembers(PropertyWriter writer, IEnumerable<KeyValuePair<string, object?>> members)
    {
        writer.WriteStartObject();
        foreach (var (member, value) in members)
        {
            writer.WriteName(member);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteDictionary(PropertyWriter writer, IDictionary dictionary)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in dictionary)
        {
            writer.WriteName(entry.Key as string ?? throw new ArgumentException($"The key {entry.Key} of an object is not a string."));
            Write(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(PropertyWriter writer, IEnumerable items)
    {
        writer.WriteStartList();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndList();
    }
}
