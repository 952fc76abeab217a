using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Builders;

/// <summary>Reads a stack file the way the engine does: by key, the text of what is plain, JSON for maps and lists.</summary>
internal static class StackYaml
{
    public const string Project = "sagemaker-infra";

    public static string RepositoryFolder { get; } = FindRepository();

    /// <summary>The file of a real stack, with what <c>Pulumi.yaml</c> adds to it.</summary>
    public static IReadOnlyDictionary<string, string> OfStack(string stack)
    {
        var config = ProjectDefaults().ToDictionary();
        foreach (var (key, text) in Parse(File.ReadAllText(RepositoryFile($"Pulumi.{stack}.yaml"))))
            config[key] = text;
        return config;
    }

    public static IReadOnlyDictionary<string, string> Parse(string yaml)
    {
        var config = (YamlMappingNode)Root(yaml)["config"];
        return config.Children.ToDictionary(entry => Text(entry.Key), entry => ConfigText(entry.Value));
    }

    /// <summary>The defaults that <c>Pulumi.yaml</c> declares, by full key.</summary>
    public static IReadOnlyDictionary<string, string> ProjectDefaults() => Declarations()
        .Where(declaration => declaration.Value.Children.ContainsKey("default"))
        .ToDictionary(declaration => $"{Project}:{declaration.Key}", declaration => ConfigText(declaration.Value["default"]));

    /// <summary>What <c>Pulumi.yaml</c> declares for each key.</summary>
    public static IReadOnlyDictionary<string, YamlMappingNode> Declarations()
    {
        var config = (YamlMappingNode)Root(File.ReadAllText(RepositoryFile("Pulumi.yaml")))["config"];
        return config.Children.ToDictionary(entry => Text(entry.Key), entry => (YamlMappingNode)entry.Value);
    }

    /// <summary>The stack files of this repository: its own, and the small ones of each component.</summary>
    public static IReadOnlyList<string> StackFiles { get; } =
    [
        .. Directory.GetFiles(RepositoryFolder, "Pulumi.*.yaml").Order(StringComparer.Ordinal),
        .. Directory.GetFiles(Path.Combine(RepositoryFolder, "tests", "Preview", "Golden"), "Pulumi.*.yaml")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A whole file as JSON, as a schema sees it.</summary>
    public static JsonObject Document(string yaml) => (JsonObject)Json(Root(yaml))!;

    /// <summary>What the engine makes of a file that is JSON.</summary>
    public static IReadOnlyDictionary<string, string> Configuration(JsonObject document) => document["config"]!.AsObject()
        .ToDictionary(entry => entry.Key, entry => entry.Value switch
        {
            null => "",
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            var value => value.ToJsonString(),
        });

    private static YamlMappingNode Root(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static string ConfigText(YamlNode node) =>
        node is YamlScalarNode ? Text(node) : Json(node)!.ToJsonString();

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(
            entry => KeyValuePair.Create(Text(entry.Key), Json(entry.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "null" or "~" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonNode.Parse(flag.Value),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when decimal.TryParse(scalar.Value, out var number) =>
            JsonValue.Create(number),
        _ => JsonValue.Create(Text(node)),
    };

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private static string RepositoryFile(string name) => Path.Combine(RepositoryFolder, name);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new FileNotFoundException("Pulumi.yaml is in no folder above the tests.");
    }
}
