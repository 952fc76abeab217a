using System.Globalization;
using System.Text.Json;

namespace Generate.Sdk;

/// <summary>Values as C# literals.</summary>
internal static class Literal
{
    public static string Of(string text) => $"\"{string.Concat(text.Select(Escaped))}\"";

    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Of(value.GetString()!),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string Escaped(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        _ when char.IsControl(letter) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
        _ => letter.ToString(),
    };
}
