using System.Globalization;

namespace Infra.Governance;

/// <summary>
/// The tags that tell costs apart, and by which policies know what a resource is for. Written on every resource rather
/// than left to the provider's default tags, which a policy does not see in a preview.
/// </summary>
internal sealed record CostTags(string Team, string Environment)
{
    /// <summary>The keys, which the payer of the bill activates before costs can be told apart by them.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["team", "environment", "cost-category", "component"];

    /// <summary>The tags of a resource.</summary>
    /// <param name="component">The component it belongs to.</param>
    public ImmutableDictionary<string, string> For(string component, string category) => new Dictionary<string, string>
    {
        ["team"] = Team,
        ["environment"] = Environment,
        ["cost-category"] = category,
        ["component"] = component,
    }.ToImmutableDictionary();
}

/// <summary>The four categories of the bill, as values of the tag <c>cost-category</c>.</summary>
internal static class CostCategory
{
    public const string Training = "training";
    public const string Inference = "inference";
    public const string Storage = "storage";

    /// <summary>Traffic between networks, which no tag reaches.</summary>
    public const string DataTransfer = "data-transfer";

    /// <summary>What watches the other categories rather than being one.</summary>
    public const string Governance = "governance";
}

/// <summary>What a workload declares about itself, so that a policy can weigh its instances against its model.</summary>
internal static class WorkloadTags
{
    /// <summary>A copy of the tags with the size of the model, where it is declared.</summary>
    public static ImmutableDictionary<string, string> WithModel(
        this ImmutableDictionary<string, string> tags, decimal? parametersBillions, string? trainingMode = null)
    {
        if (parametersBillions is { } billions)
            tags = tags.SetItem("model-parameters-billions", billions.ToString("0.####", CultureInfo.InvariantCulture));
        return trainingMode is null ? tags : tags.SetItem("training-mode", trainingMode);
    }
}
