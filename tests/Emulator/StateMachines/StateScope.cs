using System.Globalization;
using System.Text.Json.Nodes;
using Interop;

namespace Emulator.Tests.StateMachines;

/// <summary>What the expressions of one state can see.</summary>
/// <param name="Variables">Of the machine, or of the iteration: assignments change them.</param>
/// <param name="Time">What JSONata's clock shows.</param>
internal sealed record StateScope(string Name, JsonObject State, JsonNode? Input, JsonObject Variables, JsonObject Context, DateTimeOffset Time)
{
    /// <summary>Members of <c>$states</c> beside the input and the context: the result, or the error.</summary>
    public JsonObject States { get; } = [];

    /// <summary>A value with every expression in it evaluated.</summary>
    public async Task<JsonNode?> EvaluateAsync(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject map:
                var members = new JsonObject();
                foreach (var (name, member) in map)
                    members[name] = (await EvaluateAsync(member))?.DeepClone();
                return members;
            case JsonArray list:
                var items = new JsonArray();
                foreach (var item in list)
                    items.Add((await EvaluateAsync(item))?.DeepClone());
                return items;
            case JsonValue text when text.TryGetValue<string>(out var expression) && expression.StartsWith("{%", StringComparison.Ordinal):
                return await NodeTools.EvaluateAsync(AtTime(expression), Bindings());
            default:
                return value;
        }
    }

    private string AtTime(string expression) => expression
        .Replace("$millis()", Time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("$now()", $"$fromMillis({Time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)})", StringComparison.Ordinal);

    private JsonObject Bindings()
    {
        var states = (JsonObject)States.DeepClone();
        states["input"] = Input?.DeepClone();
        states["context"] = Context.DeepClone();
        var bindings = (JsonObject)Variables.DeepClone();
        bindings["states"] = states;
        return bindings;
    }
}
