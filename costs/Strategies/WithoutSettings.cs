using Costs.Usage;

namespace Costs.Strategies;

/// <summary>What strategies ask of the time before them.</summary>
internal static class WithoutSettings
{
    public static UsageSetting InstanceType { get; } = WithoutKeys.InstanceType.Required();

    public static UsageSetting HoursPerRun { get; } = WithoutKeys.HoursPerRun.Required();

    public static UsageSetting HoursPerMonth { get; } = WithoutKeys.HoursPerMonth.Required();

    public static UsageSetting KeepMonths { get; } = WithoutKeys.KeepMonths.Required();

    public static UsageSetting VolumeGb { get; } = WithoutKeys.VolumeGb.Required();

    public static UsageSetting Endpoints { get; } = WithoutKeys.Endpoints.Required();
}
