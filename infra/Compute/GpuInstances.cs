namespace Infra.Compute;

/// <summary>Hardware of one GPU instance type.</summary>
/// <param name="Size">Family and size, without <c>ml.</c>.</param>
/// <param name="MibPerGpu">MiB of one GPU as EC2 reports it; a "24 GB" card has 22,888.</param>
/// <param name="MemoryGib">GiB of the host.</param>
internal sealed record GpuInstance(string Size, int Gpus, int MibPerGpu, int MemoryGib)
{
    /// <summary>An earlier generation, whose new capacity cannot be relied on: it is used, and never advised.</summary>
    public bool IsPrevious { get; init; }
}

/// <summary>The one table of GPU instance types: how many GPUs each has, how much memory, and which costs less than which.</summary>
/// <remarks>
/// Hardware: https://aws.amazon.com/ec2/instance-types/#Accelerated_Computing, memory as EC2's DescribeInstanceTypes
/// reports it. Order: list prices of training in us-east-1, September 2026, as costs/Catalogue has them; tests hold the
/// table to both.
/// </remarks>
internal static class GpuInstances
{
    private static readonly Dictionary<string, int> CountsWithoutListPrice = new()
    {
        ["g7e.2xlarge"] = 1,
        ["g7e.4xlarge"] = 1,
        ["g7e.8xlarge"] = 1,
        ["g7e.12xlarge"] = 2,
        ["g7e.24xlarge"] = 4,
        ["g7e.48xlarge"] = 8,
        ["p2.xlarge"] = 1,
        ["p2.8xlarge"] = 8,
        ["p2.16xlarge"] = 16,
        ["p3dn.24xlarge"] = 8,
        ["p5e.48xlarge"] = 8,
        ["p6-b300.48xlarge"] = 8,
        ["p6e-gb200.36xlarge"] = 4,
    };

    /// <summary>Types in rising order of what an hour of training costs.</summary>
    public static IReadOnlyList<GpuInstance> Ladder { get; } =
    [
        new("g4dn.xlarge", 1, 16384, 16),
        new("g4dn.2xlarge", 1, 16384, 32),
        new("g6.xlarge", 1, 22888, 16),
        new("g6.2xlarge", 1, 22888, 32),
        new("g5.xlarge", 1, 22888, 16),
        new("g4dn.4xlarge", 1, 16384, 64),
        new("g5.2xlarge", 1, 22888, 32),
        new("g6.4xlarge", 1, 22888, 64),
        new("g5.4xlarge", 1, 22888, 64),
        new("g6.8xlarge", 1, 22888, 128),
        new("g6e.xlarge", 1, 45776, 32),
        new("g4dn.8xlarge", 1, 16384, 128),
        new("g6e.2xlarge", 1, 45776, 64),
        new("g5.8xlarge", 1, 22888, 128),
        new("g6e.4xlarge", 1, 45776, 128),
        new("p3.2xlarge", 1, 16384, 61) { IsPrevious = true },
        new("g6.16xlarge", 1, 22888, 256),
        new("g4dn.12xlarge", 4, 16384, 192),
        new("g5.16xlarge", 1, 22888, 256),
        new("g4dn.16xlarge", 1, 16384, 256),
        new("g6e.8xlarge", 1, 45776, 256),
        new("g6.12xlarge", 4, 22888, 192),
        new("g5.12xlarge", 4, 22888, 192),
        new("p5.4xlarge", 1, 81920, 256),
        new("g6.24xlarge", 4, 22888, 384),
        new("g6e.16xlarge", 1, 45776, 512),
        new("g5.24xlarge", 4, 22888, 384),
        new("g6e.12xlarge", 4, 45776, 384),
        new("p3.8xlarge", 4, 16384, 244) { IsPrevious = true },
        new("g6.48xlarge", 8, 22888, 768),
        new("g6e.24xlarge", 4, 45776, 768),
        new("g5.48xlarge", 8, 22888, 768),
        new("p4d.24xlarge", 8, 40960, 1152),
        new("p3.16xlarge", 8, 16384, 488) { IsPrevious = true },
        new("p4de.24xlarge", 8, 81920, 1152),
        new("g6e.48xlarge", 8, 45776, 1536),
        new("p5.48xlarge", 8, 81920, 2048),
        new("p5en.48xlarge", 8, 144384, 2048),
        new("p6-b200.48xlarge", 8, 183359, 2048),
    ];

    private static readonly Dictionary<string, int> Counts = new(
        CountsWithoutListPrice.Concat(Ladder.Select(type => KeyValuePair.Create(type.Size, type.Gpus))));

    /// <summary>How many GPUs each listed type has, by family and size.</summary>
    public static IReadOnlyDictionary<string, int> CountBySize => Counts;
}
