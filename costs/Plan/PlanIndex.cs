namespace Costs.Plan;

/// <summary>Finds resources of a plan by what they have to do with each other. Each kind of reference is followed once for all.</summary>
internal sealed class PlanIndex
{
    private readonly Dictionary<string, PlannedResource> byUrn;
    private readonly ILookup<string, PlannedResource> byType;
    private readonly Dictionary<Reference, ILookup<string, PlannedResource>> sources = [];
    private readonly Dictionary<Reference, ILookup<string, PlannedResource>> targetsByName = [];
    private readonly Dictionary<string, IReadOnlyList<string>> ancestorsBelow = new(StringComparer.Ordinal);

    public PlanIndex(IReadOnlyList<PlannedResource> resources)
    {
        byUrn = new(resources.Count, StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            byUrn[resource.Urn] = resource;
        }

        byType = resources.ToLookup(resource => resource.Type, StringComparer.Ordinal);
    }

    public PlannedResource? Find(string urn) => byUrn.GetValueOrDefault(urn);

    /// <summary>The names of the components around a resource, from inside out.</summary>
    public IReadOnlyList<string> AncestorNames(PlannedResource resource)
    {
        if (!ancestorsBelow.TryGetValue(resource.Parent, out var names))
        {
            names = [.. Ancestors(resource).Select(ancestor => ancestor.Name)];
            ancestorsBelow[resource.Parent] = names;
        }

        return names;
    }

    /// <summary>The components around a resource, from inside out.</summary>
    public IEnumerable<PlannedResource> Ancestors(PlannedResource resource)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        for (var parent = resource.Parent; visited.Add(parent) && byUrn.TryGetValue(parent, out var found); parent = found.Parent)
        {
            yield return found;
        }
    }

    /// <summary>
    /// The resource that a property names: where its value came from, which is known even while the value is not, or else
    /// the one that is called so.
    /// </summary>
    public PlannedResource? Target(PlannedResource from, Reference reference)
    {
        if (!reference.From.TryGetValue(from.Type, out var property))
        {
            return null;
        }

        foreach (var source in from.PropertyDependencies.GetValueOrDefault(property, []))
        {
            if (byUrn.TryGetValue(source, out var target) && reference.To.ContainsKey(target.Type))
            {
                return target;
            }
        }

        return from.Inputs[property].AsString() is { } text && reference.NameIn(text) is { } name
            ? TargetsByName(reference)[name].FirstOrDefault()
            : null;
    }

    /// <summary>The resources whose property names <paramref name="to"/>, in the order of the plan.</summary>
    public IEnumerable<PlannedResource> Sources(PlannedResource to, Reference reference)
    {
        if (!sources.TryGetValue(reference, out var found))
        {
            found = reference.From.Keys.SelectMany(type => byType[type])
                .Select(from => (From: from, Target: Target(from, reference)?.Urn))
                .Where(pair => pair.Target is not null)
                .ToLookup(pair => pair.Target!, pair => pair.From, StringComparer.Ordinal);
            sources[reference] = found;
        }

        return found[to.Urn];
    }

    private ILookup<string, PlannedResource> TargetsByName(Reference reference)
    {
        if (!targetsByName.TryGetValue(reference, out var found))
        {
            found = (
                from to in reference.To
                from resource in byType[to.Key]
                from name in Names(resource, to.Value)
                select (name, resource)).ToLookup(pair => pair.name, pair => pair.resource, StringComparer.Ordinal);
            targetsByName[reference] = found;
        }

        return found;
    }

    private static IEnumerable<string> Names(PlannedResource resource, string property) =>
        new[] { resource.Inputs[property], resource.Outputs[property], resource.Outputs["id"u8] }
            .Select(value => value.AsString())
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
}
