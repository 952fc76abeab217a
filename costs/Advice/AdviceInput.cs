using Costs.Catalogue;
using Costs.Plan;
using Costs.Usage;

namespace Costs.Advice;

/// <summary>All that advice is worked out from.</summary>
/// <param name="Plan">Every resource of the plan, components too: they say which setting is to be changed.</param>
/// <param name="Usage">What people know of the workload.</param>
/// <param name="Prices">The price lists.</param>
/// <param name="Region">Where resources are that do not say so themselves.</param>
public sealed record AdviceInput(IReadOnlyList<PlannedResource> Plan, StackUsage Usage, PriceBook Prices, string? Region = null);
