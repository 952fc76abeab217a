using Policies.Packs;
using Policies.Workloads;
using Policies.Workloads.Resources;
using ResourceViews.Aws.Budgets;

namespace Policies.Governance;

/// <summary>Somebody hears of it when a stack becomes expensive.</summary>
/// <remarks>https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html</remarks>
internal sealed class BudgetPresent : StackPolicy
{
    private const string CostBudget = "COST";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "budget-present",
        DisplayName = "A budget watches what runs",
        Description = "A stack that runs something on instances has a cost budget.",
        Severity = Severity.Medium,
        Remediation = "Add an aws.budgets.Budget with budgetType COST and a limit, and notifications to whoever answers for it.",
        Url = PolicyPages.Of("budget-present"),
        Tags = ["cost", "governance"],
        Config = new(),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var types = context.Resources.Where(resource => BudgetProps.ResourceTypes.Contains(resource.Type))
            .Select(resource => (Resource: resource, Type: TypeOf(resource)))
            .ToArray();
        if (types.Any(budget => budget.Type.Known.Value == CostBudget))
        {
            return [];
        }

        // The engine lists resources as they happen to be registered; the message names the same one every time.
        var running = context.Resources.Aggregate((PolicyResource?)null, (least, resource) =>
            (least is null || string.CompareOrdinal(resource.Urn, least.Urn) < 0) && !ResourceWorkloads.In(resource).Workloads.IsEmpty ? resource : least);
        return running switch
        {
            null => [],
            _ when types.FirstOrDefault(budget => budget.Type.Known.IsUnknown) is { Resource: { } open } budget =>
                [new(open, Verdict.Unknown(budget.Type.Path.ToString()))],
            _ => [new(null, Verdict.Violation(
                $"The stack runs {running.Name} and has {(types.Length == 0 ? "no budget" : "no budget of the type COST")}, expected one. "
                + "Add an aws.budgets.Budget with budgetType COST."))],
        };
    }

    private static Setting<string> TypeOf(PolicyResource resource)
    {
        var budget = BudgetProps.From(resource.InputsValue);
        return ViewReading.Setting(budget.BudgetType);
    }
}
