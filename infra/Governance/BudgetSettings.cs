using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Governance;

/// <summary>A monthly budget and whom it tells.</summary>
internal sealed record BudgetSettings : IConsistent
{
    /// <summary>A budget can hold this many notifications.</summary>
    /// <remarks>https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudget.html</remarks>
    private const int MostNotifications = 10;

    /// <summary>US dollars a month, 1 to 100,000,000.</summary>
    [Range(1, 100_000_000)]
    public required decimal MonthlyUsd { get; init; }

    /// <summary>Services that count, as the bill names them, where neither a category nor active tags say what does. Default: Amazon
    /// SageMaker.</summary>
    [Length(1, 20)]
    public IReadOnlyList<string> Services { get; init; } = [BudgetFilter.SageMaker];

    /// <summary>Count one category of the bill only. Default: all of them.</summary>
    [AllowedValues(CostCategory.Training, CostCategory.Inference, CostCategory.Storage, CostCategory.DataTransfer)]
    public string? Category { get; init; }

    /// <summary>Percent of the budget that, once spent, are reported, 1 to 1000. Default: 50, 80 and 100.</summary>
    [Range(1, 1000)]
    public IReadOnlyList<int> ActualPercent { get; init; } = [50, 80, 100];

    /// <summary>Percent of the budget that are reported as soon as AWS expects the month to end there, 1 to 1000.
    /// Default: 100.</summary>
    [Range(1, 1000)]
    public IReadOnlyList<int> ForecastPercent { get; init; } = [100];

    /// <summary>Who gets an e-mail, at most 10.</summary>
    [Email]
    [Length(0, 10)]
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Publish to an SNS topic of the budget as well. Default: false.</summary>
    public bool Topic { get; init; }

    /// <summary>Percent of the budget that, once spent, take the permission to create anything in SageMaker from <see cref="DenyRoles"/>,
    /// 1 to 1000. What runs goes on running. Default: never.</summary>
    [Range(1, 1000)]
    public int? DenyAtPercent { get; init; }

    /// <summary>Names of the roles that lose it, at most 100.</summary>
    [RoleName]
    [Length(0, 100)]
    public IReadOnlyList<string> DenyRoles { get; init; } = [];

    /// <summary>US dollars by which costs must be above what AWS expects to be reported as an anomaly, 1 to 1,000,000. Default: no such
    /// reports.</summary>
    [Range(1, 1_000_000)]
    public decimal? AnomalyUsd { get; init; }

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        var notifications = ActualPercent.Count + ForecastPercent.Count;
        if (notifications is 0 or > MostNotifications)
        {
            yield return new(
                SettingsShape.Join(path, "actualPercent"), $"and forecastPercent have {notifications} entries",
                $"1 to {MostNotifications} together");
        }

        foreach (var (name, percent) in new[] { ("actualPercent", ActualPercent), ("forecastPercent", ForecastPercent) })
        {
            if (percent.Distinct().Count() != percent.Count)
                yield return new(SettingsShape.Join(path, name), $"is {string.Join(", ", percent)}", "each number once");
        }

        if (Category is not null && !Services.SequenceEqual([BudgetFilter.SageMaker]))
            yield return new(SettingsShape.Join(path, "services"), "stands beside a category", "one of the two: the category names its services");

        if (DenyAtPercent is null != (DenyRoles.Count == 0))
        {
            yield return new(
                SettingsShape.Join(path, "denyRoles"), $"has {DenyRoles.Count} entries",
                DenyAtPercent is null ? "none without denyAtPercent" : "the names of the roles that denyAtPercent is for");
        }

        if (Emails.Count == 0 && !Topic)
            yield return new(SettingsShape.Join(path, "emails"), "is empty", "at least one address, or topic: true");
    }
}
