namespace Pulumi;

/// <summary>Finds the URNs that a dependency on resources means to the engine.</summary>
internal static class Dependencies
{
    /// <summary>
    /// A resource that a provider manages means itself, a component the resources made in it, at any depth through further
    /// components. What is inside of the component itself does not wait for its siblings, which may be waiting for it.
    /// </summary>
    public static async Task<SortedSet<string>> UrnsAsync(IEnumerable<Resource> resources, Resource dependant)
    {
        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var resource in Expand(resources, dependant))
        {
            if ((await resource.Urn.Data).ValueAs<string>() is { Length: > 0 } urn)
            {
                urns.Add(urn);
            }
        }

        return urns;
    }

    /// <summary>The resources themselves, components replaced by what is in them.</summary>
    public static HashSet<Resource> Expand(IEnumerable<Resource> resources, Resource? dependant = null)
    {
        var found = new HashSet<Resource>();
        foreach (var resource in resources)
        {
            Expand(resource, dependant, found);
        }

        return found;
    }

    private static void Expand(Resource resource, Resource? dependant, HashSet<Resource> found)
    {
        if (resource.IsCustom)
        {
            found.Add(resource);
        }
        else if (!IsInside(dependant, resource))
        {
            foreach (var child in resource.Children)
            {
                Expand(child, dependant, found);
            }
        }
    }

    private static bool IsInside(Resource? resource, Resource ancestor)
    {
        for (var current = resource; current is not null; current = current.Parent)
        {
            if (ReferenceEquals(current, ancestor))
            {
                return true;
            }
        }

        return false;
    }
}
