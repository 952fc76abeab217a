using System.Globalization;

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
        if (!HasType(schema, value) || !IsListed(schema, value) || !IsWithinBounds(schema, value))
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

        return schema["type"].AsString() switch
        {
            "integer" => "an integer" + Range(schema, "minimum", "maximum", ""),
            "number" => "a number" + Range(schema, "minimum", "maximum", ""),
            "string" => "a text" + Range(schema, "minLength", "maxLength", " characters"),
            "boolean" => "true or false",
            "array" => "a list" + Range(schema, "minItems", "maxItems", " items")
                + (schema["items"].HasValue ? $", each item {Describe(schema["items"].Members)}" : ""),
            "object" => schema["additionalProperties"].Kind == PropertyKind.Object
                ? $"an object, each value {Describe(schema["additionalProperties"].Members)}"
                : "an object",
            _ => "any value",
        };
    }

    private static bool HasType(PropertyMap schema, PropertyValue value) => schema["type"].AsString() switch
    {
        null => value.Kind != PropertyKind.Missing,
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

    private static bool IsWithinBounds(PropertyMap schema, PropertyValue value) => value.Kind switch
    {
        PropertyKind.Number => IsBetween(value.AsNumber()!.Value, schema, "minimum", "maximum"),
        PropertyKind.String => IsBetween(value.AsString()!.Length, schema, "minLength", "maxLength"),
        PropertyKind.List => IsBetween(value.Items.Count, schema, "minItems", "maxItems"),
        _ => true,
    };

    private static bool IsBetween(double number, PropertyMap schema, string minimum, string maximum) =>
        !(number < schema[minimum].AsNumber() || number > schema[maximum].AsNumber());

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

        var others = schema["additionalProperties"];
        foreach (var (name, member) in value.Members)
        {
            var known = schema["properties"][name];
            if (known.HasValue)
            {
                Check(known.Members, member, $"{path}.{name}", problems);
            }
            else if (others.Kind == PropertyKind.Object)
            {
                Check(others.Members, member, $"{path}.{name}", problems);
            }
            else if (others.AsBool() == false)
            {
                problems.Add($"{path}.{name} is not accepted, only {Names(schema["properties"].Members)}");
            }
        }
    }

    private static string Names(PropertyMap map)
    {
        var names = new List<string>();
        foreach (var (name, _) in map)
        {
            names.Add(name);
        }

        return names.Count == 0 ? "an empty object" : string.Join(", ", names);
    }

    private static string Range(PropertyMap schema, string minimum, string maximum, string unit)
    {
        // int.MaxValue stands for no maximum in PolicySetting.Integer.
        var (from, to) = (schema[minimum].AsNumber(), schema[maximum].AsNumber());
        return (from, to == int.MaxValue ? null : to) switch
        {
            ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $" from {low} to {high}{unit}"),
            ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $" of at least {low}{unit}"),
            (null, { } high) => string.Create(CultureInfo.InvariantCulture, $" of at most {high}{unit}"),
            _ => "",
        };
    }

    private static string Quoted(PropertyValue value)
    {
        const int longest = 80;
        var text = value.ToString();
        return text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest), "...");
    }
}
