using System.Text.Json.Nodes;
using Interop;

namespace Infra.Tests.Builders;

/// <summary>States whose query language is JSONata. As in Step Functions, an expression that yields nothing is an error.</summary>
internal sealed class JsonataStates(string executionName, Action<TaskFailure> fail) : IStateLanguage
{
    public const string StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:run";

    public async Task<(string? Next, JsonNode Data)> RunAsync(JsonObject state, JsonNode data, TaskAnswer task)
    {
        var states = new JsonObject
        {
            ["input"] = data.DeepClone(),
            ["context"] = new JsonObject
            {
                ["Execution"] = new JsonObject { ["Name"] = executionName },
                ["StateMachine"] = new JsonObject { ["Id"] = StateMachineArn },
            },
        };
        switch ((string?)state["Type"])
        {
            case "Pass" or "Wait":
                return ((string?)state["Next"], await OutputAsync(state, states, data));
            case "Choice":
                return (await ChooseAsync(state, states), data);
            case "Task":
                return await DoAsync(state, states, data, task);
            case "Succeed":
                return (null, data);
            case "Fail":
                fail(new(await TextAsync(state["Error"], states), await TextAsync(state["Cause"], states)));
                return (null, data);
            default:
                throw new NotSupportedException($"State type {state["Type"]}.");
        }
    }

    private static async Task<string?> ChooseAsync(JsonObject state, JsonObject states)
    {
        foreach (var rule in state["Choices"]!.AsArray())
        {
            if ((bool)(await ValueAsync(rule!["Condition"]!, states))!)
                return (string?)rule["Next"];
        }

        return (string?)state["Default"];
    }

    private static async Task<(string? Next, JsonNode Data)> DoAsync(
        JsonObject state, JsonObject states, JsonNode data, TaskAnswer task)
    {
        var arguments = (await ValueAsync(state["Arguments"]!, states))!.AsObject();
        var (result, failure, catcher) = task(state, arguments, data);
        if (failure is null)
        {
            states["result"] = result!.DeepClone();
            return ((string?)state["Next"], await OutputAsync(state, states, result));
        }

        states["errorOutput"] = new JsonObject { ["Error"] = failure.Error, ["Cause"] = failure.Cause };
        return catcher is null ? (null, data)
            : ((string?)catcher["Next"], await OutputAsync(catcher, states, states["errorOutput"]!));
    }

    private static async Task<JsonNode> OutputAsync(JsonObject state, JsonObject states, JsonNode otherwise) =>
        state["Output"] is { } output ? (await ValueAsync(output, states))! : otherwise.DeepClone();

    private static async Task<string> TextAsync(JsonNode? text, JsonObject states) =>
        (string)(await ValueAsync(text!, states))!;

    private static async Task<JsonNode?> ValueAsync(JsonNode template, JsonObject states)
    {
        switch (template)
        {
            case JsonObject map:
                var values = new JsonObject();
                foreach (var (name, part) in map)
                    values[name] = await ValueAsync(part!, states);
                return values;
            case JsonArray list:
                var items = new JsonArray();
                foreach (var part in list)
                    items.Add(await ValueAsync(part!, states));
                return items;
            case JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith("{%", StringComparison.Ordinal):
                return await EvaluateAsync(text, states);
            default:
                return template.DeepClone();
        }
    }

    private static async Task<JsonNode?> EvaluateAsync(string text, JsonObject states)
    {
        Assert.EndsWith("%}", text, StringComparison.Ordinal);
        var found = await NodeTools.EvaluateAsync(
            $"($found := ({text[2..^2]}); {{ \"exists\": $exists($found), \"value\": $found }})", new() { ["states"] = states.DeepClone() });
        Assert.True((bool)found!["exists"]!, $"{text} yields nothing, with {states}.");
        return found["value"]?.DeepClone();
    }
}
