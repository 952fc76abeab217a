using System.Text.Json;

namespace Bill.Tests.Builders;

/// <summary>Looks things up in the JSON document.</summary>
internal static class Documents
{
    extension(JsonElement bill)
    {
        public decimal Total => bill.GetProperty("total").GetDecimal();

        public decimal Category(string name) => bill.GetProperty("categories").GetProperty(name).GetProperty("usd").GetDecimal();

        /// <summary>What an item costs; null where the bill has none of it.</summary>
        public decimal? Item(string name) => bill.GetProperty("categories").EnumerateObject()
            .SelectMany(category => category.Value.GetProperty("items").EnumerateArray())
            .Where(item => item.GetProperty("name").GetString() == name)
            .Select(item => (decimal?)item.GetProperty("usd").GetDecimal())
            .SingleOrDefault();

        public JsonElement Waste(string item) =>
            bill.GetProperty("waste").EnumerateArray().Single(waste => waste.GetProperty("item").GetString() == item);

        public JsonElement Saving(string strategy) => bill.GetProperty("savings").GetProperty("strategies").EnumerateArray()
            .Single(saving => saving.GetProperty("name").GetString() == strategy);

        public IEnumerable<(string Reason, long Count, decimal Usd)> BadLines() =>
            from bad in bill.GetProperty("badLines").EnumerateArray()
            select (bad.GetProperty("reason").GetString()!, bad.GetProperty("count").GetInt64(), bad.GetProperty("usd").GetDecimal());
    }
}
