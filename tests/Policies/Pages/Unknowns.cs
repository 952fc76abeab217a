namespace Policies.Tests.Pages;

/// <summary>What a resource looks like where one of its properties is not known before deployment.</summary>
internal static class Unknowns
{
    /// <summary>A program, with each property of each of its resources unknown in turn.</summary>
    public static IEnumerable<ExampleStack> InProgram(ExampleStack example) =>
        from index in Enumerable.Range(0, example.Resources.Count)
        from changed in Of(example.Resources[index])
        select example with { Resources = [.. example.Resources.Take(index), changed, .. example.Resources.Skip(index + 1)] };

    /// <summary>The resource, with each of its properties unknown in turn, at any depth.</summary>
    private static IEnumerable<PolicyResource> Of(PolicyResource resource) =>
        InEach(resource.Inputs).Select(inputs => resource with { Inputs = inputs, Outputs = inputs });

    private static IEnumerable<PropertyMap> InEach(PropertyMap map)
    {
        foreach (var name in Names(map))
        {
            foreach (var value in Each(map[name]))
            {
                yield return map.With(name, value);
            }
        }
    }

    private static IEnumerable<PropertyValue> Each(PropertyValue value)
    {
        yield return PropertyValue.Unknown;
        if (value.Kind == PropertyKind.Object)
        {
            foreach (var inner in InEach(value.Members))
            {
                yield return PropertyValue.FromMap(inner);
            }
        }

        for (var index = 0; index < value.Items.Count; index++)
        {
            foreach (var inner in Each(value[index]))
            {
                yield return PropertyValue.Of(Items(value, index, inner));
            }
        }
    }

    private static List<string> Names(PropertyMap map)
    {
        var names = new List<string>();
        foreach (var (name, _) in map)
        {
            names.Add(name);
        }

        return names;
    }

    private static List<PropertyValue> Items(PropertyValue list, int replaced, PropertyValue by)
    {
        var items = new List<PropertyValue>();
        foreach (var item in list.Items)
        {
            items.Add(items.Count == replaced ? by : item);
        }

        return items;
    }
}
