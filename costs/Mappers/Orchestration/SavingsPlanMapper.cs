using System.Globalization;
using Costs.Money;
using ResourceViews.Aws.SavingsPlans;

namespace Costs.Mappers.Orchestration;

/// <summary>
/// A commitment to spend. It pays for hours that other lines already count, so adding it would count them twice: it is named,
/// with its amount, and left out.
/// </summary>
internal sealed class SavingsPlanMapper : ResourceMapper<SavingsPlanProps>
{
    protected override IEnumerable<CostItem> Map(SavingsPlanProps plan, MappingContext context) => plan.Commitment switch
    {
        { IsUnknown: true } => [new CostItem.NotKnownYet("Commitment", "commitment")],
        { Value: { } text } when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var hourly) =>
        [
            new CostItem.NotPriced(
                "Commitment",
                $"{Usd.Text(hourly * BillingMonth.Hours)} a month is owed whether or not it is used; "
                    + "it pays for instance-hours that are counted here at on-demand prices."),
        ],
        _ => [new CostItem.NotPriced("Commitment", "the offering decides the amount, and it is not in the plan.")],
    };
}
