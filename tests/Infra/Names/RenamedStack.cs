using System.Text.Json.Nodes;
using Infra.Settings;
using Infra.Tests.Builders;

namespace Infra.Tests.Names;

/// <summary>A stack file of this repository with other names for whatever it names.</summary>
internal static class RenamedStack
{
    /// <param name="names">Takes the place of the keys of every map, by position; there must be enough.</param>
    /// <param name="twin">What the first entry of each map is followed by in the name of a copy of it, or empty.</param>
    public static StackSettings Of(string file, IReadOnlyList<string> names, string twin)
    {
        var (alone, faults) = Read(file, names, "");
        Assert.Empty(faults);
        // Some settings are refused twice, whatever they are called.
        return twin.Length > 0 && Read(file, names, twin) is { Settings: { } withTwin } ? withTwin : alone!;
    }

    private static StackFile Read(string file, IReadOnlyList<string> names, string twin)
    {
        var document = StackYaml.Document(File.ReadAllText(file));
        var config = document["config"]!.AsObject();
        var renamed = new Dictionary<string, string>();
        foreach (var property in SettingsShape.PropertiesOf(typeof(StackSettings)))
        {
            var key = $"{StackYaml.Project}:{SettingsShape.NameOf(property)}";
            if (!SettingsShape.MapOfRecords(property.PropertyType) || config[key] is not JsonObject map)
                continue;
            config[key] = Rename(map, names, renamed);
            if (twin.Length > 0 && map.Count > 0 && ResourceName.IsValid(names[0] + twin))
                config[key]![names[0] + twin] = config[key]![names[0]]?.DeepClone();
        }

        // Figures for estimates, by names that are gone.
        config.Remove($"{StackYaml.Project}:usage");
        return StackFile.Read(StackYaml.Project, StackYaml.Configuration((JsonObject)Referring(document, renamed)!));
    }

    private static JsonObject Rename(JsonObject map, IReadOnlyList<string> names, Dictionary<string, string> renamed)
    {
        var result = new JsonObject();
        foreach (var (index, (name, value)) in map.Index())
        {
            renamed[name] = names[index];
            result[names[index]] = value?.DeepClone();
        }

        return result;
    }

    /// <summary>A copy in which texts that are names follow those names.</summary>
    private static JsonNode? Referring(JsonNode? node, Dictionary<string, string> renamed) => node switch
    {
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, Referring(member.Value, renamed)))),
        JsonArray list => new JsonArray([.. list.Select(item => Referring(item, renamed))]),
        JsonValue value when value.TryGetValue<string>(out var text) && renamed.TryGetValue(text, out var name) =>
            JsonValue.Create(name),
        _ => node?.DeepClone(),
    };
}
