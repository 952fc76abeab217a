namespace Costs.Usage;

/// <summary>The whole vocabulary of usage.</summary>
public static class UsageKeys
{
    public static UsageKey RunsPerMonth { get; } = new(
        "runsPerMonth", "runs", "How often a job or an execution starts in a month.");

    public static UsageKey HoursPerRun { get; } = new(
        "hoursPerRun", "hours", "How long one run works, interruptions not counted.", 28 * 24);

    public static UsageKey HoursPerMonth { get; } = new(
        "hoursPerMonth", "hours", "How long it runs in a month.", 730);

    public static UsageKey SpotSavingsPercent { get; } = Share(
        "spotSavingsPercent", "How much less than on-demand spot capacity costs.");

    public static UsageKey ReworkPercent { get; } = Share(
        "reworkPercent", "Work done twice because spot capacity was taken away.");

    public static UsageKey FallbackPercent { get; } = Share(
        "fallbackPercent", "Share of the work that finds no spot capacity and runs on demand.");

    public static UsageKey AverageInstances { get; } = new(
        "averageInstances", "instances", "Mean number of instances in service.", 1000)
    {
        AcceptsProfile = true,
    };

    public static UsageKey RequestsPerMonth { get; } = new(
        "requestsPerMonth", "requests", "Requests, calls or invocations in a month.");

    public static UsageKey SecondsPerRequest { get; } = new(
        "secondsPerRequest", "seconds", "How long a request takes to answer.", 3600);

    public static UsageKey DataInGb { get; } = new("dataInGbPerMonth", "GB", "Data sent to it in a month.");

    public static UsageKey DataOutGb { get; } = new("dataOutGbPerMonth", "GB", "Data it sends back in a month.");

    public static UsageKey ProcessedGb { get; } = new("processedGbPerMonth", "GB", "Data that passes through it in a month.");

    public static UsageKey IngestGb { get; } = new("ingestGbPerMonth", "GB", "Data written in a month.");

    public static UsageKey StoredGb { get; } = new(
        "storedGb", "GB", "Data that lies there, measured; it takes the place of what ingest and retention would give.");

    public static UsageKey KeepMonths { get; } = new(
        "keepMonths", "months", "How long objects are kept that no rule deletes.", 1200);

    public static UsageKey ObjectMb { get; } = new("objectMb", "MB", "Mean size of an object.", 5_000_000);

    public static UsageKey RetrievedGb { get; } = new(
        "retrievedGbPerMonth", "GB", "Data read in a month from classes that charge for reading.");

    public static UsageKey FrequentPercent { get; } = Share(
        "frequentPercent", "Share of tiered data read within 30 days.");

    public static UsageKey InfrequentPercent { get; } = Share(
        "infrequentPercent", "Share of data not read for 30 days.");

    public static UsageKey ArchivedPercent { get; } = Share(
        "archivedPercent", "Share of tiered data in the opt-in archive access tier.");

    public static UsageKey DeepArchivedPercent { get; } = Share(
        "deepArchivedPercent", "Share of tiered data in the opt-in deep archive access tier.");

    public static UsageKey PutRequestsPerMonth { get; } = new(
        "putRequestsPerMonth", "requests", "PUT, COPY, POST and LIST requests in a month.");

    public static UsageKey GetRequestsPerMonth { get; } = new(
        "getRequestsPerMonth", "requests", "GET and other reading requests in a month.");

    public static UsageKey EmailsPerMonth { get; } = new("emailsPerMonth", "emails", "Notifications by email in a month.");

    public static UsageKey TransitionsPerRun { get; } = new(
        "transitionsPerRun", "transitions", "State transitions of one execution.", 25_000);

    public static UsageKey InternetOutGb { get; } = new(
        "internetOutGbPerMonth", "GB", "Data the account sends to the internet in a month.");

    public static UsageKey OtherRegionsGb { get; } = new(
        "otherRegionsGbPerMonth", "GB", "Data the account copies to other Regions in a month.");

    public static UsageKey BetweenZonesGb { get; } = new(
        "betweenZonesGbPerMonth", "GB", "Data that crosses Availability Zones in a month; each direction counts.");

    public static ImmutableArray<UsageKey> All { get; } =
    [
        RunsPerMonth, HoursPerRun, HoursPerMonth, SpotSavingsPercent, ReworkPercent, FallbackPercent, AverageInstances,
        RequestsPerMonth, SecondsPerRequest, DataInGb, DataOutGb, ProcessedGb, IngestGb, StoredGb, KeepMonths, ObjectMb,
        RetrievedGb, FrequentPercent, InfrequentPercent, ArchivedPercent, DeepArchivedPercent, PutRequestsPerMonth,
        GetRequestsPerMonth, EmailsPerMonth, TransitionsPerRun, InternetOutGb, OtherRegionsGb, BetweenZonesGb,
        .. WithoutKeys.All,
    ];

    public static UsageKey? Find(string name) => All.FirstOrDefault(key => key.Name == name);

    private static UsageKey Share(string name, string description) => new(name, "percent", description, 100)
    {
        AcceptsRange = false,
    };
}
