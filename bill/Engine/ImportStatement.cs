using Bill.Columns;
using Bill.Files;

namespace Bill.Engine;

/// <summary>
/// The statement that reads a report, once, into what the classification needs of it: the columns get the names of CUR 2.0, and lines
/// that differ in nothing which the classification looks at are added up. Lines with a fault are kept apart, by fault.
/// </summary>
internal static class ImportStatement
{
    /// <summary>AWS bills ten digits behind the point. The sums have all of them.</summary>
    private const string Decimal = "DECIMAL(38, 12)";

    public static string For(ReportShape report) => $"""
        CREATE TEMP TABLE imported AS
        SELECT
            fault,
            product_code AS line_item_product_code,
            usage_type AS line_item_usage_type,
            line_type AS line_item_line_item_type,
            region AS product_region_code,
            resource_id AS line_item_resource_id,
            MIN(starts) AS line_item_usage_start_date,
            MAX(ends) AS line_item_usage_end_date,
            SUM(amount) AS line_item_usage_amount,
            SUM(cost) AS line_item_unblended_cost,
            COUNT(*) AS lines,
            MIN(example) AS example
        FROM (
            SELECT
                fault,
                CASE WHEN fault IS NULL THEN product_code END AS product_code,
                CASE WHEN fault IS NULL THEN usage_type END AS usage_type,
                CASE WHEN fault IS NULL THEN line_type END AS line_type,
                CASE WHEN fault IS NULL THEN region END AS region,
                -- Only endpoints are told apart, and looked at by the hour.
                CASE WHEN fault IS NULL AND usage_type LIKE '%Host:ml.%' THEN COALESCE(resource_id, '') END AS resource_id,
                CASE WHEN fault IS NULL AND usage_type LIKE '%Host:ml.%' THEN starts END AS interval_start,
                CASE WHEN fault IS NULL AND usage_type LIKE '%Host:ml.%' THEN ends END AS interval_end,
                starts, ends, amount, cost, example
            FROM ({string.Join("\n    UNION ALL\n    ", report.Parts.Select(Judged))})
        )
        GROUP BY fault, product_code, usage_type, line_type, region, resource_id, interval_start, interval_end
        """;

    /// <summary>The lines of some files, each with its fault.</summary>
    private static string Judged(ReportPart part)
    {
        string Column(Field field) => part.Columns.Found.TryGetValue(field, out var index) ? Name(part, index) : "NULL";
        string Text(Field field) => $"CAST({Column(field)} AS VARCHAR)";
        string IsEmpty(Field field) => $"({Column(field)} IS NULL OR {Text(field)} = '')";
        string Called(Field field) => SqlText.Literal(part.Columns.ColumnOf(field) ?? "");

        (string Condition, string Fault, Field Field)[] faults =
        [
            (IsEmpty(Field.Cost), $"{Called(Field.Cost)} || ' is empty'", Field.Cost),
            ("cost IS NULL", $"{Called(Field.Cost)} || ' is not a number'", Field.Cost),
            ($"amount IS NULL AND NOT {IsEmpty(Field.Amount)}", $"{Called(Field.Amount)} || ' is not a number'", Field.Amount),
            ("starts IS NULL", $"{Called(Field.Start)} || ' is not a time'", Field.Start),
            ($"ends IS NULL AND NOT {IsEmpty(Field.End)}", $"{Called(Field.End)} || ' is not a time'", Field.End),
            ($"NOT {IsEmpty(Field.Currency)} AND {Text(Field.Currency)} <> 'USD'",
                $"{Called(Field.Currency)} || ' is not USD'", Field.Currency),
        ];
        var cases = faults.Where(fault => part.Columns.Found.ContainsKey(fault.Field)).ToList();
        return $"""
            SELECT
                CASE {string.Join(" ", cases.Select(fault => $"WHEN {fault.Condition} THEN {fault.Fault}"))} END AS fault,
                CASE {string.Join(" ", cases.Select(fault => $"WHEN {fault.Condition} THEN LEFT({Text(fault.Field)}, 40)"))} END AS example,
                {Text(Field.ProductCode)} AS product_code,
                {Text(Field.UsageType)} AS usage_type,
                {LineType(part.Columns.Layout, Text(Field.LineType))} AS line_type,
                {Text(Field.Region)} AS region,
                {Text(Field.Resource)} AS resource_id,
                starts, ends, amount, cost
            FROM (
                SELECT
                    *,
                    {Number(part, Column(Field.Cost))} AS cost,
                    {Number(part, Column(Field.Amount))} AS amount,
                    TRY_CAST({Column(Field.Start)} AS TIMESTAMP) AS starts,
                    TRY_CAST({Column(Field.End)} AS TIMESTAMP) AS ends
                FROM {Source(part)}
            )
            """;
    }

    /// <summary>A number, or null for what is none. Short text goes through 64-bit decimals, which is six times as fast.</summary>
    private static string Number(ReportPart part, string column)
    {
        var exact = $"TRY_CAST({column} AS {Decimal})";
        var isShort = $"LENGTH({column}) <= 12 AND {column} NOT LIKE '.%' AND {column} NOT LIKE '%e%' AND {column} NOT LIKE '%E%'";
        return IsParquet(part)
            ? exact
            : $"COALESCE(CASE WHEN {isShort} THEN CAST(TRY_CAST({column} AS DECIMAL(18, 10)) AS {Decimal}) END, {exact})";
    }

    /// <summary>FOCUS has categories of charges where CUR has types of lines.</summary>
    private static string LineType(ColumnLayout layout, string column) => layout == ColumnLayout.Focus
        ? $"CASE {column} WHEN 'Purchase' THEN 'Fee' WHEN 'Adjustment' THEN 'Refund' ELSE {column} END"
        : column;

    /// <summary>Columns of CSV files are named by their place, since headers may have names that differ in case only.</summary>
    private static string Name(ReportPart part, int column) =>
        IsParquet(part) ? SqlText.Name(part.Columns.Header[column]) : $"c{column}";

    private static string Source(ReportPart part)
    {
        var files = $"[{string.Join(", ", part.Files.Select(file => SqlText.Literal(file.Path)))}]";
        if (IsParquet(part))
        {
            return $"read_parquet({files}, hive_partitioning = false)";
        }

        var columns = string.Join(", ", Enumerable.Range(0, part.Columns.Header.Length).Select(index => $"'c{index}': 'VARCHAR'"));
        return $"""
            read_csv({files}, columns = {"{"}{columns}{"}"}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
                hive_partitioning = false, store_rejects = true)
            """;
    }

    private static bool IsParquet(ReportPart part) => part.Files[0].Format == FileFormat.Parquet;
}
