using System.Text.Json.Nodes;

namespace Cli.Tests.Previews;

/// <summary>Reads a plan from what the offline preview writes with <c>--json</c>.</summary>
internal static class OfflinePlan
{
    public static Plan Read(string document)
    {
        var root = PlanJson.Parse(document);
        var resources = root["resources"]!.AsArray().ToDictionary(resource => (string)resource!["urn"]!, resource => Resource(resource!));
        return new(new(resources, StringComparer.Ordinal), [.. root["policies"]!["findings"]!.AsArray().Select(finding => Finding(finding!))]);
    }

    private static JsonObject Resource(JsonNode resource)
    {
        var options = resource["options"]!;
        return new()
        {
            ["operation"] = (string)resource["operation"]!,
            ["type"] = (string)resource["type"]!,
            ["custom"] = (bool)resource["custom"]!,
            ["id"] = (string?)resource["id"] ?? "",
            ["parent"] = (string?)resource["parent"] ?? "",
            ["provider"] = (string?)resource["provider"] ?? "",
            ["inputs"] = PlanJson.Members(resource["inputs"]),
            ["outputs"] = PlanJson.Members(resource["outputs"]),
            ["dependencies"] = PlanJson.Sorted(resource["dependencies"]),
            ["propertyDependencies"] = PlanJson.SortedEach(resource["propertyDependencies"]),
            ["protect"] = (bool)options["protect"]!,
            ["retainOnDelete"] = (bool)options["retainOnDelete"]!,
            ["deletedWith"] = (string?)options["deletedWith"] ?? "",
            ["ignoreChanges"] = PlanJson.Listed(options["ignoreChanges"]),
            ["replaceOnChanges"] = PlanJson.Listed(options["replaceOnChanges"]),
            ["additionalSecretOutputs"] = PlanJson.Listed(options["additionalSecretOutputs"]),
            ["customTimeouts"] = PlanJson.Members(options["customTimeouts"]),
        };
    }

    private static JsonObject Finding(JsonNode finding) => new()
    {
        ["policy"] = (string)finding["policy"]!,
        ["pack"] = (string)finding["pack"]!,
        ["packVersion"] = (string)finding["packVersion"]!,

        // The CLI knows no kind of its own for what cannot be told yet or is exempt: it is advisory there, and says so in the message.
        ["level"] = (string)finding["kind"]! is "cannotTellYet" or "exempt" ? "advisory" : (string)finding["kind"]!,
        ["severity"] = (string)finding["severity"]!,
        ["urn"] = (string)finding["urn"]!,
        ["message"] = (string)finding["message"]!,
    };
}
