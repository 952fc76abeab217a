using Costs.Quantities;

namespace Costs.Usage;

/// <summary>What was stated for the resources that a selector matches.</summary>
/// <param name="Prefixes">What was stated for parts of a bucket, by key prefix.</param>
internal sealed record UsageEntry(
    UsageSelector Selector, UsageStatement Own, ImmutableDictionary<string, UsageStatement> Prefixes);

/// <summary>Amounts and names by usage key.</summary>
internal sealed record UsageStatement(ImmutableDictionary<string, Quantity> Amounts, ImmutableDictionary<string, string> Texts)
{
    public static UsageStatement Nothing { get; } =
        new(ImmutableDictionary<string, Quantity>.Empty, ImmutableDictionary<string, string>.Empty);

    public IEnumerable<string> Keys => Amounts.Keys.Concat(Texts.Keys);
}
