using Costs.Catalogue;
using Costs.Estimates;
using Costs.Mappers;
using Costs.Plan;
using Costs.Strategies;
using Costs.Usage;

namespace Costs;

/// <summary>The one way in: from a plan and what is known of its use to what it costs, and what it would cost otherwise.</summary>
public static class Estimator
{
    /// <summary>Whether resources of a type are priced, or known to be free.</summary>
    public static bool Knows(string type) => MapperIndex.Find(type) is not null || FreeResources.Because(type) is not null;

    /// <param name="plan">Every resource of the plan, components too: usage can be stated for them.</param>
    /// <param name="usage">What people know of the workload.</param>
    /// <param name="prices">The price lists.</param>
    /// <param name="region">Where resources are that do not say so themselves, and where the stack's traffic starts.</param>
    public static Estimate Estimate(
        IReadOnlyList<PlannedResource> plan, StackUsage usage, PriceBook prices, string? region = null) =>
        new PlanMapping(plan, usage, prices, region).AsPlanned();

    /// <summary>What each strategy of the plan saves; the parameters are those of an estimate.</summary>
    public static Savings Savings(IReadOnlyList<PlannedResource> plan, StackUsage usage, PriceBook prices, string? region = null) =>
        Counterfactual.Of(new(plan, usage, prices, region));
}
