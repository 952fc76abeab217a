using System.Collections.Immutable;
using Costs.Comparison;

namespace Preview.Baselines;

/// <summary>What a preview is compared with.</summary>
/// <param name="Name">For people, for example main (3f2a1bc).</param>
/// <param name="Costs">What it cost; null where there is nothing to compare with.</param>
/// <param name="WhyNone">Why there is not, as a sentence; null where there is.</param>
internal sealed record Baseline(string Name, CostSheet? Costs, string? WhyNone)
{
    /// <summary>The inputs of every resource that a provider managed, by URN, as compact JSON without secrets.</summary>
    public ImmutableDictionary<string, string> Inputs { get; init; } = ImmutableDictionary<string, string>.Empty;

    public static Baseline Of(string name, CostSheet costs) => new(name, costs, null);

    /// <summary>A new stack has no past: its costs are new, not a hundred percent more.</summary>
    public static Baseline None(string name, string why) => new(name, null, why);
}
