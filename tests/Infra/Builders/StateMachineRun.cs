using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Tests.Builders;

/// <summary>
/// Runs a state machine definition with made-up results of its tasks: just as much of the Amazon States Language
/// (JSONPath) as the definitions of this project use, and a clear exception for anything else.
/// </summary>
internal sealed class StateMachineRun(JsonObject definition)
{
    private readonly List<string> visited = [];

    public IReadOnlyList<string> Visited => visited;

    /// <summary>Parameters of every task that was entered.</summary>
    public List<JsonObject> Requests { get; } = [];

    /// <summary>What every task that was entered could refer to.</summary>
    public List<JsonObject> Inputs { get; } = [];

    public string End => visited[^1];

    /// <summary>Answers a task: a job's description, or a <see cref="TaskFailure"/>.</summary>
    public StateMachineRun Start(JsonObject input, Func<string, JsonObject> task)
    {
        var data = (JsonObject)input.DeepClone();
        var next = (string?)definition["StartAt"];
        while (next is not null)
        {
            visited.Add(next);
            Assert.True(visited.Count < 50, "The state machine does not end.");
            var state = definition["States"]![next]?.AsObject() ?? throw new InvalidOperationException($"No state {next}.");
            next = Step(next, state, ref data, task);
        }

        return this;
    }

    private string? Step(string name, JsonObject state, ref JsonObject data, Func<string, JsonObject> task)
    {
        switch ((string?)state["Type"])
        {
            case "Pass":
                data = Pass(state, data);
                return (string?)state["Next"];
            case "Choice":
                var input = data;
                return (string?)(state["Choices"]!.AsArray().FirstOrDefault(rule => Holds(rule!.AsObject(), input))?["Next"]
                    ?? state["Default"]);
            case "Task":
                return Task(name, state, data, task);
            case "Succeed" or "Fail":
                return null;
            default:
                throw new NotSupportedException($"State type {state["Type"]}.");
        }
    }

    private string? Task(string name, JsonObject state, JsonObject data, Func<string, JsonObject> task)
    {
        Requests.Add(state["Parameters"]!.AsObject());
        Inputs.Add((JsonObject)data.DeepClone());
        try
        {
            Put(data, (string)state["ResultPath"]!, task(name));
            return (string?)state["Next"];
        }
        catch (TaskFailure failure)
        {
            var catcher = state["Catch"]?.AsArray().FirstOrDefault(candidate =>
                candidate!["ErrorEquals"]!.AsArray().Any(error => Catches((string)error!, failure.Error)));
            if (catcher is null)
            {
                visited.Add($"({failure.Error})");
                return null;
            }

            Put(data, (string)catcher["ResultPath"]!, new JsonObject { ["Error"] = failure.Error, ["Cause"] = failure.Cause });
            return (string?)catcher["Next"];
        }
    }

    /// <summary>States.TaskFailed stands for every error of a task but a timeout.</summary>
    private static bool Catches(string caught, string error) =>
        caught == error || (caught == "States.TaskFailed" && error != "States.Timeout");

    private static JsonObject Pass(JsonObject state, JsonObject data)
    {
        if (state["Result"] is { } result)
        {
            Put(data, (string)state["ResultPath"]!, result);
            return data;
        }

        return new JsonObject(state["Parameters"]!.AsObject().Select(parameter =>
            KeyValuePair.Create(parameter.Key.TrimEnd('$').TrimEnd('.'), Evaluate((string)parameter.Value!, data))));
    }

    private static JsonNode? Evaluate(string expression, JsonObject data)
    {
        if (Regex.Match(expression, @"^States\.JsonMerge\((\$[\w.]+), (\$[\w.]+), false\)$") is { Success: true } merge)
        {
            var merged = (JsonObject)Get(data, merge.Groups[1].Value)!.DeepClone();
            foreach (var (key, value) in Get(data, merge.Groups[2].Value)!.AsObject())
                merged[key] = value?.DeepClone();
            return merged;
        }

        return Get(data, expression)?.DeepClone();
    }

    private static bool Holds(JsonObject rule, JsonObject data)
    {
        if (rule["And"] is JsonArray all)
            return all.All(inner => Holds(inner!.AsObject(), data));
        if (rule["Or"] is JsonArray any)
            return any.Any(inner => Holds(inner!.AsObject(), data));
        var value = Get(data, (string)rule["Variable"]!);
        if (rule["IsPresent"] is { } present)
            return value is not null == (bool)present;
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

/// <summary>A task that ends with an error.</summary>
internal sealed class TaskFailure(string error, string cause) : Exception
{
    public string Error { get; } = error;

    public string Cause { get; } = cause;
}
