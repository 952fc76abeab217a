using Costs.Measured;
using Costs.Sizing;

namespace Costs.Tests.Measured;

public class MeasuredNeedTests
{
    /// <summary>A quarter of four A10G, 20 of 89.4 GiB of their memory, a tenth of 48 cores and of 192 GiB.</summary>
    private static readonly FamilyUse Light = new()
    {
        Family = new("urn", "ranking", ["test-"], "ml.g5.12xlarge"),
        Jobs = 3,
        Gpu = new(22, null),
        GpuMemory = new(null, 22),
        Cpu = new(10, null),
        Memory = new(null, 10),
    };

    [Theory]
    [InlineData("ml.g5.xlarge", false)]
    [InlineData("ml.g5.2xlarge", true)]
    [InlineData("ml.g4dn.2xlarge", false)]
    [InlineData("ml.g4dn.12xlarge", true)]
    [InlineData("ml.g6.2xlarge", true)]
    [InlineData("ml.m5.12xlarge", false)]
    public void Another_type_needs_enough_of_everything(string type, bool isEnough) =>
        Assert.Equal(isEnough, Need(Light).IsMetBy(InstanceCatalogue.Find(type)!));

    [Fact]
    public void Of_GPUs_there_have_to_be_as_many_as_were_busy() =>
        Assert.False(Need(Light with { Gpu = new(30, null) }).IsMetBy(InstanceCatalogue.Find("ml.g5.2xlarge")!));

    [Fact]
    public void What_was_not_measured_is_not_taken_for_nothing()
    {
        Assert.Null(MeasuredNeed.Of(Light with { GpuMemory = Utilization.Unknown }));
        Assert.Null(MeasuredNeed.Of(Light with { Memory = Utilization.Unknown }));
    }

    [Fact]
    public void What_was_measured_on_other_instances_is_not_taken() => Assert.Null(MeasuredNeed.Of(Light with { GpuMemory = new(null, 180) }));

    private static MeasuredNeed Need(FamilyUse use) => MeasuredNeed.Of(use)!;
}
