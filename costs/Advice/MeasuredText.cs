using System.Globalization;
using Costs.Measured;
using Costs.Sizing;

namespace Costs.Advice;

/// <summary>What was measured, in words.</summary>
/// <param name="Days">For example "14 days".</param>
/// <param name="Seen">Of how much the figures are.</param>
/// <param name="Used">What was used of an instance.</param>
internal sealed record MeasuredText(string Days, string Seen, string Used)
{
    public static MeasuredText Of(Surveyed thing, MeasuredNeed need, Workbench bench)
    {
        var window = bench.Measured.Use!.Window;
        return bench.Measured.Family(thing) is { } family
            ? new(window.DaysText, Text($"{family.JobsText}, {family.InstanceHours:0.#} instance-hours"), UsedOf(need, "on average"))
            : new(MetricWindow.TextOf(bench.Measured.Variant(thing)!.Days), SeenOf(bench.Measured.Variant(thing)!), UsedOf(need, "at the most"));
    }

    /// <summary>Of how much of the time there is data.</summary>
    public static string SeenOf(VariantUse use) => Text($"data of {use.HoursWithData} of {use.Hours} hours");

    /// <summary>What a type has of what is measured.</summary>
    public static string Has(InstanceType type) => string.Join(", ", (string[])
    [
        .. type.Accelerators is { } gpus ? [Text($"{gpus} with {GiB(gpus.MemoryMiB):0.#} GiB")] : Array.Empty<string>(),
        $"{type.VirtualCpus} vCPUs",
        Text($"{type.MemoryGiB:0.#} GiB"),
    ]);

    private static string UsedOf(MeasuredNeed need, string when) => string.Join(", ", (string[])
    [
        .. need.Present.Accelerators is { } gpus
            ? [Text($"{need.BusyGpus:0.##} of {gpus} {when}"), Text($"{GiB(need.GpuMemoryMiB):0.#} of {GiB(gpus.MemoryMiB):0.#} GiB of their memory")]
            : Array.Empty<string>(),
        Text($"{need.BusyCpus:0.#} of {need.Present.VirtualCpus} vCPUs"),
        Text($"{need.MemoryGiB:0.#} of {need.Present.MemoryGiB:0.#} GiB"),
    ]);

    private static decimal GiB(decimal mebibytes) => mebibytes / 1024;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
