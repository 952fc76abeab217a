using Costs.Sizing;

namespace Costs.Tests.Sizing;

public class InstanceCatalogueTests
{
    [Fact]
    public void Every_row_is_a_type_of_its_own() => Assert.All(InstanceCatalogue.All, type =>
    {
        Assert.NotNull(InstanceName.Parse(type.Name));
        Assert.Same(type, InstanceCatalogue.Find(type.Name));
        Assert.InRange(type.VirtualCpus, 1, 1024);
        Assert.InRange(type.MemoryGiB, 1, 32_768);
    });

    [Theory]
    [InlineData("ml.g4dn.xlarge", 1, 16384)]
    [InlineData("ml.g4dn.12xlarge", 4, 16384)]
    [InlineData("ml.g5.xlarge", 1, 22888)]
    [InlineData("ml.g5.48xlarge", 8, 22888)]
    [InlineData("ml.p4d.24xlarge", 8, 40960)]
    [InlineData("ml.p5.4xlarge", 1, 81920)]
    [InlineData("ml.p5.48xlarge", 8, 81920)]
    public void Gpus_and_their_memory_are_known(string name, int gpus, int mebibytesEach)
    {
        var type = InstanceCatalogue.Find(name)!;

        Assert.Equal(gpus, type.Gpus);
        Assert.Equal(mebibytesEach, type.Accelerators!.MemoryMiBEach);
    }

    [Theory]
    [InlineData("ml.t3.medium")]
    [InlineData("ml.m5.24xlarge")]
    public void A_processor_has_no_accelerator(string name) => Assert.Null(InstanceCatalogue.Find(name)!.Accelerators);

    [Theory]
    [InlineData("ml.trn1.32xlarge", AcceleratorKind.Trainium, 16)]
    [InlineData("ml.inf2.48xlarge", AcceleratorKind.Inferentia, 12)]
    public void Accelerators_that_are_no_gpus_do_not_count_as_such(string name, object kind, int count)
    {
        var type = InstanceCatalogue.Find(name)!;

        Assert.Equal(0, type.Gpus);
        Assert.Equal((kind, count), (type.Accelerators!.Kind, type.Accelerators.Count));
    }

    [Fact]
    public void T3_is_for_everything_but_hosting_and_t2_is_for_hosting()
    {
        Assert.False(InstanceCatalogue.Find("ml.t3.medium")!.Offered.HasFlag(OfferedFor.Hosting));
        Assert.True(InstanceCatalogue.Find("ml.t2.medium")!.Offered.HasFlag(OfferedFor.Hosting));
    }

    [Fact]
    public void An_unlisted_type_is_unknown() => Assert.Null(InstanceCatalogue.Find("ml.z9.metal"));

    [Fact]
    public void Earlier_generations_and_types_without_a_price_are_marked()
    {
        Assert.Equal(TypeStatus.Previous, InstanceCatalogue.Find("ml.p3.2xlarge")!.Status);
        Assert.Equal(TypeStatus.PlanOnly, InstanceCatalogue.Find("ml.p5e.48xlarge")!.Status);
        Assert.Equal(TypeStatus.Current, InstanceCatalogue.Find("ml.g6.xlarge")!.Status);
    }
}
