using Google.Protobuf;
using Preview.Engine;
using Pulumirpc;

namespace Preview.Policies;

/// <summary>
/// The configuration of a pack as the engine works it out: what the policies say of themselves, over it the pack's own
/// configuration, over that the user's file. In each layer the level for all policies comes first, and settings are merged by name.
/// </summary>
internal static class PackConfiguration
{
    /// <summary>Level and settings of each policy, of "all", and of names that the pack does not know.</summary>
    public static SortedDictionary<string, PolicyConfig> Resolve(AnalyzerInfo info, PackConfigFile file)
    {
        var configuration = new SortedDictionary<string, PolicyConfig>(StringComparer.Ordinal);
        foreach (var policy in info.Policies)
        {
            configuration[policy.Name] = new() { EnforcementLevel = policy.EnforcementLevel, Properties = DefaultsOf(policy) };
        }

        // An entry of the pack's own configuration always carries a level on the wire, advisory where it names none.
        Merge(configuration, info, info.InitialConfig.ToDictionary(
            entry => entry.Key,
            entry => new PolicySetting(entry.Value.EnforcementLevel, PropertyBytes.Decode(entry.Value.Properties))));
        Merge(configuration, info, file.Policies);
        return configuration;
    }

    private static void Merge(
        SortedDictionary<string, PolicyConfig> configuration, AnalyzerInfo info, IReadOnlyDictionary<string, PolicySetting> layer)
    {
        if (layer.TryGetValue(PackConfigFile.AllPolicies, out var all) && all.Level is { } level)
        {
            foreach (var policy in info.Policies)
            {
                configuration[policy.Name].EnforcementLevel = level;
            }
        }

        foreach (var (name, setting) in layer)
        {
            var entry = configuration.GetValueOrDefault(name) ?? new() { Properties = ByteString.Empty };
            entry.EnforcementLevel = setting.Level ?? entry.EnforcementLevel;
            var properties = PropertyBytes.Decode(entry.Properties);
            foreach (var (key, value) in setting.Settings)
            {
                properties = properties.With(key, value);
            }

            entry.Properties = PropertyBytes.Encode(properties);
            configuration[name] = entry;
        }
    }

    private static ByteString DefaultsOf(PolicyInfo policy)
    {
        if (policy.ConfigSchema is null)
        {
            return ByteString.Empty;
        }

        var schema = PropertyBytes.Decode(policy.ConfigSchema.Properties);
        return PropertyBytes.Encode(PropertyMap.Build(writer =>
        {
            foreach (var (name, setting) in schema)
            {
                if (setting["default"] is { IsMissing: false } byDefault)
                {
                    writer.WriteName(name);
                    writer.WriteValue(byDefault);
                }
            }
        }));
    }
}
