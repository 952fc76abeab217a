using System.Text.Json;

namespace Costs.Catalogue;

/// <summary>Reads prices and what is said about them out of a price list.</summary>
internal static class PriceReader
{
    /// <summary>A number is one tier without bound; null where this is no price.</summary>
    public static ImmutableArray<PriceTier>? Tiers(JsonElement price) => price.ValueKind switch
    {
        JsonValueKind.Number => [new PriceTier(null, price.GetDecimal())],
        JsonValueKind.Array when price.GetArrayLength() > 0 => [.. price.EnumerateArray().Select(Tier)],
        _ => null,
    };

    /// <summary>The tiers behind an allowance that costs nothing; their bounds count chargeable units, so they move up.</summary>
    public static ImmutableArray<PriceTier> AfterAllowance(ImmutableArray<PriceTier> tiers, decimal free) => free == 0
        ? tiers
        : [new PriceTier(free, 0), .. tiers.Select(tier => tier with { UpTo = tier.UpTo + free })];

    /// <summary>What is nearest to the price counts: each of confidence, sources and method by itself.</summary>
    public static Provenance Provenance(JsonElement root, string region, string pointer, List<JsonElement> enclosing)
    {
        var confidence = Nearest(enclosing, "confidence") is { } said
            && Enum.TryParse<Confidence>(said.GetString(), ignoreCase: true, out var parsed)
            ? parsed
            : Confidence.Assumed;
        var sources = Nearest(enclosing, "sources", "hardwareSources") is { ValueKind: JsonValueKind.Array } ids
            ? ids.EnumerateArray().Select(id => Source(root, id.GetString() ?? "")).ToImmutableArray()
            : [];
        var method = confidence == Confidence.Exact ? null : Nearest(enclosing, "method", "note")?.GetString();
        return new(region, pointer, confidence, sources, method);
    }

    private static PriceTier Tier(JsonElement tier)
    {
        var bound = tier.TryGetProperty("upToGB", out var gigabytes) ? gigabytes
            : tier.TryGetProperty("upTo", out var units) ? units
            : default;
        return new(bound.ValueKind == JsonValueKind.Number ? bound.GetDecimal() : null, tier.GetProperty("usd").GetDecimal());
    }

    private static JsonElement? Nearest(List<JsonElement> enclosing, params ReadOnlySpan<string> names)
    {
        // The outermost object is the whole list, whose sources are the definitions.
        for (var depth = enclosing.Count - 1; depth > 0; depth--)
        {
            foreach (var name in names)
            {
                if (enclosing[depth].ValueKind == JsonValueKind.Object && enclosing[depth].TryGetProperty(name, out var value))
                {
                    return value;
                }
            }
        }

        return null;
    }

    private static PriceSource Source(JsonElement root, string id)
    {
        if (!root.TryGetProperty("sources", out var sources) || !sources.TryGetProperty(id, out var source))
        {
            return new(id, "not described", "", "undated");
        }

        string[] place = [Text(source, "repo"), Text(source, "path"), Text(source, "url")];
        var date = Text(source, "date");
        return new(
            id, Text(source, "title"), string.Join(", ", place.Where(part => part.Length > 0)), date.Length > 0 ? date : "undated");
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
