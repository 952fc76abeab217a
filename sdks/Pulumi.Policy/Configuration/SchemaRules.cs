namespace Pulumi.Policy.Configuration;

/// <summary>What must hold of the settings that a policy declares.</summary>
internal static class SchemaRules
{
    private static readonly ImmutableArray<string> Types = ["string", "integer", "number", "boolean", "array", "object", "null"];

    private static readonly ImmutableArray<string> Keywords =
    [
        "type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
        "pattern", "items", "minItems", "maxItems", "uniqueItems", "properties", "patternProperties", "propertyNames", "required",
        "additionalProperties", "minProperties", "maxProperties", "title", "description", "default", "examples",
    ];

    public static void Check(PolicyInfo policy, ICollection<string> problems)
    {
        var names = new HashSet<string>();
        foreach (var setting in policy.Config?.Settings ?? [])
        {
            var path = $"{policy.Name}: {setting.Name}";
            if (string.IsNullOrWhiteSpace(setting.Name))
            {
                problems.Add($"{policy.Name} has a setting without a name");
            }
            else if (CommonSettings.IsReserved(setting.Name))
            {
                problems.Add($"{path} cannot be declared, since every policy has a setting of that name");
            }
            else if (!names.Add(setting.Name))
            {
                problems.Add($"{path} is declared twice");
            }

            var before = problems.Count;
            CheckSchema(setting.Schema, path, problems);
            if (problems.Count == before && setting.Schema["default"] is { IsMissing: false } byDefault)
            {
                SettingSchema.Check(setting.Schema, byDefault, $"{path} by default", problems);
            }
        }
    }

    private static void CheckSchema(PropertyMap schema, string path, ICollection<string> problems)
    {
        foreach (var (keyword, value) in schema)
        {
            if (!Keywords.Contains(keyword))
            {
                problems.Add($"{path} has the schema keyword {keyword}, which is not checked; accepted are {string.Join(", ", Keywords)}");
            }
            else if (keyword == "pattern" && SettingPattern.Fault(value) is { } fault)
            {
                problems.Add($"{path} has the pattern {value}, which cannot be used: {fault}");
            }
            else if (Accepted(keyword, value) is { } accepted)
            {
                problems.Add($"{path} has the {keyword} {value}, accepted is {accepted}");
            }
        }

        CheckNested(schema["items"], $"{path}[]", problems);
        CheckNested(schema["propertyNames"], $"{path}: the names", problems);
        CheckNested(schema["additionalProperties"], $"{path}.*", problems);
        foreach (var (name, member) in schema["properties"].Members)
        {
            CheckNested(member, $"{path}.{name}", problems);
        }

        foreach (var (pattern, member) in schema["patternProperties"].Members)
        {
            if (SettingPattern.Fault(PropertyValue.Of(pattern)) is { } fault)
            {
                problems.Add($"{path} has the pattern \"{pattern}\", which cannot be used: {fault}");
            }

            CheckNested(member, $"{path}.{pattern}", problems);
        }
    }

    private static void CheckNested(PropertyValue schema, string path, ICollection<string> problems)
    {
        if (schema.Kind == PropertyKind.Object)
        {
            CheckSchema(schema.Members, path, problems);
        }
    }

    /// <summary>What a keyword takes, where the value is something else; null where it is not.</summary>
    private static string? Accepted(string keyword, PropertyValue value) => keyword switch
    {
        "type" when !AreTypes(value) => $"one of {string.Join(", ", Types)}, or a list of them",
        "enum" when value.Items.Count == 0 => "a list of values",
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" when value.Kind != PropertyKind.Number => "a number",
        "multipleOf" when value.Kind != PropertyKind.Number || value.AsNumber() <= 0 => "a number above 0",
        "minLength" or "maxLength" or "minItems" or "maxItems" or "minProperties" or "maxProperties"
            when value.Kind != PropertyKind.Number || value.AsInt32() is not >= 0 => "an integer of at least 0",
        "uniqueItems" when value.Kind != PropertyKind.Bool => "true or false",
        "required" when value.Kind != PropertyKind.List || !All(value.Items, name => name.Kind == PropertyKind.String) => "a list of names",
        "items" or "propertyNames" when value.Kind != PropertyKind.Object => "one schema, an object",
        "properties" or "patternProperties" when value.Kind != PropertyKind.Object || !HaveSchemas(value.Members) => "a schema, an object, for each name",
        "additionalProperties" when value.Kind is not (PropertyKind.Bool or PropertyKind.Object) => "true, false or a schema, an object",
        "title" or "description" when value.Kind != PropertyKind.String => "a text",
        _ => null,
    };

    private static bool AreTypes(PropertyValue value) => value.Kind == PropertyKind.List
        ? value.Items.Count > 0 && All(value.Items, type => type.AsString() is { } name && Types.Contains(name))
        : value.AsString() is { } only && Types.Contains(only);

    private static bool HaveSchemas(PropertyMap members)
    {
        foreach (var (_, member) in members)
        {
            if (member.Kind != PropertyKind.Object)
            {
                return false;
            }
        }

        return true;
    }

    private static bool All(PropertyList items, Func<PropertyValue, bool> holds)
    {
        foreach (var item in items)
        {
            if (!holds(item))
            {
                return false;
            }
        }

        return true;
    }
}
