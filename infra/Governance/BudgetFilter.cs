namespace Infra.Governance;

/// <summary>Decides what a budget counts: by tags where the account's bill knows them, otherwise by service and usage type.</summary>
/// <remarks>
/// A budget by a tag that the payer has not activated reads $0, whatever is spent; and traffic between networks carries no tag at all.
/// Both would be a budget that never speaks up.
/// </remarks>
internal static class BudgetFilter
{
    public const string SageMaker = "Amazon SageMaker";
    private const string Storage = "Amazon Simple Storage Service";

    /// <summary>Parts of usage types on the bill, such as USE1-Train:ml.g5.xlarge.</summary>
    /// <remarks>The price list of Amazon SageMaker, AmazonSageMaker in https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/price-changes.html</remarks>
    private static readonly Dictionary<string, string[]> UsageTypes = new()
    {
        [CostCategory.Training] = ["Train", "Processing", "Notebk", "Studio", "Tuning"],
        [CostCategory.Inference] = ["Host", "Serverless", "Async", "Transform"],
        [CostCategory.DataTransfer] = ["DataTransfer", "NatGateway", "VpcEndpoint"],
    };

    public static BudgetCount For(BudgetSettings settings, CostTags tags, bool tagsAreActive) => settings.Category switch
    {
        CostCategory.DataTransfer => ByUsage(null, settings.Category),
        { } category when tagsAreActive => ByTags(("environment", tags.Environment), ("cost-category", category)),
        CostCategory.Storage => new([Storage], []),
        { } category => ByUsage(SageMaker, category),
        null when tagsAreActive => ByTags(("environment", tags.Environment), ("team", tags.Team)),
        null => new(settings.Services, []),
    };

    private static BudgetCount ByTags(params (string Key, string Value)[] tags) =>
        new([], [.. tags.Select(tag => new BudgetTerm(null, tag.Key, "EQUALS", [tag.Value]))]);

    private static BudgetCount ByUsage(string? service, string category)
    {
        var usage = new BudgetTerm("USAGE_TYPE", null, "CONTAINS", UsageTypes[category]);
        return new([], service is null ? [usage] : [new("SERVICE", null, "EQUALS", [service]), usage]);
    }
}

/// <summary>What a budget counts: the costs of services, or those for which all terms hold.</summary>
internal sealed record BudgetCount(IReadOnlyList<string> Services, IReadOnlyList<BudgetTerm> Terms)
{
    /// <summary>What is counted, for people.</summary>
    public override string ToString() => Terms.Count == 0
        ? $"the whole account's {string.Join(", ", Services)}"
        : string.Join(" and ", Terms);
}

/// <summary>A condition on costs: a dimension of the bill or a tag, and the values any of which fulfil it.</summary>
internal sealed record BudgetTerm(string? Dimension, string? Tag, string Match, IReadOnlyList<string> Values)
{
    public override string ToString() => (Dimension, Match) switch
    {
        (null, _) => $"tag {Tag} = {string.Join(", ", Values)}",
        ("USAGE_TYPE", _) => $"usage types with {string.Join(", ", Values)} of the whole account",
        _ => string.Join(", ", Values),
    };
}
