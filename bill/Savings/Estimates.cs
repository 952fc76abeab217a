using Bill.Classification;
using Costs.Catalogue;

namespace Bill.Savings;

/// <summary>The strategies whose savings a bill says enough about, in the order in which they are shown.</summary>
internal static class Estimates
{
    public static ImmutableArray<Func<ImmutableArray<BillLine>, PriceBook, Saving>> All { get; } =
        [SpotEstimate.Of, AutoscalingEstimate.Of, ServerlessEstimate.Of, TieringEstimate.Of, GatewayEstimate.Of];
}
