using System.Text.Json;

namespace Costs.Catalogue;

/// <summary>Finds all that is wrong with a price list somebody brings along, before any figure rests on it.</summary>
internal static class PriceListCheck
{
    private const string Version = "1.";

    public static List<string> Faults(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Object)
        {
            return [$"It is {Describe(list)}; expected an object."];
        }

        List<string> faults = [.. Header(list)];
        var sources = list.TryGetProperty("sources", out var described) && described.ValueKind == JsonValueKind.Object
            ? described.EnumerateObject().Select(source => source.Name).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (var section in list.EnumerateObject())
        {
            if (section.Name is not ("sources" or "confidenceLevels"))
            {
                Check(section.Value, $"/{section.Name}", sources, faults);
            }
        }

        return faults;
    }

    private static IEnumerable<string> Header(JsonElement list)
    {
        if (Text(list, "schemaVersion") is not { } version || !version.StartsWith(Version, StringComparison.Ordinal))
        {
            yield return $"schemaVersion is {Found(list, "schemaVersion")}; expected \"1.0\".";
        }

        if (Text(list, "region") is not { Length: > 0 })
        {
            yield return $"region is {Found(list, "region")}; expected a Region such as \"eu-central-1\".";
        }

        if (Text(list, "currency") is not "USD")
        {
            yield return $"currency is {Found(list, "currency")}; expected \"USD\".";
        }
    }

    private static void Check(JsonElement element, string path, HashSet<string> sources, List<string> faults)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    CheckMember(member, path, sources, faults);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    Check(item, $"{path}/{index}", sources, faults);
                }

                break;
            case JsonValueKind.Number when !element.TryGetDecimal(out var number) || number < 0:
                faults.Add($"{path} is {element.GetRawText()}; expected a number of 0 or more.");
                break;
        }
    }

    private static void CheckMember(JsonProperty member, string path, HashSet<string> sources, List<string> faults)
    {
        var here = $"{path}/{member.Name}";
        switch (member.Name)
        {
            case "confidence" when !Enum.TryParse<Confidence>(member.Value.ToString(), ignoreCase: true, out _):
                faults.Add($"{here} is {Describe(member.Value)}; expected \"exact\", \"derived\" or \"assumed\".");
                break;
            case "sources" or "hardwareSources" when member.Value.ValueKind == JsonValueKind.Array:
                faults.AddRange(
                    from id in member.Value.EnumerateArray()
                    where !sources.Contains(id.ToString())
                    select $"{here} names {id}, which the list's sources do not describe.");
                break;
            case "usd" or "usdPerHour" or "usdPerGB" when member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null:
                faults.Add($"{here} is {Describe(member.Value)}; expected a number of 0 or more.");
                break;
            case "tiers":
                CheckTiers(member.Value, here, faults);
                break;
            default:
                Check(member.Value, here, sources, faults);
                break;
        }
    }

    private static void CheckTiers(JsonElement tiers, string path, List<string> faults)
    {
        if (tiers.ValueKind != JsonValueKind.Array || tiers.GetArrayLength() == 0
            || tiers.EnumerateArray().Any(tier => tier.ValueKind != JsonValueKind.Object
                || !tier.TryGetProperty("usd", out var usd) || !usd.TryGetDecimal(out var price) || price < 0))
        {
            faults.Add($"{path} is {Describe(tiers)}; expected a list of objects with usd, and upToGB or upTo in all but the last.");
            return;
        }

        var bounds = PriceReader.Tiers(tiers)!.Value;
        var rises = bounds.Zip(bounds.Skip(1)).All(pair => pair.First.UpTo < (pair.Second.UpTo ?? decimal.MaxValue));
        if (bounds[^1].UpTo is not null || !rises)
        {
            faults.Add($"{path} has bounds that do not rise, or a last tier that has one; expected rising bounds and none at the end.");
        }
    }

    private static string? Text(JsonElement list, string name) =>
        list.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Found(JsonElement list, string name) =>
        list.TryGetProperty(name, out var value) ? Describe(value) : "missing";

    private static string Describe(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 40 ? text : $"{text[..40]}…";
    }
}
