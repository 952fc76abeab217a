using System.Runtime.CompilerServices;
using Costs;
using Costs.Catalogue;
using Costs.Estimates;
using Costs.Plan;
using Costs.Usage;

namespace Policies.Money;

/// <summary>What a stack costs: its resources as the engine shows them, and the usage that its settings state.</summary>
/// <param name="Estimate">Null where the usage cannot be read.</param>
/// <param name="Fault">What is wrong with it, as a sentence; null where nothing is.</param>
internal sealed record StackEstimate(Estimate? Estimate, string? Fault)
{
    // Policies that ask for the price of the same stack get the same object: it is priced once for all of them.
    private static readonly ConditionalWeakTable<IReadOnlyList<PolicyResource>, StackEstimate> AlreadyPriced = [];

    public static StackEstimate Of(StackContext context) => AlreadyPriced.GetValue(context.Resources, _ => Price(context));

    /// <summary>Resources whose costs a deployment tells, which may be any.</summary>
    public static IEnumerable<ResourceVerdict> NotKnownYet(StackContext context, Estimate estimate)
    {
        var byUrn = context.Resources.ToLookup(resource => resource.Urn, StringComparer.Ordinal);
        return
            from line in estimate.Lines
            from resource in byUrn[line.Urn].Take(1)
            let properties = line.Gaps.SelectMany(gap => gap.Properties).Distinct().ToArray()
            where properties.Length > 0
            select new ResourceVerdict(resource, Verdict.All(properties.Select(Verdict.Unknown)));
    }

    private static StackEstimate Price(StackContext context)
    {
        var stack = context.Stack;
        var (usage, faults) = StackUsage.Parse(stack.Config.GetValueOrDefault($"{stack.Project}:{StackUsage.Setting}"));
        return usage is null
            ? new(null, $"{stack.Project}:{faults[0]}")
            : new(Estimator.Estimate([.. context.Resources.Select(Planned)], usage, PriceBook.BuiltIn, StackRegion.Of(stack)), null);
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
