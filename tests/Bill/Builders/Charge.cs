using System.Globalization;

namespace Bill.Tests.Builders;

/// <summary>
/// A line of a bill: an hour of something in us-east-1, unless the test says otherwise. All is text, so that it can be wrong.
/// </summary>
internal sealed record Charge(string Product, string UsageType, string Amount, string Cost)
{
    public const string Sagemaker = "AmazonSageMaker";

    public Charge(string product, string usageType, decimal amount, decimal cost)
        : this(product, usageType, amount.ToString(CultureInfo.InvariantCulture), cost.ToString(CultureInfo.InvariantCulture))
    {
    }

    public string LineType { get; init; } = "Usage";

    public string Start { get; init; } = "2026-10-01T00:00:00.000Z";

    public string End { get; init; } = "2026-10-01T01:00:00.000Z";

    public string Region { get; init; } = "us-east-1";

    public string Resource { get; init; } = "";

    public string Currency { get; init; } = "USD";

    /// <summary>The same, some hours into the month and for so long.</summary>
    public Charge At(int hour, int hours = 1) => this with { Start = Time(hour), End = Time(hour + hours) };

    public static Charge Endpoint(string name, string instanceType, decimal hours, decimal cost) =>
        new(Sagemaker, $"USE1-Host:{instanceType}", hours, cost) { Resource = Arn(name) };

    public static string Arn(string endpoint) => $"arn:aws:sagemaker:us-east-1:123456789012:endpoint/{endpoint}";

    private static string Time(int hour) =>
        new DateTime(2026, 10, 1).AddHours(hour).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
