namespace Costs.Money;

/// <summary>How long a month is on the bill, named once.</summary>
public static class BillingMonth
{
    /// <summary>Hours in an average month, as AWS and its calculator count them.</summary>
    public const decimal Hours = 730m;

    public const decimal Seconds = Hours * 3600;

    public const decimal Days = Hours / 24;

    /// <summary>
    /// Days that a month of storage is taken to have. Lifecycle rules count in days and ingest in months: with 30, "expires
    /// after 30 days" and "one month of production" are the same amount.
    /// </summary>
    public const decimal StorageDays = 30m;
}
