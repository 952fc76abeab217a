using System.Text.Json.Nodes;

namespace Infra.Governance;

/// <summary>Decides what an anomaly monitor watches.</summary>
/// <remarks>
/// Custom monitors, since an account has one monitor by service at most, which AWS makes itself.
/// https://docs.aws.amazon.com/cost-management/latest/userguide/manage-ad.html
/// </remarks>
internal static class AnomalyWatch
{
    /// <summary>The costs of the environment by tag, where the bill knows tags; otherwise those of the account.</summary>
    public static JsonObject For(CostTags tags, bool tagsAreActive, AwsPlace place) => tagsAreActive
        ? new()
        {
            ["Tags"] = new JsonObject
            {
                ["Key"] = "environment",
                ["Values"] = new JsonArray(tags.Environment),
                ["MatchOptions"] = new JsonArray("EQUALS"),
            },
        }
        : new()
        {
            ["Dimensions"] = new JsonObject
            {
                ["Key"] = "LINKED_ACCOUNT",
                ["Values"] = new JsonArray(place.AccountId),
            },
        };
}
