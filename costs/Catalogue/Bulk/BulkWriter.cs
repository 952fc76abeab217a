using System.Text.Json;

namespace Costs.Catalogue.Bulk;

/// <summary>Writes a price list from an offer over another list: the offer's prices, the other list's everything else.</summary>
internal static class BulkWriter
{
    /// <summary>The offer among the sources of the list.</summary>
    private const string Source = "B1";

    private const string Exact = "exact";

    /// <param name="rest">What the offer does not say; null for nothing.</param>
    public static void Write(BulkOffer offer, string name, JsonDocument? rest, Stream priceList)
    {
        using var json = new Utf8JsonWriter(priceList, new() { Indented = true });
        var root = rest?.RootElement ?? default;
        json.WriteStartObject();
        json.WriteString("schemaVersion", "1.0");
        json.WriteString("region", offer.Region);
        json.WriteString("currency", "USD");
        WriteSources(json, root, offer, name);
        WriteSageMaker(json, Member(root, "sagemaker"), offer);
        foreach (var member in Members(root).Where(member =>
            member.Name is not ("schemaVersion" or "region" or "currency" or "sources" or "sagemaker")))
        {
            member.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteSources(Utf8JsonWriter json, JsonElement root, BulkOffer offer, string name)
    {
        json.WriteStartObject("sources");
        json.WriteStartObject(Source);
        json.WriteString("title", $"AWS bulk price list, offer {BulkOffer.Code}");
        json.WriteString("path", name);
        json.WriteString("date", Day(offer));
        json.WriteEndObject();
        foreach (var source in Members(Member(root, "sources")).Where(source => source.Name != Source))
        {
            source.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteSageMaker(Utf8JsonWriter json, JsonElement rest, BulkOffer offer)
    {
        json.WriteStartObject("sagemaker");
        json.WriteString("asOf", Day(offer));
        WriteInstances(json, Member(rest, "instances"), offer);
        WriteVolumes(json, Member(rest, "mlStorage"), offer);
        foreach (var member in Members(rest).Where(member => member.Name is not ("asOf" or "instances" or "mlStorage")))
        {
            member.WriteTo(json);
        }

        json.WriteEndObject();
    }

    /// <summary>What is in no offer any more keeps its hardware and loses its prices.</summary>
    private static void WriteInstances(Utf8JsonWriter json, JsonElement rest, BulkOffer offer)
    {
        json.WriteStartObject("instances");
        foreach (var type in offer.Instances.Keys.Union(Members(rest).Select(member => member.Name)).Order(StringComparer.Ordinal))
        {
            var known = Member(rest, type);
            var isSold = offer.Instances.TryGetValue(type, out var prices);
            json.WriteStartObject(type);
            json.WriteString("family", InstanceFacts.FamilyOf(type));
            json.WriteString("status", isSold ? "current" : "no-list-price");
            foreach (var member in Members(known).Where(member => member.Name is not ("family" or "status" or "prices" or "statusNote")))
            {
                member.WriteTo(json);
            }

            json.WriteStartObject("prices");
            foreach (var (component, usd) in prices ?? [])
            {
                WritePrice(json, component, "usdPerHour", usd);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteVolumes(Utf8JsonWriter json, JsonElement rest, BulkOffer offer)
    {
        json.WriteStartObject("mlStorage");
        foreach (var (volume, usd) in offer.VolumePrices)
        {
            WritePrice(json, volume, "usd", usd);
        }

        foreach (var member in Members(rest).Where(member => !offer.VolumePrices.ContainsKey(member.Name)))
        {
            member.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WritePrice(Utf8JsonWriter json, string name, string unit, decimal usd)
    {
        json.WriteStartObject(name);
        json.WriteNumber(unit, usd);
        json.WriteString("confidence", Exact);
        json.WriteStartArray("sources");
        json.WriteStringValue(Source);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The day of a time such as 2026-09-22T23:07:50Z.</summary>
    private static string Day(BulkOffer offer) => offer.PublicationDate?.Split('T')[0] ?? "undated";

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static JsonElement.ObjectEnumerator Members(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : default;
}
