namespace Pulumi.Policy.Configuration;

/// <summary>
/// The part of JSON Schema that settings are written in. What a schema says beyond it <see cref="SchemaRules"/> refuses when the pack
/// starts, so that no author believes in a check that does not happen.
/// </summary>
internal static class SettingSchema
{
    /// <summary>Reports whatever the schema does not accept of the value: the path, what was found and what is accepted.</summary>
    public static void Check(PropertyMap schema, PropertyValue value, string path, ICollection<string> problems)
    {
        if (!HasType(schema, value) || !IsListed(schema, value) || !SettingBounds.Hold(schema, value))
        {
            problems.Add($"{path} is {Quoted(value)}, accepted is {Describe(schema)}");
            return;
        }

        switch (value.Kind)
        {
            case PropertyKind.List:
                CheckItems(schema, value, path, problems);
                break;
            case PropertyKind.Object:
                CheckMembers(schema, value, path, problems);
                break;
        }
    }

    /// <summary>What a schema accepts, as the end of a sentence: "an integer from 1 to 8".</summary>
    public static string Describe(PropertyMap schema)
    {
        if (schema["const"] is { IsMissing: false } constant)
        {
            return constant.ToString();
        }

        var listed = schema["enum"];
        if (listed.HasValue)
        {
            var texts = new List<string>();
            foreach (var item in listed.Items)
            {
                texts.Add(item.ToString());
            }

            return texts.Count == 1 ? texts[0] : $"one of {string.Join(", ", texts)}";
        }

        var types = Types(schema["type"]).Select(type => Describe(schema, type)).ToArray();
        return types.Length == 0 ? "any value" : string.Join(" or ", types);
    }

    /// <summary>The types that a schema names: one, or a list of which a value has any.</summary>
    public static IEnumerable<string> Types(PropertyValue type)
    {
        if (type.Kind != PropertyKind.List)
        {
            return type.IsMissing ? [] : [type.AsString() ?? type.ToString()];
        }

        var types = new List<string>();
        foreach (var item in type.Items)
        {
            types.Add(item.AsString() ?? item.ToString());
        }

        return types;
    }

    private static string Describe(PropertyMap schema, string type) => type switch
    {
        "integer" => "an integer" + SettingBounds.Describe(schema, "minimum", "maximum", "") + SettingBounds.DescribeNumber(schema),
        "number" => "a number" + SettingBounds.Describe(schema, "minimum", "maximum", "") + SettingBounds.DescribeNumber(schema),
        "string" => "a text" + SettingBounds.Describe(schema, "minLength", "maxLength", " characters")
            + (schema["pattern"].AsString() is { } pattern ? $" that matches {pattern}" : ""),
        "boolean" => "true or false",
        "array" => "a list" + SettingBounds.Describe(schema, "minItems", "maxItems", " items")
            + (schema["uniqueItems"].AsBool() == true ? " without repetitions" : "")
            + (schema["items"].HasValue ? $", each item {Describe(schema["items"].Members)}" : ""),
        "object" => "an object" + SettingBounds.Describe(schema, "minProperties", "maxProperties", " members")
            + (schema["additionalProperties"].Kind == PropertyKind.Object
                ? $", each value {Describe(schema["additionalProperties"].Members)}"
                : ""),
        _ => type,
    };

    private static bool HasType(PropertyMap schema, PropertyValue value)
    {
        var types = Types(schema["type"]);
        return types.Any() ? types.Any(type => HasType(type, value)) : !value.IsMissing;
    }

    private static bool HasType(string type, PropertyValue value) => type switch
    {
        "null" => value.Kind == PropertyKind.Null,
        "string" => value.Kind == PropertyKind.String,
        "integer" => value.Kind == PropertyKind.Number && double.IsInteger(value.AsNumber()!.Value),
        "number" => value.Kind == PropertyKind.Number,
        "boolean" => value.Kind == PropertyKind.Bool,
        "array" => value.Kind == PropertyKind.List,
        "object" => value.Kind == PropertyKind.Object,
        _ => false,
    };

    private static bool IsListed(PropertyMap schema, PropertyValue value)
    {
        if (schema["const"] is { IsMissing: false } constant && constant != value)
        {
            return false;
        }

        var listed = schema["enum"];
        if (!listed.HasValue)
        {
            return true;
        }

        foreach (var item in listed.Items)
        {
            if (item == value)
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckItems(PropertyMap schema, PropertyValue list, string path, ICollection<string> problems)
    {
        if (!schema["items"].HasValue)
        {
            return;
        }

        var index = 0;
        foreach (var item in list.Items)
        {
            Check(schema["items"].Members, item, $"{path}[{index++}]", problems);
        }
    }

    private static void CheckMembers(PropertyMap schema, PropertyValue value, string path, ICollection<string> problems)
    {
        foreach (var name in schema["required"].Items)
        {
            if (value[name.AsString()!].IsMissing)
            {
                problems.Add($"{path}.{name.AsString()} is not set and must be");
            }
        }

        var (names, others) = (schema["propertyNames"], schema["additionalProperties"]);
        foreach (var (name, member) in value.Members)
        {
            if (names.HasValue)
            {
                Check(names.Members, PropertyValue.Of(name), $"{path}.{name}: the name", problems);
            }

            var schemas = SchemasOf(schema, name);
            foreach (var known in schemas)
            {
                Check(known, member, $"{path}.{name}", problems);
            }

            if (schemas.Count > 0)
            {
                continue;
            }

            if (others.Kind == PropertyKind.Object)
            {
                Check(others.Members, member, $"{path}.{name}", problems);
            }
            else if (others.AsBool() == false)
            {
                problems.Add($"{path}.{name} is not accepted, only {Names(schema)}");
            }
        }
    }

    /// <summary>What a schema says of a member under its name, and under patterns that the name matches.</summary>
    private static List<PropertyMap> SchemasOf(PropertyMap schema, string name)
    {
        var schemas = new List<PropertyMap>();
        if (schema["properties"][name] is { HasValue: true } known)
        {
            schemas.Add(known.Members);
        }

        foreach (var (pattern, ofMatching) in schema["patternProperties"].Members)
        {
            if (SettingPattern.Matches(PropertyValue.Of(pattern), PropertyValue.Of(name)))
            {
                schemas.Add(ofMatching.Members);
            }
        }

        return schemas;
    }

    private static string Names(PropertyMap schema)
    {
        var names = new List<string>();
        foreach (var (name, _) in schema["properties"].Members)
        {
            names.Add(name);
        }

        foreach (var (pattern, _) in schema["patternProperties"].Members)
        {
            names.Add($"names that match {pattern}");
        }

        return names.Count == 0 ? "an empty object" : string.Join(", ", names);
    }

    private static string Quoted(PropertyValue value)
    {
        const int longest = 80;
        var text = value.ToString();
        return text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest), "...");
    }
}
