using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Settings;

/// <summary>What a settings record looks like from outside: its keys, which of them must be given, what nests in it.</summary>
internal static class SettingsShape
{
    /// <summary>Why settings may be found by reflection even where the program is compiled natively.</summary>
    public const string KeptWhole = "The program is kept whole (preview/Native.targets).";

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Cache = new();

    /// <summary>The properties a user can set, in the order they are declared.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = KeptWhole)]
    public static IReadOnlyList<PropertyInfo> PropertiesOf(Type record) => Cache.GetOrAdd(record, static type =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)]);

    /// <summary>The key that stands for a property in a stack file.</summary>
    public static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>Settings nest only in records of this project; everything else is a value.</summary>
    public static bool IsRecord(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.Assembly == typeof(SettingsShape).Assembly;

    /// <summary>Whether a type maps names to records, as in <c>trainingFamilies: { ranking: {...} }</c>.</summary>
    public static bool MapOfRecords(Type type) => MapValue(type) is { } value && IsRecord(value);

    /// <summary>What a map from names holds, or null for any other type.</summary>
    public static Type? MapValue(Type type) =>
        GenericArguments(type, typeof(IReadOnlyDictionary<,>)) is [_, var value] ? value : null;

    /// <summary>What a list holds, or null for any other type.</summary>
    public static Type? ListItem(Type type) =>
        type == typeof(string) || MapValue(type) is not null ? null
        : GenericArguments(type, typeof(IReadOnlyList<>)) is [var item] ? item : null;

    /// <summary>The kind of value a type takes, as a user would call it.</summary>
    public static string KindOf(Type type)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        return wanted switch
        {
            _ when wanted == typeof(string) => "text",
            _ when wanted == typeof(int) => "a whole number",
            _ when wanted == typeof(decimal) => "a number",
            _ when wanted == typeof(bool) => "true or false",
            _ when ListItem(wanted) is { } element => $"a list, each entry {KindOf(element)}",
            _ when MapValue(wanted) == typeof(JsonNode) => "a map from resources to amounts by key (docs/costs/usage.md)",
            _ when MapOfRecords(wanted) => "a map from names to settings",
            _ when MapValue(wanted) is not null => "a map from names to texts",
            _ => $"a map with {string.Join(", ", PropertiesOf(wanted).Select(NameOf))}",
        };
    }

    public static string Join(string path, string name) => path.Length == 0 || path[^1] == ':' ? path + name : $"{path}.{name}";

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = KeptWhole)]
    private static Type[]? GenericArguments(Type type, Type definition) => new[] { type }
        .Concat(type.GetInterfaces())
        .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == definition)?
        .GetGenericArguments();
}
