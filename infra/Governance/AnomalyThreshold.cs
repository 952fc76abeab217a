using System.Globalization;
using Pulumi.Aws.CostExplorer.Inputs;

namespace Infra.Governance;

/// <summary>From which amount on an anomaly is reported.</summary>
/// <remarks>https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html</remarks>
internal static class AnomalyThreshold
{
    public static AnomalySubscriptionThresholdExpressionArgs AtLeast(decimal usd) => new()
    {
        Dimension = new AnomalySubscriptionThresholdExpressionDimensionArgs
        {
            Key = "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
            MatchOptions = ["GREATER_THAN_OR_EQUAL"],
            Values = [usd.ToString("0.##", CultureInfo.InvariantCulture)],
        },
    };
}
