namespace Costs.Catalogue.Keys;

/// <summary>The services around SageMaker: watching, keys, orchestration, files and images.</summary>
internal static class ServicePrices
{
    public static PriceKey Alarm { get; } = new("/cloudWatch/alarmStandardPerMonth", "alarm metrics");

    public static PriceKey HighResolutionAlarm { get; } = new("/cloudWatch/alarmHighResolutionPerMonth", "alarm metrics");

    public static PriceKey CompositeAlarm { get; } = new("/cloudWatch/compositeAlarmPerMonth", "alarms");

    public static PriceKey CustomMetric { get; } = new("/cloudWatch/customMetricPerMonth/tiers", "metrics");

    public static PriceKey Dashboard { get; } = new("/cloudWatch/dashboardPerMonth/usd", "dashboards");

    public static PriceKey LogIngest { get; } = new("/cloudWatch/logsIngestPerGB", "GB");

    public static PriceKey LogStorage { get; } = new("/cloudWatch/logsStoragePerGBMonth", "GB-months");

    public static PriceKey KmsKey { get; } = new("/kms/keyPerMonth", "keys");

    public static PriceKey KmsRequests { get; } =
        new("/kms/requestsPer10000", "ten thousand requests", 10_000, "/kms/freeRequestsPerMonth/count");

    public static PriceKey SnsRequests { get; } = new("/sns/apiRequestsPerMillion", "million requests", 1_000_000);

    public static PriceKey SnsEmails { get; } = new("/sns/emailPer100000", "hundred thousand emails", 100_000, "/sns/freeEmailsPerMonth");

    public static PriceKey BudgetActionDays { get; } = new("/budgets/actionEnabledBudgetPerDay", "budget-days");

    public static PriceKey StandardTransitions { get; } =
        new("/stepFunctions/standardPer1000Transitions", "thousand transitions", 1000);

    public static PriceKey ExpressRequests { get; } = new("/stepFunctions/expressPerMillionRequests", "million requests", 1_000_000);

    public static PriceKey SchedulerInvocations { get; } = new(
        "/eventBridgeScheduler/perMillionInvocations", "million invocations", 1_000_000, "/eventBridgeScheduler/freeInvocationsPerMonth");

    public static PriceKey LambdaRequests { get; } = new("/lambda/perMillionRequests", "million requests", 1_000_000);

    public static PriceKey LambdaGbSeconds { get; } = new("/lambda/perGBSecond", "GB-seconds");

    public static PriceKey EfsStandard { get; } = new("/efs/standardPerGBMonth", "GB-months");

    public static PriceKey EfsInfrequent { get; } = new("/efs/infrequentAccessPerGBMonth", "GB-months");

    public static PriceKey EcrStorage { get; } = new("/ecr/storagePerGBMonth", "GB-months");

    /// <param name="type">gp2 or gp3; the list has no other.</param>
    public static PriceKey Ebs(string type) => new($"/ebs/{type}PerGBMonth", "GB-months");
}
