using Costs.Estimates;
using DuckDB.NET.Data;

namespace Bill.Classification;

/// <summary>A line of what the classification answers: what of a usage type falls into one item.</summary>
/// <param name="Resource">The endpoint that is always on; empty for all else.</param>
/// <param name="Hours">How long that endpoint was there; 0 for all else.</param>
/// <param name="Amount">In the unit of the usage type.</param>
internal sealed record BillLine(
    CostCategory Category, string Item, string ProductCode, string UsageType, string Region, string Resource, long Hours,
    DateTime? Start, DateTime? End, decimal Amount, decimal Usd)
{
    /// <summary>The instance type that a usage type of SageMaker ends with, for example ml.g5.xlarge; null where there is none.</summary>
    public string? InstanceType => UsageType.IndexOf("ml.", StringComparison.Ordinal) is >= 0 and var at ? UsageType[at..] : null;

    public static BillLine Read(DuckDBDataReader row) => new(
        Enum.Parse<CostCategory>(row.GetString(0), ignoreCase: true), row.GetString(1), row.GetString(2), row.GetString(3),
        row.GetString(4), row.GetString(5), row.GetInt64(6), Time(row, 7), Time(row, 8), Money(row, 9), Money(row, 10));

    private static DateTime? Time(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDateTime(column);

    private static decimal Money(DuckDBDataReader row, int column) => row.IsDBNull(column) ? 0 : row.GetDecimal(column);
}
