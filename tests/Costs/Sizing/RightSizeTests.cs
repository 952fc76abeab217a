using Costs.Sizing;

namespace Costs.Tests.Sizing;

public class RightSizeTests
{
    [Theory]
    [InlineData("ml.g4dn.xlarge", 1.0, 8)]
    [InlineData("ml.g4dn.12xlarge", 3.9, 31)]
    [InlineData("ml.g5.xlarge", 1.3, 11)]
    [InlineData("ml.g5.12xlarge", 5.4, 43)]
    [InlineData("ml.g5.48xlarge", 10.8, 86)]
    [InlineData("ml.g6e.xlarge", 2.7, 22)]
    [InlineData("ml.g6e.48xlarge", 21.6, 173)]
    [InlineData("ml.g7e.2xlarge", 5.8, 46)]
    [InlineData("ml.p3dn.24xlarge", 15.5, 124)]
    [InlineData("ml.p4d.24xlarge", 19.3, 155)]
    [InlineData("ml.p5.4xlarge", 4.8, 39)]
    [InlineData("ml.p5.48xlarge", 38.7, 309)]
    [InlineData("ml.p5en.48xlarge", 68.1, 545)]
    [InlineData("ml.p6-b200.48xlarge", 86.5, 692)]
    [InlineData("ml.p6-b300.48xlarge", 129.8, 1038)]
    public void The_largest_model_that_a_type_holds_agrees_with_the_published_table(string name, double full, double inference)
    {
        var usable = RightSize.Usable(InstanceCatalogue.Find(name)!.Accelerators!, instances: 1, isSharded: true);

        Assert.Equal(full, Math.Round(usable.GB / ModelUse.Full.BytesPerParameter, 1));
        Assert.Equal(inference, Math.Round(usable.GB / ModelUse.Inference.BytesPerParameter));
    }

    [Fact]
    public void A_model_that_is_not_sharded_has_the_memory_of_one_gpu_however_many_there_are()
    {
        var gpus = InstanceCatalogue.Find("ml.p4d.24xlarge")!.Accelerators!;

        Assert.Equal(MemorySize.FromMiB(40960) * 0.9, RightSize.Usable(gpus, instances: 4, isSharded: false));
        Assert.Equal(MemorySize.FromMiB(40960 * 32) * 0.9, RightSize.Usable(gpus, instances: 4, isSharded: true));
    }

    [Theory]
    [InlineData(1, 20.8)]
    [InlineData(7, 145.6)]
    [InlineData(70, 1456)]
    public void Full_training_needs_sixteen_bytes_a_parameter_and_activations(double billions, double gigabytes) =>
        Assert.Equal(gigabytes, new ModelDemand(billions, ModelUse.Full, ActivationShare: 0.3, IsSharded: true).Need.GB, precision: 6);

    [Fact]
    public void Serving_needs_a_cache_instead_of_activations() =>
        Assert.Equal(16.8, new ModelDemand(7, ModelUse.Inference, ActivationShare: 0.5, IsSharded: true).Need.GB, precision: 6);

    [Theory]
    [InlineData("qlora", 65, "ml.g4dn.12xlarge")]
    [InlineData("lora", 8, "ml.g6e.xlarge")]
    [InlineData("full", 0.6, "ml.g4dn.xlarge")]
    [InlineData("full", 1, "ml.g5.xlarge")]
    [InlineData("full", 13, "ml.p4d.24xlarge")]
    [InlineData("inference", 8, "ml.g5.xlarge")]
    public void The_smallest_type_is_the_one_with_the_least_memory_that_holds_the_model(string use, double billions, string expected) =>
        Assert.Equal(expected, Smallest(use, billions)?.Name);

    [Fact]
    public void No_type_holds_a_model_beyond_all_memory() => Assert.Null(Smallest("full", 1000));

    [Fact]
    public void Earlier_generations_and_other_accelerators_are_no_alternative() => Assert.All(
        Enumerable.Range(1, 130).Select(billions => Smallest("full", billions)).OfType<InstanceType>(),
        type => Assert.True(type is { Status: TypeStatus.Current, Gpus: > 0 }, type.Name));

    [Fact]
    public void A_larger_model_never_gets_a_smaller_type()
    {
        var memory = Enumerable.Range(1, 1300)
            .Select(tenths => Smallest("full", tenths / 10.0)?.Accelerators!.MemoryMiB ?? long.MaxValue)
            .ToArray();

        Assert.Equal(memory.Order(), memory);
    }

    [Theory]
    [InlineData(30, Fit.TooSmall)]
    [InlineData(13, Fit.Fits)]
    [InlineData(1, Fit.Wasteful)]
    public void A_type_fits_between_a_third_and_all_of_its_usable_memory(double billions, object expected) => Assert.Equal(
        expected,
        RightSize.Of(new(billions, ModelUse.Full, 0.3, IsSharded: true), InstanceCatalogue.Find("ml.p4d.24xlarge")!.Accelerators!, 1));

    [Theory]
    [InlineData("ml.g5.xlarge", 7, Standing.Refused, "ml.g6e.12xlarge")]
    [InlineData("ml.p4d.24xlarge", 1, Standing.Refused, "ml.g5.xlarge")]
    [InlineData("ml.p4d.24xlarge", 7, Standing.AdvisedAgainst, "ml.g6e.12xlarge")]
    [InlineData("ml.p4d.24xlarge", 13, Standing.Accepted, null)]
    public void A_type_is_refused_where_the_model_does_not_fit_or_fills_less_than_a_third(
        string type, double billions, object standing, string? better) => Assert.Equal((standing, better), Judged(type, billions));

    [Theory]
    [InlineData("ml.trn1.32xlarge", 0.5, Standing.Refused, "ml.trn1.2xlarge")]
    [InlineData("ml.trn1.32xlarge", 13, Standing.AdvisedAgainst, "ml.p4d.24xlarge")]
    [InlineData("ml.trn1.2xlarge", 13, Standing.Refused, "ml.trn1.32xlarge")]
    [InlineData("ml.trn1.32xlarge", 30, Standing.Refused, null)]
    public void A_neuron_type_is_replaced_by_its_like_alone_and_a_gpu_is_no_more_than_advice(
        string type, double billions, object standing, string? better) => Assert.Equal((standing, better), Judged(type, billions));

    [Fact]
    public void Only_allowed_types_are_an_alternative()
    {
        Assert.Equal((Standing.Refused, "ml.g5.12xlarge"), Judged("ml.p4d.24xlarge", 1, "ml.g5.12xlarge", "ml.p4d.24xlarge"));
        Assert.Equal((Standing.Accepted, null), Judged("ml.p4d.24xlarge", 1, "ml.p4d.24xlarge"));
    }

    private static InstanceType? Smallest(string use, double billions) => RightSize.Smallest(Placed(ModelUse.Find(use)!, billions));

    private static (object, string?) Judged(string type, double billions, params string[] allowed)
    {
        var judgement = RightSize.Judge(Placed(ModelUse.Full, billions, allowed), InstanceCatalogue.Find(type)!, isLarge: true);
        return (judgement.Standing, judgement.Better?.Name);
    }

    private static Placement Placed(ModelUse use, double billions, params string[] allowed) =>
        new(new(billions, use, 0.3, IsSharded: true), Instances: 1, OfferedFor.Training, new([.. allowed]));
}
