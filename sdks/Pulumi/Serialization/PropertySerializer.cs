using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PropertyValues;

namespace Pulumi.Serialization;

/// <summary>
/// Turns the values of a program into plain ones (null, bool, double, string, lists and dictionaries of these) as they are sent:
/// outputs awaited, unknowns and secrets in their wire form. Remembers which resources the values come from.
/// </summary>
/// <param name="keepResources">Whether the engine understands references to resources; otherwise ids are sent.</param>
internal sealed class PropertySerializer(bool keepResources)
{
    /// <summary>The resources that the values serialized so far come from.</summary>
    public HashSet<Resource> Dependencies { get; } = [];

    public bool ContainsUnknowns { get; private set; }

    /// <param name="path">Where the value stands, for messages.</param>
    public async ValueTask<object?> SerializeAsync(string path, object? value)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            // A value nested very deeply: go on with an empty stack.
            await Task.Yield();
        }

        switch (value)
        {
            case null or bool or double or string:
                return value;
            case int number:
                return (double)number;
            case IInput input:
                return await SerializeOutputAsync(path, input.Content);
            case IOutput output:
                return await SerializeOutputAsync(path, output);
            case IUnion union:
                return await SerializeAsync(path, union.Value);
            case JsonInput json:
                return await SerializeJsonAsync(path, json);
            case InputArgs args:
                return await SerializeMembersAsync(path, args.ReadMembers());
            case JsonElement json:
                return json;
            case AssetOrArchive asset:
                return await SerializeAssetAsync(path, asset);
            case Resource resource:
                return await SerializeResourceAsync(resource);
            case Task:
                throw new InvalidOperationException(
                    $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{path}");
            case IDictionary dictionary:
                return await SerializeMembersAsync(path, MembersOf(path, dictionary));
            case IEnumerable items when IsList(value.GetType()):
                return await SerializeListAsync(path, items);
            default:
                return SerializeByType(path, value) ?? await SerializeOutputTypeAsync(path, value);
        }
    }

    /// <summary>Values by name; those that are null are left out.</summary>
    public async ValueTask<Dictionary<string, object?>> SerializeMembersAsync(
        string path, IEnumerable<KeyValuePair<string, object?>> members)
    {
        var serialized = new Dictionary<string, object?>();
        foreach (var (name, value) in members)
        {
            if (value is not null && await SerializeAsync($"{path}.{name}", value) is { } sent)
            {
                serialized[name] = sent;
            }
        }

        return serialized;
    }

    private async ValueTask<object?> SerializeOutputAsync(string path, IOutput output)
    {
        var data = await output.Data;
        Dependencies.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return Unknown();
        }

        var value = await SerializeAsync(path, data.Value);
        return data.IsSecret ? Special(Sentinels.Secret, "value", value) : value;
    }

    private async ValueTask<object?> SerializeJsonAsync(string path, JsonInput json)
    {
        var inner = new PropertySerializer(keepResources: false);
        var value = await inner.SerializeAsync(path, json.Value);
        Dependencies.UnionWith(inner.Dependencies);
        if (inner.ContainsUnknowns)
        {
            return Unknown();
        }

        var (text, isSecret) = JsonText.Write(value);
        return isSecret ? Special(Sentinels.Secret, "value", text) : text;
    }

    private async ValueTask<object?> SerializeAssetAsync(string path, AssetOrArchive asset) =>
        Special(asset.Signature, asset.Member, await SerializeAsync(path, asset.Content));

    private async ValueTask<object?> SerializeResourceAsync(Resource resource)
    {
        Dependencies.Add(resource);
        var urn = (await resource.Urn.Data).ValueAs<string>();
        if (resource is not CustomResource custom)
        {
            return keepResources ? Special(Sentinels.Resource, "urn", urn) : urn;
        }

        var id = await custom.Id.Data;
        if (!keepResources)
        {
            return id.IsKnown ? id.ValueAs<string>() : Unknown();
        }

        var reference = Special(Sentinels.Resource, "urn", urn);
        reference["id"] = id.IsKnown ? id.ValueAs<string>() : "";
        return reference;
    }

    private async ValueTask<List<object?>> SerializeListAsync(string path, IEnumerable items)
    {
        var serialized = new List<object?>();
        foreach (var item in items)
        {
            serialized.Add(await SerializeAsync($"{path}[{serialized.Count}]", item));
        }

        return serialized;
    }

    /// <summary>A value that a provider returned, sent again: it keeps its nulls.</summary>
    private async ValueTask<object?> SerializeOutputTypeAsync(string path, object value)
    {
        var serialized = new Dictionary<string, object?>();
        foreach (var (name, member) in OutputTypeShape.Of(value.GetType()).Read(value))
        {
            serialized[name] = await SerializeAsync($"{path}.{name}", member);
        }

        return serialized;
    }

    private static object? SerializeByType(string path, object value)
    {
        var type = value.GetType();
        if (type.IsEnum)
        {
            return Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (type.IsDefined(typeof(EnumTypeAttribute), inherit: false))
        {
            return EnumTypeShape.Of(type).ToPlain(value);
        }

        return type.GetCustomAttribute<OutputTypeAttribute>() is null
            ? throw new InvalidOperationException($"{type.FullName} is not a supported argument type.\n\t{path}")
            : null;
    }

    /// <summary>The entries in the order of their keys: an immutable dictionary has another in every process.</summary>
    private static SortedList<string, object?> MembersOf(string path, IDictionary dictionary)
    {
        var members = new SortedList<string, object?>(dictionary.Count, StringComparer.Ordinal);
        foreach (DictionaryEntry entry in dictionary)
        {
            members[entry.Key as string ?? throw new InvalidOperationException(
                $"Dictionaries are only supported with string keys, found {entry.Key.GetType().FullName}:\n\t{path}")] = entry.Value;
        }

        return members;
    }

    /// <summary>Whether a type is a list: not text, and no sequence that would have to be computed.</summary>
    private static bool IsList(Type type) => typeof(IList).IsAssignableFrom(type) || IsGenericList(type);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "An interface of a value that is there is in use.")]
    private static bool IsGenericList(Type type) =>
        type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>));

    private static Dictionary<string, object?> Special(string signature, string member, object? value) => new()
    {
        [Sentinels.SignatureKey] = signature,
        [member] = value,
    };

    private string Unknown()
    {
        ContainsUnknowns = true;
        return Sentinels.Unknown;
    }
}
