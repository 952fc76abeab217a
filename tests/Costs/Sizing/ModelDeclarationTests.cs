using Costs.Sizing;

namespace Costs.Tests.Sizing;

public class ModelDeclarationTests
{
    private static readonly ModelTags Seven = new("7", "lora", default);

    [Fact]
    public void Nothing_declared_is_nothing_known() => Assert.Equal(ModelDeclaration.None, From(ModelTags.None));

    [Fact]
    public void Tags_declare_size_and_use() =>
        Assert.Equal(new ModelDemand(7, ModelUse.Find("lora")!, 0.3, IsSharded: true), From(Seven).Demand);

    [Fact]
    public void Without_a_use_the_purpose_of_the_workload_decides() =>
        Assert.Equal(ModelUse.Full, From(Seven with { Use = default }).Demand!.Use);

    [Fact]
    public void A_model_need_not_be_sharded() => Assert.False(From(Seven with { Sharding = "none" }).Demand!.IsSharded);

    [Fact]
    public void Settings_win_over_tags()
    {
        var demand = ModelDeclaration.From(Seven, billions: 70, use: "qlora", ModelUse.Full, 0.3).Demand!;

        Assert.Equal((70, "qlora"), (demand.Billions, demand.Use.Name));
    }

    [Theory]
    [InlineData("7b")]
    [InlineData("0")]
    [InlineData("-7")]
    [InlineData("")]
    public void A_size_that_is_no_number_is_a_fault(string billions) => Assert.Equal(
        $"the tag model-parameters-billions is '{billions}', accepted is a number of billions above 0, such as 7",
        From(Seven with { Billions = billions }).Fault);

    [Fact]
    public void An_unheard_of_use_is_a_fault() => Assert.Equal(
        "the tag training-mode is 'lroa', accepted is one of full, full-fp32, full-8bit-adam, lora, qlora, inference, inference-int8, "
            + "inference-int4",
        From(Seven with { Use = "lroa" }).Fault);

    [Fact]
    public void An_unheard_of_sharding_is_a_fault() => Assert.Equal(
        "the tag model-sharding is 'some', accepted is sharded or none", From(Seven with { Sharding = "some" }).Fault);

    [Fact]
    public void A_tag_that_is_not_known_yet_is_named() => Assert.Equal(
        "model-parameters-billions", From(Seven with { Billions = Known<string>.Unknown }).UnknownTag);

    [Fact]
    public void A_secret_that_is_faulty_is_not_told() =>
        Assert.DoesNotContain("7b", From(Seven with { Billions = Known<string>.Secret("7b") }).Fault);

    private static ModelDeclaration From(ModelTags tags) => ModelDeclaration.From(tags, billions: null, use: null, ModelUse.Full, 0.3);
}
