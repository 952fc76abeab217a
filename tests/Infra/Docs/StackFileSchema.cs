using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Settings;

namespace Infra.Tests.Docs;

/// <summary>
/// Writes what a stack file can say as a JSON schema, for editors. Only what drafts 4 to 7 have in common is used, since
/// editors and validators differ in what they know of later ones.
/// </summary>
internal static class StackFileSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string For(string project)
    {
        var settings = Record(typeof(StackSettings));
        var config = new JsonObject
        {
            ["description"] = $"Settings by namespace and name; those of {project} are described in docs/components/.",
            ["type"] = "object",
            ["required"] = new JsonArray([.. Names(settings["required"]).Select(name => (JsonNode)$"{project}:{name}")]),
            ["properties"] = new JsonObject(
            [
                KeyValuePair.Create(StackConfig.AwsRegion, (JsonNode?)Region("The Region of everything but inference components.")),
                KeyValuePair.Create(
                    StackConfig.NativeRegion, (JsonNode?)Region("The same Region again, for endpoints that scale to zero.")),
                .. settings["properties"]!.AsObject().Select(
                    property => KeyValuePair.Create($"{project}:{property.Key}", property.Value?.DeepClone())),
            ]),
            ["patternProperties"] = new JsonObject { [$"^(?!{project}:)[^:]+:.+$"] = new JsonObject() },
            ["additionalProperties"] = false,
        };
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = $"Stack file of {project}",
            ["description"] = "Written from the settings records: UPDATE_DOCS=1 dotnet test tests/Infra --filter Infra.Tests.Docs",
            ["type"] = "object",
            ["required"] = new JsonArray("config"),
            ["properties"] = new JsonObject
            {
                ["config"] = config,
                ["secretsprovider"] = new JsonObject { ["type"] = "string" },
                ["encryptionsalt"] = new JsonObject { ["type"] = "string" },
                ["encryptedkey"] = new JsonObject { ["type"] = "string" },
                ["environment"] = new JsonObject(),
            },
            ["additionalProperties"] = false,
        };
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Record(Type record)
    {
        var defaults = Activator.CreateInstance(record)!;
        var properties = SettingsShape.PropertiesOf(record);
        var required = properties.Where(SettingsShape.IsRequired).Select(property => (JsonNode)SettingsShape.NameOf(property)).ToArray();
        var schema = new JsonObject { ["type"] = "object" };
        if (required.Length > 0)
            schema["required"] = new JsonArray(required);
        schema["properties"] = new JsonObject(properties.Select(
            property => KeyValuePair.Create(SettingsShape.NameOf(property), (JsonNode?)Property(property, defaults))));
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Property(PropertyInfo property, object defaults)
    {
        var schema = new JsonObject { ["description"] = SettingsTable.Meaning(property) };
        foreach (var (keyword, rule) in Value(property.PropertyType, [.. property.GetCustomAttributes<ValidationAttribute>()]))
            schema[keyword] = rule?.DeepClone();
        if (!SettingsShape.IsRequired(property) && Default(property.GetValue(defaults)) is { } given)
            schema["default"] = given;
        return schema;
    }

    private static JsonNode? Default(object? value) => value switch
    {
        null => null,
        IEnumerable items when value is not string => items.Cast<object>().Any() ? JsonSerializer.SerializeToNode(value) : null,
        _ => SettingsShape.IsRecord(value.GetType()) ? null : JsonSerializer.SerializeToNode(value),
    };

    private static JsonObject Value(Type type, IReadOnlyList<ValidationAttribute> rules)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (SettingsShape.MapValue(wanted) is { } mapped)
            return Sized(Map(mapped), rules, "Properties");
        if (SettingsShape.ListItem(wanted) is { } item)
        {
            var items = Value(item, [.. rules.Where(rule => rule is not LengthAttribute)]);
            return Sized(new JsonObject { ["type"] = "array", ["items"] = items }, rules, "Items");
        }

        return SettingsShape.IsRecord(wanted) ? Record(wanted) : rules.Aggregate(Scalar(wanted), Restricted);
    }

    private static JsonObject Map(Type value)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (!SettingsShape.IsRecord(value))
        {
            schema["additionalProperties"] = value == typeof(JsonNode) ? true : Scalar(value);
            return schema;
        }

        var entry = Record(value);
        // "ranking:" with nothing after it is an entry that is all defaults.
        if (entry["required"] is null)
            entry["type"] = new JsonArray("object", "null");
        schema["patternProperties"] = new JsonObject { [ResourceName.Pattern] = entry };
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Scalar(Type type) => new()
    {
        ["type"] = type switch
        {
            // A number or a flag is taken as its text.
            _ when type == typeof(string) => new JsonArray("string", "number", "boolean"),
            _ when type == typeof(int) => "integer",
            _ when type == typeof(decimal) => "number",
            _ when type == typeof(bool) => "boolean",
            _ => throw new NotSupportedException($"A setting of type {type} has no JSON schema yet."),
        },
    };

    private static JsonObject Sized(JsonObject schema, IEnumerable<ValidationAttribute> rules, string what)
    {
        foreach (var length in rules.OfType<LengthAttribute>())
        {
            schema[$"min{what}"] = length.MinimumLength;
            schema[$"max{what}"] = length.MaximumLength;
        }

        return schema;
    }

    private static JsonObject Restricted(JsonObject schema, ValidationAttribute rule)
    {
        switch (rule)
        {
            case RangeAttribute range:
                schema["minimum"] = JsonSerializer.SerializeToNode(range.Minimum);
                schema["maximum"] = JsonSerializer.SerializeToNode(range.Maximum);
                break;
            case AllowedValuesAttribute allowed:
                schema.Remove("type");
                schema["enum"] = JsonSerializer.SerializeToNode(allowed.Values);
                break;
            case FormatAttribute { Pattern: { } pattern } format:
                schema["type"] = new JsonArray(
                [
                    "string",
                    .. format.IsValid("12") || format.IsValid("123456789") ? ["number"] : Array.Empty<JsonNode>(),
                    .. format.IsValid("true") ? ["boolean"] : Array.Empty<JsonNode>(),
                ]);
                schema["pattern"] = pattern;
                schema["patternErrorMessage"] = $"Accepted: {format.Accepted}.";
                break;
            case FormatAttribute:
                break;
            default:
                throw new NotSupportedException($"{rule.GetType().Name} has no counterpart in a JSON schema yet.");
        }

        return schema;
    }

    private static JsonObject Region(string description) => new()
    {
        ["description"] = description,
        ["type"] = "string",
        ["pattern"] = "^[a-z]+(-[a-z]+)+-[0-9]$",
    };

    private static IEnumerable<string> Names(JsonNode? required) => required?.AsArray().Select(name => (string)name!) ?? [];
}
