using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Settings;

/// <summary>
/// Turns what a stack file says into records, and remembers everything it could not use: a name nobody declared, a
/// value of another kind, something missing. Whether the values are any good is for <see cref="Rules"/>.
/// </summary>
internal sealed class SettingsBinder
{
    private readonly List<SettingFault> faults = [];

    public IReadOnlyList<SettingFault> Faults => faults;

    /// <summary>A record with every property that could be read; the others keep their defaults.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = SettingsShape.KeptWhole)]
    public object Record(Type type, JsonObject json, string path)
    {
        var record = Activator.CreateInstance(type)!;
        var properties = SettingsShape.PropertiesOf(type);
        foreach (var property in properties)
        {
            var name = SettingsShape.NameOf(property);
            if (json[name] is { } given)
                Set(record, property, given, SettingsShape.Join(path, name));
            else if (SettingsShape.IsRequired(property))
                faults.Add(new(SettingsShape.Join(path, name), "is missing", SettingsShape.KindOf(property.PropertyType)));
        }

        RefuseUnknown([.. json.Select(member => member.Key)], [.. properties.Select(SettingsShape.NameOf)], path);
        return record;
    }

    /// <summary>Names that mean nothing are faults: a misspelt limit would otherwise silently not apply.</summary>
    public void RefuseUnknown(IReadOnlyList<string> given, IReadOnlyList<string> known, string path)
    {
        foreach (var name in given.Except(known, StringComparer.Ordinal))
        {
            var meant = Suggestion.For(name, known) is { } suggestion ? $"; did you mean {suggestion}?" : "";
            faults.Add(new(
                SettingsShape.Join(path, name),
                $"is not a setting{meant}",
                string.Join(", ", known.Order(StringComparer.Ordinal))));
        }
    }

    private void Set(object record, PropertyInfo property, JsonNode given, string path)
    {
        if (Value(property.PropertyType, given, path) is { } value)
            property.SetValue(record, value);
    }

    private object? Value(Type type, JsonNode given, string path)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (wanted == typeof(JsonNode))
            return given;
        if (SettingsShape.IsRecord(wanted) && given is JsonObject nested)
            return Record(wanted, nested, path);
        if (SettingsShape.MapValue(wanted) is { } item && given is JsonObject members)
            return Map(item, members, path);
        if (SettingsShape.ListItem(wanted) is { } element && given is JsonArray elements)
            return List(element, elements, path);
        if (given is JsonValue value && Scalar(wanted, value) is { } scalar)
            return scalar;

        faults.Add(new(path, $"is {Shorten(given.ToJsonString())}", SettingsShape.KindOf(wanted)));
        return null;
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Maps hold texts and records, and of classes there is code for all.")]
    private IDictionary Map(Type item, JsonObject members, string path)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(SortedDictionary<,>).MakeGenericType(typeof(string), item))!;
        foreach (var (name, given) in members)
        {
            // "ranking:" with nothing after it means an entry that is all defaults.
            if (Value(item, given ?? new JsonObject(), SettingsShape.Join(path, name)) is { } value)
                map.Add(name, value);
        }

        return map;
    }

    private IList List(Type element, JsonArray elements, string path)
    {
        var list = Empty(element);
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i] is { } given && Value(element, given, $"{path}[{i}]") is { } value)
                list.Add(value);
        }

        return list;
    }

    /// <summary>Numbers are named: where the program is compiled natively, there is generic code of value types only for those that are.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "All others are lists of texts and records, and of classes there is code for all.")]
    private static IList Empty(Type element) => element == typeof(int)
        ? new List<int>()
        : (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;

    /// <summary>A single value in the type that is wanted, or null if it is of another kind.</summary>
    private static object? Scalar(Type wanted, JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String when wanted == typeof(string) => value.GetValue<string>(),
        // "epochs: 3" is a hyperparameter as good as "epochs: '3'".
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when wanted == typeof(string) =>
            value.ToJsonString(),
        JsonValueKind.Number when wanted == typeof(int) && value.TryGetValue<int>(out var whole) => whole,
        JsonValueKind.Number when wanted == typeof(decimal) && value.TryGetValue<decimal>(out var number) => number,
        JsonValueKind.True or JsonValueKind.False when wanted == typeof(bool) => value.GetValue<bool>(),
        _ => null,
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : $"{text[..57]}...";
}
