namespace Infra.Compute;

/// <summary>How many cores and GPUs an instance has, which is what its utilization metrics are summed over.</summary>
internal static class InstanceUnits
{
    private const int VirtualCpusOfXlarge = 4;

    /// <summary>Sizes count in xlarge of four virtual CPUs, in every family. Null where a size says nothing.</summary>
    public static int? VirtualCpus(this InstanceType type) => type.Size switch
    {
        "medium" => 1,
        "large" => 2,
        "xlarge" => VirtualCpusOfXlarge,
        _ when int.TryParse(type.Size.Replace("xlarge", "", StringComparison.Ordinal), out var times) =>
            times * VirtualCpusOfXlarge,
        _ => null,
    };

    /// <summary>None on a CPU type; null for a type with GPUs of which nobody listed how many.</summary>
    public static int? Gpus(this InstanceType type) => !type.HasGpu ? 0
        : GpuInstances.CountBySize.TryGetValue($"{type.Family}.{type.Size}", out var count) ? count : null;
}
