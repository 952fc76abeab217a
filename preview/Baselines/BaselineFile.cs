using System.Collections.Immutable;
using System.Text.Json;
using Costs.Comparison;
using Costs.Estimates;
using Costs.Money;
using Preview.CommandLine;
using Preview.Engine;
using Preview.Programs;
using Preview.Projects;
using Preview.Reports;

namespace Preview.Baselines;

/// <summary>Reads what a saved preview cost: the document that --json printed, docs/preview-json.md.</summary>
internal static class BaselineFile
{
    /// <exception cref="UserErrorException">There is no such file, or it is no preview of this stack.</exception>
    public static Baseline Read(string path, Arguments arguments)
    {
        var project = ProjectFile.Read(ProjectFile.Find(arguments.WorkingDirectory ?? Environment.CurrentDirectory));
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(
                $"The baseline {path} cannot be read: {fault.Message} Save one with: {Installation.Command} {arguments.Stack} --json > {path}");
        }

        return Read(bytes, Path.GetFileName(path), project.Name, arguments.Stack);
    }

    /// <param name="utf8">The document.</param>
    /// <param name="name">How messages call it.</param>
    /// <param name="project">The project that is previewed.</param>
    /// <param name="stack">The stack that is previewed.</param>
    /// <exception cref="UserErrorException">It is no preview of this stack.</exception>
    public static Baseline Read(ReadOnlyMemory<byte> utf8, string name, string project, string stack)
    {
        try
        {
            // Where a shell has written the file, it may begin with a mark of the encoding.
            var text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var version = root.GetProperty("schemaVersion").GetInt32();
            var (ofProject, ofStack) = (root.GetProperty("project").GetString(), root.GetProperty("stack").GetString());
            if (version != JsonReport.SchemaVersion)
            {
                throw new UserErrorException(
                    $"The baseline {name} has the schemaVersion {version}, expected {JsonReport.SchemaVersion}; save it anew with --json.");
            }

            if ((ofProject, ofStack) != (project, stack))
            {
                throw new UserErrorException(
                    $"The baseline {name} is a preview of {ofProject}/{ofStack}, expected {project}/{stack}; give the one of this stack.");
            }

            var cost = root.GetProperty("cost");
            return cost.ValueKind == JsonValueKind.Null
                ? Baseline.None(name, $"The preview that {name} holds had failed, so it has no costs.")
                : Baseline.Of(name, new([.. cost.GetProperty("resources").EnumerateArray().Select(Resource)])) with
                {
                    Inputs = Inputs(root.GetProperty("resources")),
                };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new UserErrorException(
                $"The baseline {name} is not what --json prints: {fault.Message} Save it anew with --json (docs/preview-json.md).");
        }
    }

    private static ImmutableDictionary<string, string> Inputs(JsonElement resources) => (
        from resource in resources.EnumerateArray()
        where resource.GetProperty("custom").GetBoolean()
        where TypeToken.ProviderPackageOf(resource.GetProperty("type").GetString()!) is null
        select resource).ToImmutableDictionary(
            resource => resource.GetProperty("urn").GetString()!, resource => ResourceInputs.Text(resource.GetProperty("inputs")));

    private static ResourceCost Resource(JsonElement resource) => new(
        resource.GetProperty("urn").GetString()!,
        resource.GetProperty("name").GetString()!,
        Enum.Parse<LineStatus>(resource.GetProperty("status").GetString()!, ignoreCase: true),
        resource.GetProperty("components").EnumerateArray()
            .GroupBy(component => Enum.Parse<CostCategory>(component.GetProperty("category").GetString()!, ignoreCase: true))
            .ToImmutableSortedDictionary(category => category.Key, category => Cost.Sum(category.Select(Monthly))));

    private static Cost Monthly(JsonElement component)
    {
        var cost = component.GetProperty("perMonth");
        return new(Usd(cost, "floor"), Usd(cost, "expected"), Usd(cost, "ceiling"));
    }

    private static decimal Usd(JsonElement cost, string name) => cost.GetProperty(name).GetDecimal();
}
