using System.Text.Json;

namespace Generate.Schema;

/// <summary>One member of a resource, a function or an object type.</summary>
/// <param name="WireName">What the engine and the provider call it.</param>
/// <param name="CSharpName">What the schema renames it to in C#, or null.</param>
/// <param name="Deprecation">Why it should not be used any more, or null.</param>
internal sealed record PropertySpec(
    string WireName,
    string? CSharpName,
    TypeSpec Type,
    bool IsRequired,
    bool IsSecret,
    bool ReplacesOnChange,
    string? Deprecation,
    DefaultSpec? Default);

/// <summary>
/// What an input is when the program sets nothing: the first of the environment variables that is set, else the value.
/// </summary>
internal sealed record DefaultSpec(JsonElement? Value, IReadOnlyList<string> Environment);
