namespace Infra.Governance;

/// <summary>Decides when a budget speaks up.</summary>
internal static class BudgetPlan
{
    /// <summary>What has been spent first, then what AWS expects the month to end at; lowest percentage first.</summary>
    public static IReadOnlyList<BudgetNotice> NoticesFor(BudgetSettings settings) =>
    [
        .. settings.ActualPercent.Order().Select(percent => new BudgetNotice("ACTUAL", percent)),
        .. settings.ForecastPercent.Order().Select(percent => new BudgetNotice("FORECASTED", percent)),
    ];
}

/// <summary>One notification: <paramref name="Percent"/> of the monthly limit, spent or expected.</summary>
internal sealed record BudgetNotice(string Type, int Percent);
