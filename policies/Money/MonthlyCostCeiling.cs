using Costs.Estimates;
using Costs.Money;
using Policies.Packs;

namespace Policies.Money;

/// <summary>A stack is refused that is expected to break its own budget: the bill would say so a month later.</summary>
internal sealed class MonthlyCostCeiling : StackPolicy
{
    private const string Total = "monthlyUsd";
    private const string CeilingPercent = "maxCeilingPercent";
    private const int MostNamed = 3;

    /// <summary>The settings by what they limit.</summary>
    private static readonly (string Setting, CostCategory? Category)[] Limits =
    [
        (Total, null),
        ("trainingUsd", CostCategory.Training),
        ("inferenceUsd", CostCategory.Inference),
        ("storageUsd", CostCategory.Storage),
        ("dataTransferUsd", CostCategory.DataTransfer),
        ("otherUsd", CostCategory.Other),
    ];

    public override PolicyInfo Info { get; } = new()
    {
        Name = "monthly-cost-ceiling",
        DisplayName = "The stack costs no more than its budget",
        Description = "What the stack is expected to cost a month is within its budget, and its upper bounds are not far above it.",
        Severity = Severity.High,
        Remediation = "Lower what the message names (explain RESOURCE of the offline preview shows its arithmetic) or its upper "
            + "bound, correct the usage of the stack file, or raise the budget.",
        Url = PolicyPages.Of("monthly-cost-ceiling"),
        Tags = ["cost", "governance"],
        Config = new(
        [
            .. Limits.Select(limit => PolicySetting.Number(limit.Setting, Describe(limit.Category), byDefault: 0)),
            PolicySetting.Number(
                CeilingPercent,
                "What a month may cost at the most, at the upper bounds of scaling and usage all at once, in percent of its limit.",
                byDefault: 300),
        ]),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var percent = (decimal)(context.Config[CeilingPercent].AsNumber() ?? 0);
        CostLimit[] limits = [.. Limits.SelectMany(limit => LimitsOf(limit.Setting, limit.Category, context))];
        if (limits.Length == 0)
        {
            return [new(null, Verdict.NotApplicable($"The stack has no monthly cost budget, and the setting {Total} is not set."))];
        }

        // An audit of a state file is told no settings, and without the usage that they state the price is another stack's.
        return context.Stack.Project.Length == 0
            ? [new(null, Verdict.NotApplicable("The settings of the stack, which state its usage, are not known here."))]
            : StackEstimate.Of(context) switch
            {
                { Estimate: { } estimate } =>
                [
                    .. limits.Select(limit => new ResourceVerdict(limit.Resource, Judge(limit, estimate, percent))),
                    .. StackEstimate.Open(context, estimate),
                ],
                var faulty => [new(null, Verdict.Violation($"What the stack costs cannot be told: {faulty.Fault}"))],
            };
    }

    /// <summary>The setting counts where there is one, otherwise the budgets of the stack.</summary>
    private static IEnumerable<CostLimit> LimitsOf(string setting, CostCategory? category, StackContext context) =>
        context.Config[setting].AsNumber() is > 0 and var usd
            ? [new(null, $"the setting {setting}", category, (decimal)usd)]
            : context.Resources.Select(CostLimit.Of).OfType<CostLimit>().Where(limit => limit.Category == category);

    private static Verdict Judge(CostLimit limit, Estimate estimate, decimal percent)
    {
        var cost = limit.Category is { } category ? estimate.In(category) : estimate.Total;
        var what = limit.Category is { } one ? $"For {Words(one)} the stack" : "The stack";
        return limit.Usd switch
        {
            null => Verdict.Unknown(limit.Path.ToString()),
            { } usd when cost.Expected > usd => Verdict.Violation(
                $"{what} is expected to cost {Usd.Text(cost.Expected)} a month, {Usd.Text(cost.Expected - usd)} more than {limit.Name} allows "
                + $"({Usd.Text(usd)}). Most of it: {Largest(limit, estimate, cost => cost.Expected)}. Lower it, or raise the budget."),
            { } usd when cost.Ceiling > usd * percent / 100 => Verdict.Violation(
                $"{what} is expected to cost {Usd.Text(cost.Expected)} a month and at the most {Usd.Text(cost.Ceiling)}, more than "
                + $"{Usd.QuantityText(percent)} % of what {limit.Name} allows ({Usd.Text(usd)}, the setting {CeilingPercent}). Most of it: "
                + $"{Largest(limit, estimate, cost => cost.Ceiling)}. Lower its upper bound, or raise the budget."),
            _ => Verdict.Compliant,
        };
    }

    private static string Largest(CostLimit limit, Estimate estimate, Func<Cost, decimal> figure) => string.Join(", ", estimate.Lines
        .Select(line => (line.Name, Usd: figure(limit.Category is { } category ? line.In(category) : line.Monthly)))
        .Where(line => line.Usd > 0)
        .OrderByDescending(line => line.Usd)
        .ThenBy(line => line.Name, StringComparer.Ordinal)
        .Take(MostNamed)
        .Select(line => $"{line.Name} {Usd.Text(line.Usd)}"));

    private static string Describe(CostCategory? category) =>
        $"USD a month that {(category is { } one ? Words(one) : "the whole stack")} may be expected to cost; 0 leaves it to the budgets of the stack.";

    private static string Words(CostCategory category) => category switch
    {
        CostCategory.DataTransfer => "data transfer",
        CostCategory.Other => "everything else",
        _ => category.ToString().ToLowerInvariant(),
    };
}
