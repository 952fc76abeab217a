namespace Pulumi.Policy.Configuration;

/// <summary>What must hold of the settings that a policy declares.</summary>
internal static class SchemaRules
{
    private static readonly ImmutableArray<string> Types = ["string", "integer", "number", "boolean", "array", "object", "null"];

    private static readonly ImmutableArray<string> Keywords =
    [
        "type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
        "pattern", "items", "minItems", "maxItems", "uniqueItems", "properties", "required", "additionalProperties", "minProperties",
        "maxProperties", "title", "description", "default", "examples",
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
            else if (keyword == "type" && !SettingSchema.Types(value).All(Types.Contains))
            {
                problems.Add($"{path} has the type {value}, accepted are {string.Join(", ", Types)}");
            }
            else if (keyword == "pattern" && SettingPattern.Fault(value) is { } fault)
            {
                problems.Add($"{path} has the pattern {value}, which cannot be used: {fault}");
            }
        }

        if (schema["items"] is { Kind: PropertyKind.Object } items)
        {
            CheckSchema(items.Members, $"{path}[]", problems);
        }

        if (schema["additionalProperties"] is { Kind: PropertyKind.Object } others)
        {
            CheckSchema(others.Members, $"{path}.*", problems);
        }

        foreach (var (name, member) in schema["properties"].Members)
        {
            CheckSchema(member.Members, $"{path}.{name}", problems);
        }
    }
}
