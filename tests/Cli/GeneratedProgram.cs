using System.Text.Json.Nodes;
using Interop;

namespace Cli.Tests;

/// <summary>Generated resources as a program in YAML, in its JSON notation.</summary>
internal static class GeneratedProgram
{
    private const string Unknown = "${seed.arn}";

    public static string Of(IEnumerable<GeneratedResource> resources)
    {
        var declared = new JsonObject { ["seed"] = new JsonObject { ["type"] = "aws:sns/topic:Topic" } };
        foreach (var resource in resources)
        {
            declared[resource.Name] = new JsonObject
            {
                ["type"] = resource.Type,
                ["properties"] = new JsonObject(resource.Inputs.Select(input => KeyValuePair.Create(
                    input.Key,
                    resource.References.TryGetValue(input.Key, out var other) ? JsonValue.Create($"${{{other.Name}.id}}") : Value(input.Value)))),
                ["options"] = new JsonObject { ["protect"] = resource.Protect },
            };
        }

        return new JsonObject { ["name"] = "interop", ["runtime"] = "yaml", ["resources"] = declared }.ToJsonString();
    }

    /// <summary>A value as an expression; what is not a text but unknown comes from a function, whose result may be anything.</summary>
    private static JsonNode? Value(JsonNode? node) => node switch
    {
        _ when GeneratedResources.IsUnknown(node, out var isText) => isText ? Unknown : new JsonObject { ["fn::fromJSON"] = Unknown },
        _ when GeneratedResources.IsSecret(node, out var content) => new JsonObject { ["fn::secret"] = Value(content) },
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Value(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Value)]),
        _ => node?.DeepClone(),
    };
}
