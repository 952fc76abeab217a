using System.Text.Json;
using Costs.Comparison;
using Costs.Estimates;
using Costs.Money;
using Preview.Runs;

namespace Preview.Reports;

/// <summary>The comparison in the JSON document. Amounts are USD, not rounded.</summary>
internal static class JsonDiff
{
    /// <summary>Nothing where nobody asked for a comparison.</summary>
    public static void Write(Utf8JsonWriter json, PreviewResult result)
    {
        if (result.Baseline is not { } baseline)
        {
            return;
        }

        json.WriteStartObject("costDiff");
        json.WriteString("baseline", baseline.Name);
        json.WriteString("noBaseline", baseline.WhyNone);
        if (result.Diff is { } diff)
        {
            Write(json, diff);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CostDiff diff)
    {
        WriteSides(json, "perMonth", diff.Before.Total, diff.After.Total);
        json.WriteStartObject("categories");
        foreach (var category in Enum.GetValues<CostCategory>())
        {
            WriteSides(json, JsonCost.Name(category), diff.Before.In(category), diff.After.In(category));
        }

        json.WriteEndObject();
        json.WriteStartArray("resources");
        foreach (var change in diff.Changes)
        {
            json.WriteStartObject();
            json.WriteString("urn", change.Urn);
            json.WriteString("name", change.Name);
            json.WriteString("change", JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()));
            WriteSide(json, "before", change.Before);
            WriteSide(json, "after", change.After);
            WriteDifference(json, change.Difference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSides(Utf8JsonWriter json, string name, Cost before, Cost after)
    {
        json.WriteStartObject(name);
        JsonCost.WriteCost(json, "before", before);
        JsonCost.WriteCost(json, "after", after);
        WriteDifference(json, CostDifference.Between(before, after));
        json.WriteEndObject();
    }

    public static void WriteSide(Utf8JsonWriter json, string name, ResourceCost? side)
    {
        if (side is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(side.Status.ToString()));
        JsonCost.WriteCost(json, "perMonth", side.Monthly);
        json.WriteEndObject();
    }

    public static void WriteDifference(Utf8JsonWriter json, CostDifference difference) =>
        JsonCost.WriteThree(json, "difference", difference.Floor, difference.Expected, difference.Ceiling);
}
