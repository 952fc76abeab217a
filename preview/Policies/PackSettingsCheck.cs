using Preview.Engine;
using Pulumirpc;

namespace Preview.Policies;

/// <summary>Compares the settings of policies with the JSON schemas that the pack gives for them: types, choices, bounds, presence.</summary>
internal static class PackSettingsCheck
{
    /// <summary>One line for each fault: policy and problem.</summary>
    public static IEnumerable<string> Faults(AnalyzerInfo info, IReadOnlyDictionary<string, PolicyConfig> configuration)
    {
        foreach (var policy in info.Policies.Where(policy => policy.ConfigSchema is not null))
        {
            var config = configuration[policy.Name];
            if (config.EnforcementLevel == EnforcementLevel.Disabled)
            {
                continue;
            }

            var settings = PropertyBytes.Decode(config.Properties);
            foreach (var name in policy.ConfigSchema.Required.Where(name => settings[name].IsMissing))
            {
                yield return $"{policy.Name}: {name} is required";
            }

            foreach (var (name, schema) in PropertyBytes.Decode(policy.ConfigSchema.Properties))
            {
                if (FaultOf(name, settings[name], schema) is { } fault)
                {
                    yield return $"{policy.Name}: {fault}";
                }
            }
        }
    }

    private static string? FaultOf(string path, PropertyValue value, PropertyValue schema)
    {
        if (value.IsMissing)
        {
            return null;
        }

        if (schema["type"].AsString() is { } type && !Accepts(type, value))
        {
            return $"{path} is {value}, expected is {(type is "integer" or "array" or "object" ? "an" : "a")} {type}";
        }

        if (schema["enum"].Kind == PropertyKind.List && !Contains(schema["enum"], value))
        {
            return $"{path} is {value}, accepted are {schema["enum"]}";
        }

        if (value.Kind == PropertyKind.Number && schema["minimum"].AsNumber() is { } minimum && value.AsNumber() < minimum)
        {
            return $"{path} is {value}, the least is {schema["minimum"]}";
        }

        if (value.Kind == PropertyKind.Number && schema["maximum"].AsNumber() is { } maximum && value.AsNumber() > maximum)
        {
            return $"{path} is {value}, the most is {schema["maximum"]}";
        }

        return FaultInside(path, value, schema);
    }

    private static string? FaultInside(string path, PropertyValue value, PropertyValue schema)
    {
        foreach (var item in value.Items)
        {
            if (FaultOf($"{path}[]", item, schema["items"]) is { } fault)
            {
                return fault;
            }
        }

        foreach (var (name, member) in value.Members)
        {
            var own = schema["properties"][name];
            if (FaultOf($"{path}.{name}", member, own.IsMissing ? schema["additionalProperties"] : own) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static bool Accepts(string type, PropertyValue value) => type switch
    {
        "string" => value.Kind == PropertyKind.String,
        "integer" => value.Kind == PropertyKind.Number && double.IsInteger(value.AsNumber()!.Value),
        "number" => value.Kind == PropertyKind.Number,
        "boolean" => value.Kind == PropertyKind.Bool,
        "array" => value.Kind == PropertyKind.List,
        "object" => value.Kind == PropertyKind.Object,
        "null" => value.Kind == PropertyKind.Null,
        _ => true,
    };

    private static bool Contains(PropertyValue accepted, PropertyValue value)
    {
        foreach (var item in accepted.Items)
        {
            if (item == value)
            {
                return true;
            }
        }

        return false;
    }
}
