using System.Collections.Immutable;
using System.Text.Json;
using Costs.Comparison;
using Costs.Estimates;
using Costs.Money;
using Preview.CommandLine;
using Preview.Engine;
using Preview.Imports;
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
            var root = new SavedJson(document.RootElement);
            var version = root["schemaVersion"].Integer;
            var (ofProject, ofStack) = (root["project"].Text, root["stack"].Text);
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

            var cost = root["cost"];
            return cost.IsNull
                ? Baseline.None(name, $"The preview that {name} holds had failed, so it has no costs.")
                : Baseline.Of(name, new([.. cost["resources"].Items.Select(Resource)])) with
                {
                    Inputs = Inputs(root["resources"]),
                };
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            var found = fault is JsonException json ? $"it is no JSON: {json.Where()}." : fault.Message;
            throw new UserErrorException($"The baseline {name} is not what --json prints: {found} Save it anew with --json (docs/preview-json.md).");
        }
    }

    private static ImmutableDictionary<string, string> Inputs(SavedJson resources)
    {
        var inputs = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var resource in resources.Items)
        {
            if (resource["custom"].Flag && TypeToken.ProviderPackageOf(resource["type"].Text) is null)
            {
                inputs[resource["urn"].Text] = ResourceInputs.Text(resource["inputs"]);
            }
        }

        return inputs.ToImmutable();
    }

    private static ResourceCost Resource(SavedJson resource) => new(
        resource["urn"].Text,
        resource["name"].Text,
        resource["status"].Word<LineStatus>(),
        resource["components"].Items
            .GroupBy(component => component["category"].Word<CostCategory>())
            .ToImmutableSortedDictionary(category => category.Key, category => Cost.Sum(category.Select(Monthly))));

    private static Cost Monthly(SavedJson component)
    {
        var cost = component["perMonth"];
        return new(cost["floor"].Number, cost["expected"].Number, cost["ceiling"].Number);
    }
}
