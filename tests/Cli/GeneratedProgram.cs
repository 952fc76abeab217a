using System.Text.Json.Nodes;
using Interop;

namespace Cli.Tests;

/// <summary>Generated resources as a program in YAML, in its JSON notation.</summary>
internal static class GeneratedProgram
{
    /// <summary>Resources of which others take what is not known before deployment: YAML checks types, so each kind has one.</summary>
    private static readonly (string Name, string Type, JsonObject Properties)[] Sources =
    [
        ("queue", "aws:sqs/queue:Queue", []),
        ("group", "aws:ec2/securityGroup:SecurityGroup", []),
        ("endpoint", "aws:ec2/vpcEndpoint:VpcEndpoint", new() { ["vpcId"] = "vpc-1" }),
    ];

    public static string Of(IEnumerable<GeneratedResource> resources)
    {
        var declared = new JsonObject(Sources.Select(source => KeyValuePair.Create(source.Name, (JsonNode?)new JsonObject
        {
            ["type"] = source.Type,
            ["properties"] = source.Properties.DeepClone(),
        })));
        foreach (var resource in resources)
        {
            declared[resource.Name] = new JsonObject
            {
                ["type"] = resource.Type,
                ["properties"] = Members(resource.Inputs.Select(input =>
                    resource.References.TryGetValue(input.Key, out var other)
                        ? KeyValuePair.Create(input.Key, (JsonNode?)JsonValue.Create($"${{{other.Name}.id}}"))
                        : input)),
                ["options"] = new JsonObject { ["protect"] = resource.Protect },
            };
        }

        return new JsonObject { ["name"] = "interop", ["runtime"] = "yaml", ["resources"] = declared }.ToJsonString();
    }

    private static JsonObject Members(IEnumerable<KeyValuePair<string, JsonNode?>> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Key, Value(member.Key, member.Value))));

    private static JsonNode? Value(string name, JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => Text(name, text),
        _ when GeneratedResources.IsSecret(node, out var content) => new JsonObject { ["fn::secret"] = Value(name, content) },
        JsonObject members => Members(members),
        JsonArray items => new JsonArray([.. items.Select(item => Value(name, item))]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Text(string name, string text) => text switch
    {
        GeneratedResources.UnknownText => "${queue.arn}",
        GeneratedResources.UnknownFlag => "${queue.sqsManagedSseEnabled}",
        GeneratedResources.UnknownNumber => "${queue.kmsDataKeyReusePeriodSeconds}",
        GeneratedResources.UnknownObject => "${queue.tagsAll}",
        GeneratedResources.UnknownList when name == "ingress" => "${group.ingress}",
        GeneratedResources.UnknownList when name == "cidrBlocks" => "${endpoint.cidrBlocks}",

        // No resource has variants for an output: of a list, its element is not known.
        GeneratedResources.UnknownList => new JsonArray(new JsonObject { ["initialInstanceCount"] = "${queue.kmsDataKeyReusePeriodSeconds}" }),
        _ => text,
    };
}
