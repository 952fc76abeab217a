namespace Infra.Compute;

/// <summary>How many cores and GPUs an instance has, which is what its utilization metrics are summed over.</summary>
internal static class InstanceUnits
{
    private const int VirtualCpusOfXlarge = 4;

    /// <remarks>https://aws.amazon.com/ec2/instance-types/#Accelerated_Computing</remarks>
    private static readonly Dictionary<string, int> SeveralGpus = new()
    {
        ["g4dn.12xlarge"] = 4,
        ["g5.12xlarge"] = 4,
        ["g5.24xlarge"] = 4,
        ["g5.48xlarge"] = 8,
        ["g6.12xlarge"] = 4,
        ["g6.24xlarge"] = 4,
        ["g6.48xlarge"] = 8,
        ["g6e.12xlarge"] = 4,
        ["g6e.24xlarge"] = 4,
        ["g6e.48xlarge"] = 8,
        ["g7e.12xlarge"] = 2,
        ["g7e.24xlarge"] = 4,
        ["g7e.48xlarge"] = 8,
        ["p2.8xlarge"] = 8,
        ["p2.16xlarge"] = 16,
        ["p3.8xlarge"] = 4,
        ["p3.16xlarge"] = 8,
        ["p3dn.24xlarge"] = 8,
        ["p4d.24xlarge"] = 8,
        ["p4de.24xlarge"] = 8,
        ["p5.48xlarge"] = 8,
        ["p5e.48xlarge"] = 8,
        ["p5en.48xlarge"] = 8,
        ["p6-b200.48xlarge"] = 8,
        ["p6-b300.48xlarge"] = 8,
        ["p6e-gb200.36xlarge"] = 4,
    };

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

    /// <summary>None on a CPU type; null for a type with several of which nobody listed how many.</summary>
    public static int? Gpus(this InstanceType type)
    {
        if (!type.HasGpu)
            return 0;
        if (!type.HasSeveralGpus)
            return 1;
        return SeveralGpus.TryGetValue($"{type.Family}.{type.Size}", out var count) ? count : null;
    }
}
