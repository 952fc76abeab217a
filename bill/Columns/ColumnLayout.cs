namespace Bill.Columns;

/// <summary>How a kind of report calls the fields.</summary>
/// <param name="Names">By field, every name that is accepted, the usual one first.</param>
internal sealed record ColumnLayout(string Name, ImmutableSortedDictionary<Field, ImmutableArray<string>> Names)
{
    /// <summary>What is assumed where a report does not have one of these; all others a report must have.</summary>
    public static ImmutableSortedDictionary<Field, string> Optional { get; } = new Dictionary<Field, string>
    {
        [Field.LineType] = "every line is taken for usage: taxes, credits and fees are not told apart",
        [Field.Region] = "no catalogue prices apply, so savings that need them are not estimated",
        [Field.Resource] = "endpoints are not told apart, so none is known to be always on",
        [Field.Currency] = "amounts are taken for USD",
    }.ToImmutableSortedDictionary();

    /// <summary>Data Exports, and the Athena tables of legacy reports.</summary>
    /// <remarks>https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-cur2.html</remarks>
    public static ColumnLayout Cur2 { get; } = Of(
        "CUR 2.0",
        ["line_item_product_code"], ["line_item_usage_type"], ["line_item_line_item_type"], ["line_item_usage_amount"],
        ["line_item_unblended_cost"], ["line_item_usage_start_date"], ["line_item_usage_end_date"],
        ["product_region_code", "product_region"], ["line_item_resource_id"], ["line_item_currency_code"]);

    /// <remarks>https://docs.aws.amazon.com/cur/latest/userguide/data-dictionary.html</remarks>
    public static ColumnLayout Legacy { get; } = Of(
        "legacy CUR",
        ["lineItem/ProductCode"], ["lineItem/UsageType"], ["lineItem/LineItemType"], ["lineItem/UsageAmount"],
        ["lineItem/UnblendedCost"], ["lineItem/UsageStartDate"], ["lineItem/UsageEndDate"],
        ["product/regionCode", "product/region"], ["lineItem/ResourceId"], ["lineItem/CurrencyCode"]);

    /// <summary>FOCUS 1.0 with the columns that AWS adds to it: usage types are in no column of FOCUS itself.</summary>
    /// <remarks>https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-focus-1-0-aws.html</remarks>
    public static ColumnLayout Focus { get; } = Of(
        "FOCUS 1.0",
        ["x_ServiceCode"], ["x_UsageType"], ["ChargeCategory"], ["ConsumedQuantity"],
        ["BilledCost"], ["ChargePeriodStart"], ["ChargePeriodEnd"],
        ["RegionId", "Region"], ["ResourceId"], ["BillingCurrency"]);

    public static ImmutableArray<ColumnLayout> All { get; } = [Cur2, Legacy, Focus];

    /// <summary>The usual names of the columns that a report must have.</summary>
    public IEnumerable<string> Required => Names.Where(column => !Optional.ContainsKey(column.Key)).Select(column => column.Value[0]);

    private static ColumnLayout Of(string name, params string[][] names) => new(
        name, Enum.GetValues<Field>().ToImmutableSortedDictionary(field => field, field => names[(int)field].ToImmutableArray()));
}
