using System.Text.Json;

namespace Generate.Schema;

/// <summary>
/// Reads entries of a package schema. What the schema language can say and the two AWS packages never do is refused
/// by name: a wrong signature would be found out much later than at generation.
/// </summary>
internal sealed class SpecReader(PackageSchema schema)
{
    private static readonly string[] RefusedOfResources = ["isComponent", "isOverlay", "methods"];
    private static readonly string[] RefusedOfFunctions = ["isOverlay", "multiArgumentInputs", "returnType"];
    private static readonly string[] RefusedOfProperties = ["const", "plain", "discriminator"];

    public ResourceSpec Resource(string token, JsonElement json)
    {
        Refuse(RefusedOfResources, json, token);
        return new ResourceSpec(
            token,
            Properties(json, "inputProperties", "requiredInputs", token),
            Properties(json, "properties", "required", token),
            json.TryGetProperty("stateInputs", out var state) ? Properties(state, "properties", "required", token) : null,
            json.TryGetProperty("aliases", out var aliases)
                ? [.. aliases.EnumerateArray().Select(alias => Text(alias, "type")).OfType<string>()]
                : [],
            Text(json, "deprecationMessage"));
    }

    public FunctionSpec Function(string token, JsonElement json)
    {
        Refuse(RefusedOfFunctions, json, token);
        return new FunctionSpec(
            token,
            json.TryGetProperty("inputs", out var inputs) ? Properties(inputs, "properties", "required", token) : null,
            json.TryGetProperty("outputs", out var outputs) ? Properties(outputs, "properties", "required", token) : [],
            Text(json, "deprecationMessage"));
    }

    public ObjectSpec Object(string token, JsonElement json) =>
        new(token, Properties(json, "properties", "required", token));

    public EnumSpec Enum(string token, PrimitiveKind kind, JsonElement json) => new(
        token,
        kind,
        [.. json.GetProperty("enum").EnumerateArray().Select(value => new EnumValueSpec(
            Text(value, "name") ?? throw Fault(token, "has an enum value without a name"),
            value.GetProperty("value").GetString() ?? throw Fault(token, "has an enum value that is null"),
            Text(value, "deprecationMessage")))]);

    public static PrimitiveKind? EnumKind(JsonElement json, string token, string file)
    {
        if (!json.TryGetProperty("enum", out _))
            return null;

        return Text(json, "type") == "string"
            ? PrimitiveKind.String
            : throw new GeneratorException($"{token} is an enum of {Text(json, "type")}; only string enums are offered.", file);
    }

    private IReadOnlyList<PropertySpec> Properties(JsonElement json, string section, string requiredSection, string owner)
    {
        if (!json.TryGetProperty(section, out var properties))
            return [];

        var required = json.TryGetProperty(requiredSection, out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];

        // The order of a schema file is its writer's; that of the SDKs, and of every output constructor, is the alphabet's.
        return [.. properties.EnumerateObject()
            .Select(entry => Property(entry.Name, entry.Value, required.Contains(entry.Name), owner))
            .OrderBy(property => property.WireName, StringComparer.Ordinal)];
    }

    private PropertySpec Property(string name, JsonElement json, bool isRequired, string owner)
    {
        var where = $"{owner}, property {name},";
        Refuse(RefusedOfProperties, json, where);
        return new PropertySpec(
            name,
            json.TryGetProperty("language", out var language) && language.TryGetProperty("csharp", out var csharp)
                ? Text(csharp, "name")
                : null,
            Type(json, where),
            isRequired,
            Flag(json, "secret"),
            Flag(json, "replaceOnChanges"),
            Text(json, "deprecationMessage"),
            Default(json));
    }

    private static DefaultSpec? Default(JsonElement json)
    {
        IReadOnlyList<string> environment =
            json.TryGetProperty("defaultInfo", out var info) && info.TryGetProperty("environment", out var variables)
                ? [.. variables.EnumerateArray().Select(variable => variable.GetString()!)]
                : [];
        JsonElement? value = json.TryGetProperty("default", out var constant) ? constant : null;
        return value is null && environment.Count == 0 ? null : new DefaultSpec(value, environment);
    }

    private TypeSpec Type(JsonElement json, string where)
    {
        if (json.TryGetProperty("oneOf", out var alternatives))
            return new TypeSpec.OneOf([.. alternatives.EnumerateArray().Select(alternative => Type(alternative, where))]);

        if (Text(json, "$ref") is { } reference)
            return Reference(reference, json, where);

        return Text(json, "type") switch
        {
            "array" => new TypeSpec.ArrayOf(Type(json.GetProperty("items"), where)),
            "object" => new TypeSpec.MapOf(
                json.TryGetProperty("additionalProperties", out var element)
                    ? Type(element, where)
                    : new TypeSpec.Primitive(PrimitiveKind.String)),
            var primitive => Primitive(primitive, where),
        };
    }

    private TypeSpec.Primitive Primitive(string? type, string where) => new(type switch
    {
        "string" => PrimitiveKind.String,
        "boolean" => PrimitiveKind.Boolean,
        "integer" => PrimitiveKind.Integer,
        "number" => PrimitiveKind.Number,
        _ => throw Fault(where, $"has the type {type ?? "(none)"}, which the schema language does not know"),
    });

    private TypeSpec Reference(string reference, JsonElement json, string where)
    {
        const string Types = "#/types/";
        if (reference.StartsWith(Types, StringComparison.Ordinal))
        {
            var token = Uri.UnescapeDataString(reference[Types.Length..]);
            if (schema.HasType(token))
                return schema.EnumKind(token) is { } kind ? new TypeSpec.EnumRef(token, kind) : new TypeSpec.ObjectRef(token);

            // A type that only another language's SDK has, beside what it is for everyone else.
            if (Text(json, "type") is { } fallback)
                return Primitive(fallback, where);
        }

        return reference switch
        {
            "pulumi.json#/Any" => new TypeSpec.Any(),
            "pulumi.json#/Asset" => new TypeSpec.Asset(),
            "pulumi.json#/Archive" => new TypeSpec.Archive(),
            _ => throw Fault(where, $"refers to {reference}, which is neither among the types of this schema nor offered"),
        };
    }

    private void Refuse(string[] keys, JsonElement json, string where)
    {
        foreach (var key in keys)
        {
            if (json.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.False)
                throw Fault(where, $"uses \"{key}\", which this generator does not offer");
        }
    }

    private GeneratorException Fault(string where, string what) => new($"{where} {what}.", schema.File);

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
