namespace Infra.Governance;

/// <summary>What a <see cref="CostBudget"/> needs to exist.</summary>
internal sealed record CostBudgetArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>Whether the payer's bill knows the tags of <see cref="CostTags"/>.</summary>
    public bool TagsAreActive { get; init; }

    /// <summary>How much a month, of which services, and whom to tell.</summary>
    public required BudgetSettings Budget { get; init; }
}
