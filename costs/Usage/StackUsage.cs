using System.Text.Json;
using Costs.Plan;

namespace Costs.Usage;

/// <summary>What people know of a stack's workload, valid as a whole.</summary>
public sealed class StackUsage
{
    /// <summary>The selector for what belongs to no resource, such as traffic to the internet.</summary>
    public const string WholeStack = "stack";

    /// <summary>By what they name. Only patterns have to be tried on every resource.</summary>
    private readonly ILookup<string, UsageEntry> byText;

    private readonly ImmutableArray<UsageEntry> patterns;

    internal StackUsage(ImmutableArray<UsageEntry> entries, UsageStatement stack)
    {
        Entries = entries;
        Stack = stack;
        byText = entries.Where(entry => !entry.Selector.IsPattern).ToLookup(entry => entry.Selector.Text, StringComparer.Ordinal);
        patterns = [.. entries.Where(entry => entry.Selector.IsPattern)];
    }

    /// <summary>Nothing is known.</summary>
    public static StackUsage None { get; } = new([], UsageStatement.Nothing);

    internal ImmutableArray<UsageEntry> Entries { get; }

    internal UsageStatement Stack { get; }

    /// <summary>What was measured of resources, by URN; it counts before anything stated.</summary>
    internal ImmutableDictionary<string, UsageStatement> Measured { get; private init; } =
        ImmutableDictionary<string, UsageStatement>.Empty;

    /// <summary>The same, with what was measured in the place of what is stated.</summary>
    internal StackUsage With(ImmutableDictionary<string, UsageStatement> measured) => new(Entries, Stack) { Measured = measured };

    /// <summary>What is known of a resource, the closest first.</summary>
    internal IEnumerable<UsageEntry> For(PlannedResource resource, PlanIndex plan) =>
        Measured.TryGetValue(resource.Urn, out var measured)
            ? Stated(resource, plan).Prepend(
                new(new(resource.Urn), measured, ImmutableDictionary<string, UsageStatement>.Empty))
            : Stated(resource, plan);

    /// <summary>What was stated for a resource, the closest first.</summary>
    internal IEnumerable<UsageEntry> Stated(PlannedResource resource, PlanIndex plan)
    {
        if (Entries.IsEmpty)
        {
            return [];
        }

        var ancestors = plan.AncestorNames(resource);
        return
            from entry in Candidates(resource, ancestors)
            let distance = entry.Selector.Distance(resource, ancestors)
            where distance is not null
            orderby distance, entry.Selector.Text
            select entry;
    }

    private IEnumerable<UsageEntry> Candidates(PlannedResource resource, IReadOnlyList<string> ancestors) => ancestors
        .Append(resource.Name).Append(resource.Urn).Append(resource.Type)
        .Distinct(StringComparer.Ordinal)
        .SelectMany(text => byText[text])
        .Concat(patterns);

    /// <summary>The setting in which a project states how its resources are used.</summary>
    public const string Setting = "usage";

    /// <summary>Reads the text of the setting, which is JSON; null where the stack has none.</summary>
    public static UsageReading Parse(string? text)
    {
        if (text is null)
        {
            return new(None, []);
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(PropertyValue.Of(json.RootElement), Setting);
        }
        catch (JsonException)
        {
            return new(null, [new(Setting, $"is {text}", "a map from resources to amounts by key (docs/costs/usage.md)")]);
        }
    }

    /// <summary>Reads usage as it stands in the stack's settings: amounts by key, by selector.</summary>
    /// <param name="path">Where it stands, for messages.</param>
    public static UsageReading Read(PropertyValue value, string path = Setting) => new UsageReader(path).Read(value);
}

/// <summary>What came of reading usage: the usage, or all that is wrong with it.</summary>
public sealed record UsageReading(StackUsage? Usage, ImmutableArray<UsageFault> Faults);
