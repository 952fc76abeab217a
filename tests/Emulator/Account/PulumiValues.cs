using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Emulator.Tests.Account;

/// <summary>Property values as mocks get and give them, and as JSON.</summary>
internal static class PulumiValues
{
    public static JsonObject ToJson(ImmutableDictionary<string, object> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, ToJson(value.Value))));

    public static ImmutableDictionary<string, object> FromJson(JsonObject values) => values
        .Where(value => value.Value is not null)
        .ToImmutableDictionary(value => value.Key, value => FromJson(value.Value!));

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        double number => JsonValue.Create(number),
        int number => JsonValue.Create(number),
        ImmutableDictionary<string, object> map => ToJson(map),
        ImmutableArray<object> list => new JsonArray([.. list.Select(ToJson)]),
        _ => throw new NotSupportedException($"An input of type {value.GetType()}."),
    };

    private static object FromJson(JsonNode value) => value switch
    {
        JsonObject map => FromJson(map),
        JsonArray list => list.Where(item => item is not null).Select(item => FromJson(item!)).ToImmutableArray(),
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.True => true,
            System.Text.Json.JsonValueKind.False => false,
            System.Text.Json.JsonValueKind.Number => value.GetValue<double>(),
            _ => value.GetValue<string>(),
        },
    };
}
