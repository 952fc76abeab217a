using Costs.Plan;
using Costs.Strategies;
using Costs.Usage;

namespace Costs.Advice;

/// <summary>Something that costs money and could be otherwise.</summary>
/// <param name="Place">Which one of its resource it is, in the order in which they are mapped.</param>
internal sealed record Surveyed(PlannedResource Resource, int Place, object Thing, ResourceUsage Usage);

/// <summary>Writes down, while a plan is mapped, all that could be otherwise.</summary>
internal sealed class Survey : IAlternative
{
    private readonly Places places = new();

    public List<Surveyed> Things { get; } = [];

    public T Of<T>(T planned, ResourceUsage usage, PlannedResource resource)
    {
        Things.Add(new(resource, places.Next(resource), planned!, usage));
        return planned;
    }
}

/// <summary>Something else in the place of something planned.</summary>
internal sealed record Replacement(Surveyed Of, object By);

/// <summary>Puts replacements into a plan while it is mapped; for one mapping only, since it counts.</summary>
internal sealed class Replacements(IEnumerable<Replacement> all) : IAlternative
{
    private readonly Places places = new();
    private readonly Dictionary<(string Urn, int Place), object> replaced =
        all.ToDictionary(one => (one.Of.Resource.Urn, one.Of.Place), one => one.By);

    public T Of<T>(T planned, ResourceUsage usage, PlannedResource resource) =>
        replaced.TryGetValue((resource.Urn, places.Next(resource)), out var other) ? (T)other : planned;
}

/// <summary>Numbers the things of each resource in the order in which it is asked for them.</summary>
internal sealed class Places
{
    private readonly Dictionary<string, int> next = new(StringComparer.Ordinal);

    public int Next(PlannedResource resource)
    {
        var place = next.GetValueOrDefault(resource.Urn);
        next[resource.Urn] = place + 1;
        return place;
    }
}
