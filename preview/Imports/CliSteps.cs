using System.Text.Json;
using Preview.Engine;
using Preview.Verdicts;

namespace Preview.Imports;

/// <summary>Gathers what a preview of the Pulumi CLI does to each resource, and how each was before.</summary>
internal sealed class CliSteps
{
    private readonly Dictionary<string, RegisteredResource> after = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RegisteredResource> before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> providers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePlace> places = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, SourcePlace> Places => places;

    /// <summary>Resources that stay as they are, of those that were read.</summary>
    public int Unchanged => after.Values.Count(resource => resource.Operation == Operation.Same);

    /// <summary>A step of the document that --json prints. It has the dependencies, which events lack.</summary>
    public void AddStep(JsonElement step) => Add(step.Text("op"), step.Text("urn"), step.Member("oldState"), step.Member("newState"));

    /// <summary>What an event tells of a resource. It has the outputs, and the resources that stay, which the document lacks.</summary>
    public void AddEvent(JsonElement metadata)
    {
        var urn = metadata.Text("urn");
        Add(metadata.Text("op"), urn, metadata.Member("old"), metadata.Member("new"));
        if (after.TryGetValue(urn, out var known) && metadata.Member("new") is { ValueKind: JsonValueKind.Object } state)
        {
            after[urn] = known with { Outputs = CliState.Properties(state.Member("outputs")) };
        }
    }

    /// <summary>What there will be.</summary>
    public IReadOnlyList<RegisteredResource> After => Linked(after);

    /// <summary>What there was.</summary>
    public IReadOnlyList<RegisteredResource> Before => Linked(before);

    private void Add(string operation, string urn, JsonElement? old, JsonElement? @new)
    {
        if (urn.Length == 0 || OperationOf(operation) is not { } known)
        {
            return;
        }

        if (old is { ValueKind: JsonValueKind.Object } oldState && before.TryAdd(urn, Resource(oldState, urn, Operation.Same)))
        {
            NoteProvider(urn, oldState);
        }

        if (known != Operation.Delete && @new is { ValueKind: JsonValueKind.Object } newState && after.TryAdd(urn, Resource(newState, urn, known)))
        {
            NoteProvider(urn, newState);
            if (PlaceOf(newState.Text("sourcePosition")) is { } place)
            {
                places[urn] = place;
            }
        }
    }

    private static RegisteredResource Resource(JsonElement state, string urn, Operation operation)
    {
        var resource = CliState.Read(state, operation);
        return resource.Urn.Length > 0 ? resource : resource with { Urn = urn, Type = Urn.TypeOf(urn), Name = Urn.NameOf(urn) };
    }

    private void NoteProvider(string urn, JsonElement state)
    {
        if (state.Text("provider") is { Length: > 0 } reference)
        {
            providers[urn] = ProviderReference.UrnOf(reference);
        }
    }

    private IReadOnlyList<RegisteredResource> Linked(Dictionary<string, RegisteredResource> resources) => ResourceOrder.Sort(
    [
        .. resources.Values.Select(resource => providers.TryGetValue(resource.Urn, out var provider) && resources.TryGetValue(provider, out var found)
            ? resource with { Provider = found }
            : resource),
    ]);

    /// <summary>The parts of a replacement are one; null for what the engine does to itself only.</summary>
    private static Operation? OperationOf(string operation) => operation switch
    {
        "create" or "import" => Operation.Create,
        "update" => Operation.Update,
        "replace" or "create-replacement" or "import-replacement" or "delete-replaced" => Operation.Replace,
        "delete" => Operation.Delete,
        "read" or "read-replacement" => Operation.Read,
        "discard" or "discard-replaced" or "remove-pending-replace" or "read-discard" => null,
        _ => Operation.Same,
    };

    /// <summary>A place inside of the project, for example project:///infra/Program.cs#12,5.</summary>
    private static SourcePlace? PlaceOf(string position)
    {
        const string Project = "project:///";
        var hash = position.LastIndexOf('#');
        if (!position.StartsWith(Project, StringComparison.Ordinal) || hash < 0)
        {
            return null;
        }

        var file = Uri.UnescapeDataString(position[Project.Length..hash]);
        var line = position[(hash + 1)..].Split(',')[0];
        return !file.Split('/').Contains("..") && int.TryParse(line, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0
            ? new(file, number)
            : null;
    }
}
