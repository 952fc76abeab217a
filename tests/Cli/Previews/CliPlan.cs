using System.Text.Json.Nodes;

namespace Cli.Tests.Previews;

/// <summary>Reads a plan from what <c>pulumi preview --json --event-log FILE</c> wrote.</summary>
/// <remarks>
/// The document has the resources as the program asked for them. Their outputs, the providers that nobody declared and the findings
/// are only in the event log.
/// </remarks>
internal static class CliPlan
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string ProviderPrefix = "pulumi:providers:";

    /// <summary>
    /// Whether the document has every resource of the event log. The CLI now and then prints the document of a preview that fails
    /// before its last step has reached it; the log, which is written by itself, has that step.
    /// </summary>
    public static bool IsWhole(string document, IEnumerable<string> eventLog)
    {
        var steps = PlanJson.Parse(document)["steps"]!.AsArray().Select(step => (string)step!["urn"]!).ToHashSet();
        return eventLog.Select(one => (string?)PlanJson.Parse(one)["resOutputsEvent"]?["metadata"]?["urn"])
            .OfType<string>()
            .All(urn => steps.Contains(urn) || IsDefaultProvider(urn));
    }

    /// <summary>The plan as far as the document goes; the findings, which the log has, are all there in any case.</summary>
    public static Plan Read(string document, IEnumerable<string> eventLog)
    {
        var events = eventLog.Select(PlanJson.Parse).ToArray();
        var resources = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var step in PlanJson.Parse(document)["steps"]!.AsArray())
        {
            resources.Add((string)step!["urn"]!, Resource((string)step["op"]!, step["newState"]!));
        }

        foreach (var done in events.Select(one => one["resOutputsEvent"]?["metadata"]).OfType<JsonNode>())
        {
            var (urn, state) = ((string)done["urn"]!, done["new"]!);
            if (IsDefaultProvider(urn))
            {
                resources[urn] = Resource((string)done["op"]!, state);
            }

            if (!resources.ContainsKey(urn))
            {
                continue;
            }

            // A component has two of these events; the second one has its outputs.
            resources[urn]["id"] = (string)state["id"]!;
            resources[urn]["outputs"] = WithPlainSecrets(state["outputs"]);
        }

        return new(resources, [.. Findings(events)]);
    }

    /// <summary>The findings in lines of events.</summary>
    public static IEnumerable<JsonObject> Findings(IEnumerable<string> events) => Findings(events.Select(PlanJson.Parse));

    private static IEnumerable<JsonObject> Findings(IEnumerable<JsonNode> events) =>
        events.Select(one => one["policyEvent"]).OfType<JsonNode>().Select(Finding);

    private static bool IsDefaultProvider(string urn) =>
        urn.Split("::") is [_, _, var type, var name] && type.StartsWith(ProviderPrefix, StringComparison.Ordinal)
        && name.StartsWith("default", StringComparison.Ordinal);

    private static JsonObject Resource(string operation, JsonNode state) => new()
    {
        ["operation"] = operation,
        ["type"] = (string)state["type"]!,
        ["custom"] = (bool?)state["custom"] ?? false,
        ["id"] = "",
        ["parent"] = (string?)state["parent"] ?? "",
        ["provider"] = (string?)state["provider"] ?? "",
        ["inputs"] = PlanJson.Members(state["inputs"]),
        ["outputs"] = new JsonObject(),
        ["dependencies"] = PlanJson.Sorted(state["dependencies"]),
        ["propertyDependencies"] = PlanJson.SortedEach(state["propertyDependencies"]),
        ["protect"] = (bool?)state["protect"] ?? false,
        ["retainOnDelete"] = (bool?)state["retainOnDelete"] ?? false,
        ["deletedWith"] = (string?)state["deletedWith"] ?? "",
        ["ignoreChanges"] = PlanJson.Listed(state["ignoreChanges"]),
        ["replaceOnChanges"] = PlanJson.Listed(state["replaceOnChanges"]),
        ["additionalSecretOutputs"] = PlanJson.Listed(state["additionalSecretOutputs"]),
        ["customTimeouts"] = PlanJson.Members(state["customTimeouts"]),
    };

    private static JsonObject Finding(JsonNode finding) => new()
    {
        ["policy"] = (string)finding["policyName"]!,
        ["pack"] = (string)finding["policyPackName"]!,
        ["packVersion"] = (string)finding["policyPackVersion"]!,
        ["level"] = (string)finding["enforcementLevel"]!,
        ["severity"] = (string?)finding["severity"] ?? "unspecified",
        ["urn"] = (string)finding["resourceUrn"]!,
        ["message"] = ((string)finding["message"]!).TrimEnd('\n'),
    };

    /// <summary>The event log writes a secret as an object; the document writes it as the text that stands for it here.</summary>
    private static JsonNode? WithPlainSecrets(JsonNode? node) => node switch
    {
        JsonObject special when special[Signature] is JsonValue signature && (string?)signature == SecretSignature => JsonValue.Create(Plan.Secret),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, WithPlainSecrets(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithPlainSecrets)]),
        _ => node?.DeepClone(),
    };
}
