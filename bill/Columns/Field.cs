namespace Bill.Columns;

/// <summary>What is read of each line of a bill.</summary>
internal enum Field
{
    ProductCode,
    UsageType,
    LineType,
    Amount,
    Cost,
    Start,
    End,
    Region,
    Resource,
    Currency,
}
