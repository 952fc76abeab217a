namespace Preview.Providers;

/// <summary>The members of an object in the order of their names, as the engine goes through them.</summary>
internal static class Members
{
    public static IEnumerable<(string Name, PropertyValue Value)> InOrder(PropertyMap map, bool includeInternal = false)
    {
        var members = new List<(string Name, PropertyValue Value)>();
        foreach (var member in map.WithInternal)
        {
            if (includeInternal || !member.NameUtf8.StartsWith("__"u8))
            {
                members.Add((member.Name, member.Value));
            }
        }

        members.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return members;
    }
}
