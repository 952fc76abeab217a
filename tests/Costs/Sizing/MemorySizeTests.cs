using Costs.Sizing;

namespace Costs.Tests.Sizing;

public class MemorySizeTests
{
    [Fact]
    public void A_mebibyte_is_more_than_a_million_bytes() => Assert.Equal(24.0, MemorySize.FromMiB(22888).GB, precision: 2);

    [Fact]
    public void It_reads_in_billions_of_bytes() => Assert.Equal("41.6 GB", MemorySize.FromGB(41.62).ToString());

    [Fact]
    public void There_is_no_negative_memory() => Assert.Throws<ArgumentOutOfRangeException>(() => MemorySize.FromGB(-1));

    [Fact]
    public void Sizes_compare_by_their_bytes()
    {
        Assert.True(MemorySize.FromMiB(1024) > MemorySize.FromGB(1));
        Assert.True(MemorySize.FromGB(1) <= MemorySize.FromGB(1));
    }
}
