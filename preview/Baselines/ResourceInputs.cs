using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Preview.Engine;
using Preview.Imports;
using Preview.Reports;

namespace Preview.Baselines;

/// <summary>The inputs of resources as text, by which two previews are compared. Secrets are not in it, so that one may be saved.</summary>
internal static class ResourceInputs
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Those of all resources that a provider manages, by URN.</summary>
    public static ImmutableDictionary<string, string> Of(IEnumerable<RegisteredResource> resources) =>
        resources.Where(IsManaged).ToImmutableDictionary(resource => resource.Urn, Text);

    /// <summary>Whether the resource is one for a provider: neither a component, nor the stack, nor a provider itself.</summary>
    public static bool IsManaged(RegisteredResource resource) => resource is { IsCustom: true, ProviderPackage: null };

    public static string Text(RegisteredResource resource) => Text(json => JsonProperties.Write(json, resource.Inputs));

    /// <summary>The same of inputs that were saved.</summary>
    /// <exception cref="FormatException">They are none.</exception>
    public static string Text(SavedJson inputs) => Text(inputs.Object.WriteTo);

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
