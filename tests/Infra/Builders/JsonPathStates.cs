using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Tests.Builders;

/// <summary>States whose query language is JSONPath, which is the default.</summary>
internal sealed class JsonPathStates(Action<TaskFailure> fail) : IStateLanguage
{
    public Task<(string? Next, JsonNode Data)> RunAsync(JsonObject state, JsonNode data, TaskAnswer task) =>
        Task.FromResult(Run(state, data.AsObject(), task));

    private (string? Next, JsonNode Data) Run(JsonObject state, JsonObject data, TaskAnswer task)
    {
        switch ((string?)state["Type"])
        {
            case "Choice":
                var rule = state["Choices"]!.AsArray().FirstOrDefault(rule => Holds(rule!.AsObject(), data));
                return ((string?)(rule?["Next"] ?? state["Default"]), data);
            case "Task":
                return Do(state, data, task);
            case "Succeed":
                return (null, data);
            case "Fail":
                fail(new(Text(state, "Error", data), Text(state, "Cause", data)));
                return (null, data);
            default:
                throw new NotSupportedException($"State type {state["Type"]}.");
        }
    }

    private static (string? Next, JsonNode Data) Do(JsonObject state, JsonObject data, TaskAnswer task)
    {
        var (result, failure, catcher) = task(state, state["Parameters"]!.AsObject(), data);
        if (failure is null)
        {
            Put(data, (string)state["ResultPath"]!, result!);
            return ((string?)state["Next"], data);
        }

        if (catcher is not null)
            Put(data, (string)catcher["ResultPath"]!, new JsonObject { ["Error"] = failure.Error, ["Cause"] = failure.Cause });
        return ((string?)catcher?["Next"], data);
    }

    private static string Text(JsonObject state, string name, JsonObject data) =>
        (string?)(state[name] ?? Get(data, (string)state[$"{name}Path"]!)) ?? "";

    private static bool Holds(JsonObject rule, JsonObject data)
    {
        if (rule["And"] is JsonArray all)
            return all.All(inner => Holds(inner!.AsObject(), data));
        if (rule["Or"] is JsonArray any)
            return any.Any(inner => Holds(inner!.AsObject(), data));
        var value = Get(data, (string)rule["Variable"]!);
        if (rule["StringEquals"] is { } text)
            return (string?)value == (string?)text;
        if (rule["StringMatches"] is { } pattern)
        {
            var expression = string.Join(".*", ((string)pattern!).Split('*').Select(Regex.Escape));
            return Regex.IsMatch((string)value!, $"^{expression}$", RegexOptions.Singleline);
        }

        throw new NotSupportedException($"Choice rule {rule.ToJsonString()}.");
    }

    private static JsonNode? Get(JsonObject data, string path) => path.Split('.').Skip(1)
        .Aggregate((JsonNode?)data, (node, name) => node?[name]);

    private static void Put(JsonObject data, string path, JsonNode value) => data[path[2..]] = value.DeepClone();
}
