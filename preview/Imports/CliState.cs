using System.Collections.Immutable;
using System.Text.Json;
using Preview.Engine;
using Preview.Reports;

namespace Preview.Imports;

/// <summary>Reads a resource as the Pulumi CLI writes it, in a preview or in an event.</summary>
/// <remarks>Whatever is missing or of another kind than expected counts as not there: a later CLI may write it otherwise.</remarks>
internal static class CliState
{
    public static RegisteredResource Read(JsonElement state, Operation operation) => new()
    {
        Urn = state.Text("urn"),
        Type = state.Text("type") is { Length: > 0 } type ? type : Urn.TypeOf(state.Text("urn")),
        Name = Urn.NameOf(state.Text("urn")),
        Parent = state.Text("parent"),
        IsCustom = state.Member("custom") is { ValueKind: JsonValueKind.True },
        Operation = operation,
        Id = state.Text("id"),
        Inputs = Properties(state.Member("inputs")),
        Outputs = Properties(state.Member("outputs")),
        Dependencies = Texts(state.Member("dependencies")),
        PropertyDependencies = state.Members("propertyDependencies")
            .ToImmutableSortedDictionary(member => member.Name, member => Texts(member.Value), StringComparer.Ordinal),
        Options = new()
        {
            Protect = state.Member("protect") is { ValueKind: JsonValueKind.True },
            RetainOnDelete = state.Member("retainOnDelete") is { ValueKind: JsonValueKind.True },
            DeletedWith = state.Text("deletedWith"),
            IgnoreChanges = Texts(state.Member("ignoreChanges")),
            ReplaceOnChanges = Texts(state.Member("replaceOnChanges")),
            AdditionalSecretOutputs = Texts(state.Member("additionalSecretOutputs")),
        },
    };

    /// <summary>Properties whose secrets are known as such: the CLI has put a text in their place.</summary>
    public static PropertyMap Properties(JsonElement? properties) => properties is not { ValueKind: JsonValueKind.Object } members
        ? PropertyMap.Empty
        : PropertyMap.Build(writer =>
        {
            foreach (var member in members.EnumerateObject())
            {
                writer.WriteName(member.Name);
                Write(writer, member.Value);
            }
        });

    private static void Write(PropertyWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.Text(Sentinels.SignatureKey) == Sentinels.Secret:
            case JsonValueKind.String when value.ValueEquals(JsonProperties.SecretText):
                writer.WriteStartSecret();
                writer.WriteString(JsonProperties.SecretText);
                writer.WriteEndSecret();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WriteName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartList();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndList();
                break;
            default:
                writer.WritePlain(value);
                break;
        }
    }

    private static ImmutableArray<string> Texts(JsonElement? texts) => texts is { ValueKind: JsonValueKind.Array } items
        ? [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : [];
}
