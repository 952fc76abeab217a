using Costs.Quantities;

namespace Costs.Usage;

/// <summary>What was stated for the resources that a selector matches.</summary>
/// <param name="Prefixes">What was stated for parts of a bucket, by key prefix.</param>
internal sealed record UsageEntry(
    UsageSelector Selector, ImmutableDictionary<string, Quantity> Amounts,
    ImmutableDictionary<string, ImmutableDictionary<string, Quantity>> Prefixes);
