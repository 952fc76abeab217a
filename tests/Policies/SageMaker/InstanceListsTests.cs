using Policies.SageMaker;
using ResourceViews.Aws.Sagemaker;

namespace Policies.Tests.SageMaker;

/// <summary>The lists of types in the settings of <c>no-oversized-instances</c>.</summary>
public class InstanceListsTests
{
    private static readonly NoOversizedInstances Policy = new();

    [Fact]
    public void A_list_of_allowed_types_refuses_every_other()
    {
        var settings = PropertyMap.Of(("trainingTypes", (string[])["ml.m5.*", "ml.g4dn.xlarge"]));

        Policy.On(JobOn("ml.m5.large"), settings).ShouldBeCompliant();
        Assert.Equal(
            "trainer: resourceConfig.instanceType is ml.g5.xlarge, which the setting trainingTypes does not list: "
                + "choose one of ml.m5.*, ml.g4dn.xlarge.",
            Policy.On(JobOn("ml.g5.xlarge"), settings).Violation());
    }

    [Fact]
    public void A_list_of_allowed_types_allows_even_the_largest() => Policy.On(
        JobOn("ml.p5.48xlarge"), PropertyMap.Of(("trainingTypes", (string[])["ml.p5.48xlarge"]))).ShouldBeCompliant();

    [Fact]
    public void A_list_of_allowed_types_asks_for_no_model() => Policy.On(
        JobOn("ml.p5.48xlarge") with { Tags = Model("0.5") }, PropertyMap.Of(("trainingTypes", (string[])["ml.p5.48xlarge"]))).ShouldBeCompliant();

    [Fact]
    public void A_list_for_models_of_a_size_holds_where_the_size_is_declared()
    {
        var settings = PropertyMap.Of(
            ("trainingTypes", (string[])["ml.p4d.24xlarge"]), ("smallModelTypes", (string[])["ml.g4dn.xlarge", "ml.g5.*"]));

        Policy.On(JobOn("ml.g5.xlarge") with { Tags = Model("0.5") }, settings).ShouldBeCompliant();
        Policy.On(JobOn("ml.p4d.24xlarge"), settings).ShouldBeCompliant();
        Assert.Equal(
            "trainer: resourceConfig.instanceType is ml.g6.xlarge, which the setting smallModelTypes does not list for models below "
                + "1 billion parameters: choose one of ml.g4dn.xlarge, ml.g5.*.",
            Policy.On(JobOn("ml.g6.xlarge") with { Tags = Model("0.5") }, settings).Violation());
    }

    [Fact]
    public void A_declared_model_must_fit_a_listed_type_too()
    {
        var settings = PropertyMap.Of(("mediumModelTypes", (string[])["ml.g5.*"]));

        Assert.EndsWith(
            "Use ml.g5.48xlarge (8 × A10G).", Policy.On(JobOn("ml.g5.xlarge") with { Tags = Model("7") }, settings).Violation());
        Assert.EndsWith(
            "No type of the list is large enough: use more instances, or a mode that needs less.",
            Policy.On(JobOn("ml.g5.xlarge") with { Tags = Model("10") }, settings).Violation());
    }

    [Fact]
    public void An_unknown_size_decides_where_models_of_different_sizes_have_lists()
    {
        var tags = new Dictionary<string, Known<string>> { ["model-parameters-billions"] = Known<string>.Unknown };

        Policy.On(JobOn("ml.g5.xlarge") with { Tags = tags }, PropertyMap.Of(("smallModelTypes", (string[])["ml.g4dn.xlarge"])))
            .ShouldBeUnknown("tags.model-parameters-billions");
    }

    [Fact]
    public void Each_purpose_has_a_list_of_its_own() => Assert.True(Policy.On(
        new NotebookInstanceProps { InstanceType = "ml.p5.48xlarge" }, PropertyMap.Of(("trainingTypes", (string[])["ml.p5.48xlarge"]))).IsViolation);

    [Fact]
    public void An_accepted_type_is_accepted_beside_every_other()
    {
        var settings = PropertyMap.Of(("acceptedTypes", (string[])["ml.p9.*"]));

        Policy.On(JobOn("ml.p9.48xlarge"), settings).ShouldBeCompliant();
        Policy.On(JobOn("ml.g5.xlarge"), settings).ShouldBeCompliant();
        Assert.True(Policy.On(JobOn("ml.p4d.24xlarge"), settings).IsViolation);
    }

    [Fact]
    public void An_accepted_type_adds_to_a_list() => Policy.On(
        JobOn("ml.p9.48xlarge"),
        PropertyMap.Of(("acceptedTypes", (string[])["ml.p9.*"]), ("trainingTypes", (string[])["ml.m5.*"]))).ShouldBeCompliant();

    private static TrainingJobProps JobOn(string type) => new() { ResourceConfig = new() { InstanceType = type, InstanceCount = 1 } };

    private static Dictionary<string, Known<string>> Model(string billions) => new() { ["model-parameters-billions"] = billions };
}
