using Costs.Comparison;
using Costs.Estimates;
using Costs.Money;

namespace Preview.Reports;

/// <summary>Amounts with their range, where they have one: what is expected first, then floor – expected – ceiling.</summary>
internal static class Amounts
{
    /// <summary>For example "$12.30 ($0.00 – $12.30 – $44.00)".</summary>
    public static string Total(Cost cost) => cost.IsFixed ? cost.ToString() : $"{Usd.Text(cost.Expected)} ({cost})";

    /// <summary>For example "+$12.30 (+$0.00 – +$12.30 – +$44.00)".</summary>
    public static string Change(CostDifference difference) => difference.IsFixed
        ? Signed(difference.Expected)
        : $"{Signed(difference.Expected)} ({Signed(difference.Floor)} – {Signed(difference.Expected)} – {Signed(difference.Ceiling)})";

    public static string Signed(decimal usd) => usd > 0 ? $"+{Usd.Text(usd)}" : usd < 0 ? $"-{Usd.Text(-usd)}" : Usd.Text(0);

    /// <summary>What is not there has no text; what is not priced never looks like nothing.</summary>
    public static string Side(ResourceCost? side) => side switch
    {
        null => "",
        { Status: LineStatus.Free } => "free",
        { Status: LineStatus.Priced } => Usd.Text(side.Monthly.Expected),
        { Status: LineStatus.PartlyPriced } => $"{Usd.Text(side.Monthly.Expected)}, not all priced",
        _ => "not priced",
    };
}
