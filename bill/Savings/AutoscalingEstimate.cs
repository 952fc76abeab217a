using System.Globalization;
using Bill.Classification;
using Costs.Catalogue;
using Costs.Money;

namespace Bill.Savings;

/// <summary>Endpoints whose instances would follow the traffic: fleets between one and what they have now, single instances down to
/// none outside of working hours.</summary>
internal static class AutoscalingEstimate
{
    /// <summary>22 working days of 8 hours.</summary>
    private const decimal WorkingHours = 22 * 8;

    public static Saving Of(ImmutableArray<BillLine> bill, PriceBook prices)
    {
        var sum = new EstimateSum();
        foreach (var endpoint in AlwaysOnEndpoint.In(bill, prices).Where(endpoint => !endpoint.IsServerless))
        {
            if (endpoint.IsFleet)
            {
                sum.Add(
                    endpoint.Line, endpoint.Line.Usd * (endpoint.Instances + 1) / 2 / endpoint.Instances,
                    "endpoints of several instances need on average the middle between one and what they have now");
            }
            else
            {
                sum.Add(endpoint.Line, endpoint.Line.Usd * WorkingHours / BillingMonth.Hours, string.Create(
                    CultureInfo.InvariantCulture,
                    $"endpoints of one instance that serverless has no room for are called in {WorkingHours} of {BillingMonth.Hours} hours "
                    + $"and scale to none in the others"));
            }
        }

        return sum.As("autoscaling", "autoscaling");
    }
}
