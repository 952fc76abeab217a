using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Quantities;
using ResourceViews.Aws.Budgets;
using NativeAction = ResourceViews.AwsNative.Budgets.BudgetsActionProps;

namespace Costs.Mappers.Orchestration;

/// <summary>Budgets that act: a fee for each day. A budget that only notifies is free.</summary>
/// <remarks>https://aws.amazon.com/aws-cost-management/aws-budgets/pricing/</remarks>
internal sealed class BudgetActionMapper : ResourceMapper
{
    public override IReadOnlyList<string> ResourceTypes { get; } = [.. BudgetActionProps.ResourceTypes, .. NativeAction.ResourceTypes];

    public override IEnumerable<CostItem> Map(MappingContext context) =>
    [
        new CostItem.Component(
            "Budget with actions", CostCategory.Other, ServicePrices.BudgetActionDays,
            Quantity.Between(0, BillingMonth.Days, BillingMonth.Days).Because(
                "free where it is one of the account's first two budgets with actions; a budget with several actions pays once")),
    ];
}
