using System.Reflection;
using System.Text.Json.Nodes;

namespace Cli.Tests.Previews;

/// <summary>A preview of the CLI as the files that it wrote, and what the offline preview reports of them.</summary>
/// <param name="Document">What --json printed.</param>
/// <param name="Events">What --event-log wrote.</param>
internal sealed record SavedPreview(string Document, string Events)
{
    private static readonly string Preview = typeof(SavedPreview).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "PreviewProgram").Value!;

    public static async Task<SavedPreview> OfAsync(Workspace workspace, string folder, string stack)
    {
        var events = Path.Combine(workspace.Scratch, $"{Guid.NewGuid():N}.jsonl");
        var run = await workspace.PulumiInAsync(folder, "preview", "--json", "--stack", stack, "--event-log", events);
        return new(Write(workspace.Scratch, run.Ended(0).Output), events);
    }

    /// <summary>The same of a preview that was run already.</summary>
    public static SavedPreview Of(string scratch, StackPreview preview)
    {
        var events = Path.Combine(scratch, $"{Guid.NewGuid():N}.jsonl");
        File.WriteAllLines(events, preview.EventLog);
        return new(Write(scratch, preview.Run.Output), events);
    }

    /// <summary>The JSON document that <c>report</c> makes of it.</summary>
    public async Task<JsonNode> ReportAsync(int exitCode)
    {
        var run = await ProcessRun.RunAsync(
            Path.GetDirectoryName(Document)!, new Dictionary<string, string>(), TimeSpan.FromMinutes(2),
            "dotnet", Preview, "report", "--from", Document, "--events", Events, "--json", "--report", $"markdown={Document}.md");
        run.Ended(exitCode);
        Assert.StartsWith("<!-- offline-preview ", File.ReadAllText($"{Document}.md"), StringComparison.Ordinal);
        return JsonNode.Parse(run.Output)!;
    }

    private static string Write(string folder, string document)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.json");
        File.WriteAllText(path, document);
        return path;
    }
}
