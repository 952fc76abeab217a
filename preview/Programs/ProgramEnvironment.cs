using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Preview.Engine;

namespace Preview.Programs;

/// <summary>The environment in which a language host runs a program.</summary>
internal static class ProgramEnvironment
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All of it.</summary>
    /// <param name="settings">The stack.</param>
    /// <param name="rootDirectory">Folder of Pulumi.yaml.</param>
    /// <param name="programDirectory">Folder that the program runs in.</param>
    /// <param name="engineAddress">Address of the engine; null for a program in the engine's own process.</param>
    public static ImmutableDictionary<string, string> Of(
        EngineSettings settings, string rootDirectory, string programDirectory, string? engineAddress)
    {
        var environment = ConfigOf(settings).ToBuilder();
        environment["PULUMI_PROJECT"] = settings.Project;
        environment["PULUMI_STACK"] = settings.Stack;
        environment["PULUMI_ORGANIZATION"] = EngineSettings.Organization;
        environment["PULUMI_ROOT_DIRECTORY"] = rootDirectory;
        environment["PULUMI_PWD"] = programDirectory;
        environment["PULUMI_DRY_RUN"] = "true";
        environment["PULUMI_QUERY_MODE"] = "false";
        environment["PULUMI_SOURCE_POSITIONS"] = "true";
        environment["PULUMI_PARALLEL"] = EngineSettings.Parallel.ToString(CultureInfo.InvariantCulture);
        if (engineAddress is not null)
        {
            environment["PULUMI_MONITOR"] = engineAddress;
            environment["PULUMI_ENGINE"] = engineAddress;
        }

        return environment.ToImmutable();
    }

    /// <summary>The variables that carry the settings.</summary>
    public static ImmutableDictionary<string, string> ConfigOf(EngineSettings settings) => new Dictionary<string, string>
    {
        ["PULUMI_CONFIG"] = Written(writer =>
        {
            writer.WriteStartObject();
            foreach (var (key, value) in settings.Config.Values)
            {
                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
        }),
        ["PULUMI_CONFIG_SECRET_KEYS"] = Written(writer =>
        {
            writer.WriteStartArray();
            foreach (var key in settings.Config.SecretKeys)
            {
                writer.WriteStringValue(key);
            }

            writer.WriteEndArray();
        }),
    }.ToImmutableDictionary();

    /// <summary>By hand, since making a serializer ready takes longer than all there is to write.</summary>
    private static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Json))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
