namespace Costs.Usage;

/// <summary>
/// What a plan cannot tell of the time before it: stated under <c>without</c> beside a resource's other usage, and looked at
/// only to work out what a strategy saves.
/// </summary>
public static class WithoutKeys
{
    /// <summary>The key under which they stand.</summary>
    public const string Group = "without";

    public static UsageKey InstanceType { get; } = new(
        Named("instanceType"), "an instance type, such as ml.g5.xlarge",
        "Instance type it ran on, or would run on, without the strategy.")
    {
        IsText = true,
    };

    public static UsageKey HoursPerRun { get; } = Before(
        UsageKeys.HoursPerRun, "How long one run took on that instance type; if nothing is said, as long as now.");

    public static UsageKey HoursPerMonth { get; } = Before(
        UsageKeys.HoursPerMonth, "How long it ran in a month while nothing stopped it.");

    public static UsageKey KeepMonths { get; } = Before(
        UsageKeys.KeepMonths, "How many months of objects had piled up while nothing deleted them.");

    public static UsageKey VolumeGb { get; } = new(Named("volumeGb"), "GB", "Size of its volume.", 16_384)
    {
        AcceptsRange = false,
    };

    public static UsageKey Endpoints { get; } = new(
        Named("endpoints"), "endpoints", "Endpoints of one instance each that would run in its place.", 10_000)
    {
        AcceptsRange = false,
    };

    public static ImmutableArray<UsageKey> All { get; } =
        [InstanceType, HoursPerRun, HoursPerMonth, KeepMonths, VolumeGb, Endpoints];

    private static UsageKey Before(UsageKey key, string description) => key with
    {
        Name = Named(key.Name),
        Description = description,
        AcceptsRange = false,
    };

    private static string Named(string name) => $"{Group}.{name}";
}
