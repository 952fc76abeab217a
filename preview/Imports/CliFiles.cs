using System.Text.Json;
using Preview.CommandLine;

namespace Preview.Imports;

/// <summary>Opens the files that the Pulumi CLI wrote.</summary>
internal static class CliFiles
{
    /// <summary>Properties may be nested deeply.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    /// <exception cref="UserErrorException">There is no such file, or it is no preview of the CLI.</exception>
    public static JsonDocument Document(string path)
    {
        var text = Read(path, "--from");
        try
        {
            var document = JsonDocument.Parse(text, Options);
            if (document.RootElement.Member("steps") is { ValueKind: JsonValueKind.Array })
            {
                return document;
            }

            var isOurs = document.RootElement.Member("schemaVersion") is not null;
            document.Dispose();
            throw new UserErrorException(isOurs
                ? $"{path} is what this preview printed with --json. report reads what pulumi preview --json printed; for reports of an offline "
                    + "preview, give --report to preview itself."
                : $"{path} has no steps, which pulumi preview --json prints. {HowToSave(path)}");
        }
        catch (JsonException fault)
        {
            throw new UserErrorException($"{path} is no JSON document: {fault.Where()}. {HowToSave(path)}");
        }
    }

    /// <summary>The events of a log. A line that was cut off, as when a run is interrupted, is no event.</summary>
    /// <exception cref="UserErrorException">There is no such file, or nothing in it is an event.</exception>
    public static IReadOnlyList<JsonElement> Events(string path)
    {
        var lines = Read(path, "--events").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToArray();
        var events = lines.Select(Event).OfType<JsonElement>().ToArray();
        return events.Length > 0
            ? events
            : throw new UserErrorException(
                $"{path} holds no events. Save them with: PULUMI_DEBUG_COMMANDS=true pulumi preview --json --event-log {path}");
    }

    private static JsonElement? Event(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text, in whichever encoding a shell wrote it that marks its encodings.</summary>
    private static string Read(string path, string option)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{option} {path} cannot be read: {fault.Message}");
        }
    }

    private static string HowToSave(string path) => $"Save it with: pulumi preview --json --show-sames > {path}";
}
