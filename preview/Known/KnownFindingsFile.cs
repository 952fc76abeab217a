using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Preview.CommandLine;
using Preview.Imports;
using Preview.Programs;
using Preview.Reports;
using Preview.Verdicts;

namespace Preview.Known;

/// <summary>The file of known findings, docs/known-findings.md: sorted, one finding after the other, so that a review shows what was accepted.</summary>
internal static class KnownFindingsFile
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the arguments accept; null where they accept nothing. Of which stack it is, is known only later.</summary>
    /// <exception cref="UserErrorException">The file cannot be read.</exception>
    public static KnownFindings? Find(Arguments arguments) =>
        arguments.KnownFindings is { } file ? Read(file, arguments.Stack)
        : arguments.WriteKnownFindings is null ? null
        : KnownFindings.Everything;

    /// <param name="file">The file.</param>
    /// <param name="stack">The stack that is previewed.</param>
    /// <exception cref="UserErrorException">There is no such file, or it is none of known findings.</exception>
    public static KnownFindings Read(string file, string stack)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = new SavedJson(document.RootElement);
            var version = root["schemaVersion"].Integer;
            return version != SchemaVersion
                ? throw new UserErrorException(
                    $"The known findings {file} have the schemaVersion {version}, expected {SchemaVersion}; write them anew with --write-known-findings.")
                : new(file, root["project"].Text, root["stack"].Text, Counts(root["findings"]));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(
                $"The known findings {file} cannot be read: {fault.Message} Write them with: {Installation.Command} {stack} --write-known-findings {file}");
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            var found = fault is JsonException json ? $"they are no JSON: {json.Where()}." : fault.Message;
            throw new UserErrorException(
                $"The known findings {file} are not what --write-known-findings writes: {found} See docs/known-findings.md.");
        }
    }

    /// <summary>Where the violations that are accepted are written; null where they are not.</summary>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static PendingFile? OpenForWriting(Arguments arguments) =>
        arguments.WriteKnownFindings is { } file ? PendingFile.Open(file, $"--write-known-findings {file}") : null;

    /// <summary>Writes down the violations that are accepted and still there.</summary>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static void Write(PendingFile file, Verdict verdict, Action<string> onNote)
    {
        if (verdict.Outcome == Outcome.Failed)
        {
            onNote($"The known findings {file.Name} are not written: the preview failed, so that not all there is was found.");
            return;
        }

        var findings = verdict.Run.Known!.Kept;
        file.Write(Text(verdict.Project, verdict.Stack, findings).Span, "The known findings");
        onNote($"The known findings {file.Name} are written: {findings.Values.Sum()} accepted.");
    }

    private static ReadOnlyMemory<byte> Text(string project, string stack, ImmutableSortedDictionary<KnownFinding, int> findings)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteString("project", project);
            json.WriteString("stack", stack);
            json.WriteStartArray("findings");
            foreach (var (finding, count) in findings)
            {
                WriteFinding(json, finding, count);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    public static void WriteFinding(Utf8JsonWriter json, KnownFinding finding, int count)
    {
        json.WriteStartObject();
        json.WriteString("pack", finding.Pack);
        json.WriteString("policy", finding.Policy);
        json.WriteString("urn", finding.Urn);
        json.WriteString("found", finding.Found);
        json.WriteNumber("count", count);
        json.WriteEndObject();
    }

    /// <summary>A file that was merged by hand may list a finding twice.</summary>
    private static ImmutableSortedDictionary<KnownFinding, int> Counts(SavedJson findings)
    {
        var counts = ImmutableSortedDictionary.CreateBuilder<KnownFinding, int>();
        foreach (var finding in findings.Items)
        {
            var known = new KnownFinding(finding["pack"].Text, finding["policy"].Text, finding["urn"].Text, finding["found"].Text);
            counts[known] = counts.GetValueOrDefault(known) + finding["count"].Integer;
        }

        return counts.ToImmutable();
    }
}
