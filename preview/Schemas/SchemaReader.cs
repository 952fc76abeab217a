using System.Collections.Immutable;
using System.Text.Json;

namespace Preview.Schemas;

/// <summary>Reads single resources, types and functions of a package schema.</summary>
internal static class SchemaReader
{
    private const string TypePrefix = "#/types/";

    public static ResourceSchema ReadResource(ReadOnlySpan<byte> json)
    {
        var (inputs, requiredInputs, outputs, required) =
            (ObjectSchema.Empty.Properties, ImmutableArray<string>.Empty, ObjectSchema.Empty.Properties, ImmutableArray<string>.Empty);
        var reader = Start(json);
        while (NextMember(ref reader))
        {
            switch (Name(ref reader))
            {
                case "inputProperties": inputs = ReadProperties(ref reader); break;
                case "requiredInputs": requiredInputs = ReadTexts(ref reader); break;
                case "properties": outputs = ReadProperties(ref reader); break;
                case "required": required = ReadTexts(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return new(new(inputs, requiredInputs), new(outputs, required));
    }

    public static TypeSchema ReadType(ReadOnlySpan<byte> json)
    {
        var reader = Start(json);
        return ReadType(ref reader);
    }

    public static FunctionSchema ReadFunction(ReadOnlySpan<byte> json)
    {
        var (inputs, outputs) = (ObjectSchema.Empty, ObjectSchema.Empty);
        var reader = Start(json);
        while (NextMember(ref reader))
        {
            switch (Name(ref reader))
            {
                case "inputs": inputs = ReadType(ref reader).Members; break;
                case "outputs": outputs = ReadType(ref reader).Members; break;
                default: reader.Skip(); break;
            }
        }

        return new(inputs, outputs);
    }

    private static TypeSchema ReadType(ref Utf8JsonReader reader)
    {
        var (kind, properties, required) = (SchemaKind.Any, ObjectSchema.Empty.Properties, ImmutableArray<string>.Empty);
        while (NextMember(ref reader))
        {
            switch (Name(ref reader))
            {
                case "type": kind = KindOf(reader.GetString()); break;
                case "properties": properties = ReadProperties(ref reader); break;
                case "required": required = ReadTexts(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return new(kind, new(properties, required));
    }

    private static ImmutableDictionary<string, PropertySchema> ReadProperties(ref Utf8JsonReader reader)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, PropertySchema>();
        while (NextMember(ref reader))
        {
            var name = Name(ref reader);
            properties[name] = ReadProperty(ref reader);
        }

        return properties.ToImmutable();
    }

    private static PropertySchema ReadProperty(ref Utf8JsonReader reader)
    {
        var property = new PropertySchema(SchemaKind.Any);
        while (NextMember(ref reader))
        {
            switch (Name(ref reader))
            {
                case "type" when property.Kind == SchemaKind.Any:
                    property = property with { Kind = KindOf(reader.GetString()) };
                    break;
                case "$ref" when reader.GetString() is { } reference && property.Kind != SchemaKind.Union:
                    property = reference.StartsWith(TypePrefix, StringComparison.Ordinal)
                        ? property with { Kind = SchemaKind.Reference, Reference = reference[TypePrefix.Length..] }
                        : property with { Kind = SchemaKind.Any };
                    break;
                case "items" or "additionalProperties" when reader.TokenType == JsonTokenType.StartObject:
                    property = property with { Element = ReadProperty(ref reader) };
                    break;
                case "oneOf":
                    property = property with { Kind = SchemaKind.Union, Options = ReadOptions(ref reader) };
                    break;
                case "secret":
                    property = property with { IsSecret = reader.GetBoolean() };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return property;
    }

    private static ImmutableArray<PropertySchema> ReadOptions(ref Utf8JsonReader reader)
    {
        var options = ImmutableArray.CreateBuilder<PropertySchema>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            options.Add(ReadProperty(ref reader));
        }

        return options.ToImmutable();
    }

    private static ImmutableArray<string> ReadTexts(ref Utf8JsonReader reader)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.GetString()!);
        }

        return texts.ToImmutable();
    }

    private static Utf8JsonReader Start(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader;
    }

    /// <summary>Steps from the start of an object, or from the end of a member's value, to the next member's name.</summary>
    private static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>The member's name; the reader then stands at its value.</summary>
    private static string Name(ref Utf8JsonReader reader)
    {
        var name = reader.GetString()!;
        reader.Read();
        return name;
    }

    private static SchemaKind KindOf(string? type) => type switch
    {
        "string" => SchemaKind.String,
        "integer" => SchemaKind.Integer,
        "number" => SchemaKind.Number,
        "boolean" => SchemaKind.Boolean,
        "array" => SchemaKind.Array,
        "object" => SchemaKind.Object,
        _ => SchemaKind.Any,
    };
}
