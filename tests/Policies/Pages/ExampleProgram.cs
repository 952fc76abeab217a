using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Policies.Tests.Pages;

/// <summary>
/// The resources of a Pulumi YAML program, as a preview shows them to policies: a reference such as <c>${data.id}</c> is not known yet,
/// and the engine knows where it came from. <c>config</c> beside them is the stack's settings.
/// </summary>
internal static partial class ExampleProgram
{
    private const string Settings = "config";
    private const string Project = "example";

    public static ExampleStack Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var program = (YamlMappingNode)stream.Documents[0].RootNode;
        var settings = program.Children.TryGetValue(Settings, out var given) ? (YamlMappingNode)given : [];
        return new(
            [
                .. program.Children.Where(entry => Text(entry.Key) != Settings)
                    .Select(entry => Resource(Text(entry.Key), (YamlMappingNode)entry.Value, program)),
            ],
            new StackInfo
            {
                Project = Project,
                Config = settings.Children.ToImmutableDictionary(
                    setting => Qualified(Text(setting.Key)),
                    setting => setting.Value is YamlScalarNode text ? Text(text) : Json(setting.Value)!.ToJsonString()),
            });
    }

    private static string Qualified(string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{Project}:{key}";

    private static PolicyResource Resource(string name, YamlMappingNode declared, YamlMappingNode all)
    {
        var properties = declared.Children.TryGetValue("properties", out var given) ? (YamlMappingNode)given : [];
        var inputs = PropertyMap.Of(properties.Children.Select(property => KeyValuePair.Create(Text(property.Key), (object?)Value(property.Value))));
        var sources = properties.Children.ToImmutableDictionary(
            property => Text(property.Key),
            property => ReferencesIn(property.Value).Select(reference => UrnOf(reference, all)).Distinct().ToImmutableArray());
        return PolicyTest.Resource(TypeOf(declared), inputs, name) with
        {
            Outputs = inputs,
            PropertyDependencies = sources,
            Dependencies = [.. sources.Values.SelectMany(urns => urns).Distinct()],
        };
    }

    private static string UrnOf(string name, YamlMappingNode all) =>
        PolicyTest.Resource(TypeOf((YamlMappingNode)all[name]), default, name).Urn;

    /// <summary>The short form aws:s3:Bucket is aws:s3/bucket:Bucket; aws-native has one form only.</summary>
    private static string TypeOf(YamlMappingNode declared) => Text(declared["type"]).Split(':') switch
    {
        ["aws", var module, var type] => $"aws:{module}/{char.ToLowerInvariant(type[0])}{type[1..]}:{type}",
        var parts => string.Join(':', parts),
    };

    private static PropertyValue Value(YamlNode node) => node switch
    {
        YamlMappingNode { Children.Count: 1 } function when function.Children.Keys.Single() is YamlScalarNode { Value: "fn::toJSON" } =>
            PropertyValue.Of(Json(function.Children.Values.Single())!.ToJsonString()),
        YamlMappingNode map => PropertyValue.FromMap(
            PropertyMap.Of(map.Children.Select(entry => KeyValuePair.Create(Text(entry.Key), (object?)Value(entry.Value))))),
        YamlSequenceNode list => PropertyValue.Of(list.Children.Select(Value).ToArray()),
        YamlScalarNode { Value: { } text } when Reference().IsMatch(text) => PropertyValue.Unknown,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => PropertyValue.Of(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } number when double.TryParse(number.Value, out var parsed) => PropertyValue.Of(parsed),
        _ => PropertyValue.Of(Text(node)),
    };

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(entry => KeyValuePair.Create(Text(entry.Key), Json(entry.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } number when double.TryParse(number.Value, out var parsed) => JsonValue.Create(parsed),
        _ => JsonValue.Create(Text(node)),
    };

    private static IEnumerable<string> ReferencesIn(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.Values.SelectMany(ReferencesIn),
        YamlSequenceNode list => list.Children.SelectMany(ReferencesIn),
        _ => Reference().Matches(Text(node)).Select(match => match.Groups["resource"].Value),
    };

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    [GeneratedRegex(@"\$\{(?<resource>[^.}]+)[^}]*\}")]
    private static partial Regex Reference();
}
