using Costs.Mappers;
using Costs.Plan;

namespace Costs.Usage;

/// <summary>Finds usage that was stated in vain: a name that is in no plan, a key that means nothing to what it was stated for.</summary>
internal static class UnusedUsage
{
    public static IEnumerable<string> Of(StackUsage usage, IReadOnlyList<PlannedResource> plan, PlanIndex index)
    {
        var matches = (
            from resource in plan
            from entry in usage.For(resource, index)
            select (entry, resource)).ToLookup(match => match.entry.Selector, match => match.resource);
        foreach (var entry in usage.Entries)
        {
            ImmutableArray<PlannedResource> matched = [.. matches[entry.Selector]];
            if (matched.IsEmpty)
            {
                yield return $"usage.{entry.Selector.Text} matches no resource of the plan.";
                continue;
            }

            ImmutableArray<ResourceMapper> mappers =
                [.. matched.Select(resource => MapperIndex.Find(resource.Type)).OfType<ResourceMapper>().Distinct()];
            foreach (var key in Unknown(entry.Own, mappers.SelectMany(mapper => mapper.Usage)))
            {
                yield return $"usage.{entry.Selector.Text}.{key} means nothing to {Names(matched)}.";
            }

            if (!entry.Prefixes.IsEmpty && mappers.All(mapper => mapper.PrefixUsage.IsEmpty))
            {
                yield return $"usage.{entry.Selector.Text}.prefixes means nothing to {Names(matched)}: only buckets have prefixes.";
            }
        }
    }

    private static IEnumerable<string> Unknown(UsageStatement stated, IEnumerable<UsageSetting> settings) =>
        stated.Keys.Except(settings.Select(setting => setting.Key.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Names(ImmutableArray<PlannedResource> resources)
    {
        const int Shown = 3;
        var names = string.Join(", ", resources.Take(Shown).Select(resource => resource.Name));
        return resources.Length > Shown ? $"{names} and {resources.Length - Shown} more" : names;
    }
}
