using System.Globalization;
using System.Text.Json;

namespace Preview.Imports;

/// <summary>A value in a document that this program wrote and somebody may have changed since. What does not fit is named by its path.</summary>
/// <param name="Element">The value; undefined where it is missing.</param>
/// <param name="Path">Where it stands; empty for the document.</param>
internal readonly record struct SavedJson(JsonElement Element, string Path = "")
{
    /// <summary>A member, which need not be there until it is read.</summary>
    /// <exception cref="FormatException">This is no object.</exception>
    public SavedJson this[string name] => new(
        Object.TryGetProperty(name, out var member) ? member : default,
        Path.Length == 0 ? name : $"{Path}.{name}");

    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    /// <exception cref="FormatException">It is no object.</exception>
    public JsonElement Object => Expect(JsonValueKind.Object, "an object");

    /// <exception cref="FormatException">It is no text.</exception>
    public string Text => Expect(JsonValueKind.String, "a text").GetString()!;

    /// <exception cref="FormatException">It is no whole number.</exception>
    public int Integer => Expect(JsonValueKind.Number, "a whole number").TryGetInt32(out var number) ? number : throw Fault("a whole number");

    /// <exception cref="FormatException">It is no number.</exception>
    public decimal Number => Expect(JsonValueKind.Number, "a number").TryGetDecimal(out var number) ? number : throw Fault("a number");

    /// <exception cref="FormatException">It is neither true nor false.</exception>
    public bool Flag => Element.ValueKind == JsonValueKind.True || (Element.ValueKind == JsonValueKind.False ? false : throw Fault("true or false"));

    /// <exception cref="FormatException">It is no list.</exception>
    public IEnumerable<SavedJson> Items
    {
        get
        {
            var path = Path;
            return Expect(JsonValueKind.Array, "a list").EnumerateArray()
                .Select((item, index) => new SavedJson(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")));
        }
    }

    /// <summary>One of a few words.</summary>
    /// <exception cref="FormatException">It is another.</exception>
    public T Word<T>()
        where T : struct, Enum =>
        Enum.TryParse<T>(Text, ignoreCase: true, out var word) && Enum.IsDefined(word)
            ? word
            : throw Fault($"one of {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}");

    private JsonElement Expect(JsonValueKind kind, string accepted) => Element.ValueKind == kind ? Element : throw Fault(accepted);

    private FormatException Fault(string accepted)
    {
        var found = Element.ValueKind switch
        {
            JsonValueKind.Undefined => "is missing",
            JsonValueKind.Object => "is an object",
            JsonValueKind.Array => "is a list",
            _ => $"is {Element.GetRawText()}",
        };
        return new($"{(Path.Length == 0 ? "the document" : Path)} {found}; accepted is {accepted}.");
    }
}
