namespace Preview.Tests.Builders;

internal static class PropertyMapNames
{
    /// <summary>All names, those of bookkeeping included.</summary>
    public static IReadOnlyList<string> Names(this PropertyMap.InternalView view)
    {
        var names = new List<string>();
        foreach (var member in view)
        {
            names.Add(member.Name);
        }

        return names;
    }
}
