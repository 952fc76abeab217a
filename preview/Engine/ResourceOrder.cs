namespace Preview.Engine;

/// <summary>
/// Brings resources into an order of their own: children after their parent, siblings by type and name. A program registers many
/// at a time, so the order of registration differs from run to run.
/// </summary>
internal static class ResourceOrder
{
    public static IReadOnlyList<RegisteredResource> Sort(IReadOnlyList<RegisteredResource> resources)
    {
        var known = resources.Select(resource => resource.Urn).ToHashSet();
        var children = resources
            .OrderBy(resource => resource.Type != Urn.StackType)
            .ThenBy(resource => resource.Type, StringComparer.Ordinal)
            .ThenBy(resource => resource.Name, StringComparer.Ordinal)
            .ToLookup(resource => known.Contains(resource.Parent) ? resource.Parent : "");
        var sorted = new List<RegisteredResource>(resources.Count);
        var open = new Stack<RegisteredResource>(children[""].Reverse());
        while (open.TryPop(out var resource))
        {
            sorted.Add(resource);
            foreach (var child in children[resource.Urn].Reverse())
            {
                open.Push(child);
            }
        }

        return sorted;
    }
}
