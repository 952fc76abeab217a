using System.Runtime.CompilerServices;
using Costs;
using Costs.Estimates;
using Costs.Plan;
using Costs.Usage;

namespace Policies.Money;

/// <summary>What a stack costs: its resources as the engine shows them, and the usage that its settings state.</summary>
/// <param name="Estimate">Null where the usage or the price list cannot be read.</param>
/// <param name="Fault">What is wrong with it, as a sentence; null where nothing is.</param>
internal sealed record StackEstimate(Estimate? Estimate, string? Fault)
{
    private const int MostNamed = 3;

    // Policies that ask for the price of the same stack get the same object: it is priced once for all of them.
    private static readonly ConditionalWeakTable<IReadOnlyList<PolicyResource>, StackEstimate> AlreadyPriced = [];

    public static StackEstimate Of(StackContext context) => AlreadyPriced.GetValue(context.Resources, _ => Price(context));

    /// <summary>What keeps a policy from telling: resources whose costs only a deployment tells, and what is not priced at all.</summary>
    public static IEnumerable<ResourceVerdict> Open(StackContext context, Estimate estimate)
    {
        var byUrn = context.Resources.ToLookup(resource => resource.Urn, StringComparer.Ordinal);
        return
            (from line in estimate.Lines
             from resource in byUrn[line.Urn].Take(1)
             let properties = line.Gaps.SelectMany(gap => gap.Properties).Where(property => property != StackRegion.Property).Distinct().ToArray()
             where properties.Length > 0
             select new ResourceVerdict(resource, Verdict.All(properties.Select(Verdict.Unknown))))
            .Concat(Unpriced(estimate));
    }

    /// <summary>One warning for all of them: nobody is to take the figures for the whole.</summary>
    private static ResourceVerdict[] Unpriced(Estimate estimate)
    {
        var unpriced = estimate.Lines.Where(line => line.Gaps.Any(gap =>
            gap.Kind != GapKind.NotKnownYet || gap.Properties.Contains(StackRegion.Property))).ToArray();
        string[] names = [.. unpriced.Select(line => line.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var fix = unpriced.Any(line => line.Gaps.Any(gap => gap.Properties.Contains(StackRegion.Property)))
            ? "Set aws:region in the stack file, by which prices are found, and state their usage"
            : "State their usage";
        return names.Length == 0
            ? []
            : [new(null, Verdict.Warning(
                $"What the stack is expected to cost leaves out what is not priced: {string.Join(", ", names.Take(MostNamed))}"
                + $"{(names.Length > MostNamed ? $" and {names.Length - MostNamed} more" : "")}. {fix} (docs/costs/usage.md)."))];
    }

    private static StackEstimate Price(StackContext context)
    {
        var stack = context.Stack;
        var (usage, faults) = StackUsage.Parse(stack.Config.GetValueOrDefault($"{stack.Project}:{StackUsage.Setting}"));
        return (usage, StackPrices.Of(stack)) switch
        {
            (null, _) => new(null, $"{stack.Project}:{faults[0]}"),
            (_, { Book: null, Fault: var fault }) => new(null, fault),
            (_, { Book: var prices }) => new(Estimator.Estimate([.. context.Resources.Select(Planned)], usage, prices, StackRegion.Of(stack)), null),
        };
    }

    private static PlannedResource Planned(PolicyResource resource) => new()
    {
        Urn = resource.Urn,
        Type = resource.Type,
        Name = resource.Name,
        Inputs = resource.Inputs,
        Outputs = resource.Outputs,
        Parent = resource.Parent,
        Dependencies = resource.Dependencies,
        PropertyDependencies = resource.PropertyDependencies,
        Region = StackRegion.OfProvider(resource),
        IsCustom = resource.Provider is not null || Estimator.Knows(resource.Type),
    };
}
