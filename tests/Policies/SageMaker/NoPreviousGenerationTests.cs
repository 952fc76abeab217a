using Policies.SageMaker;
using ResourceViews.Aws.Sagemaker;
using static Policies.Tests.Builders.TrainingJobs;

namespace Policies.Tests.SageMaker;

public class NoPreviousGenerationTests
{
    private static readonly NoPreviousGeneration Policy = new();

    private static TrainingJobProps On(Known<string> type) => Spot with { ResourceConfig = new() { InstanceType = type, InstanceCount = 1 } };

    [Fact]
    public void A_current_type_is_compliant() => Policy.On(Spot).ShouldBeCompliant();

    [Fact]
    public void A_type_that_is_not_listed_is_not_taken_for_old() => Policy.On(On("ml.g9.xlarge")).ShouldBeCompliant();

    [Fact]
    public void A_retired_one_is_a_violation() => Assert.Equal(
        "trainer: resourceConfig.instanceType is ml.p2.xlarge, of an earlier generation: slower for its price, and new capacity cannot be "
            + "relied on. Use ml.g5 or ml.g6.",
        Policy.On(On("ml.p2.xlarge")).Violation());

    [Theory]
    [InlineData("ml.p3.2xlarge", "ml.g5, ml.g6 or ml.g6e")]
    [InlineData("ml.p3dn.24xlarge", "ml.g6e.48xlarge or ml.p4d.24xlarge")]
    [InlineData("ml.m4.xlarge", "ml.m5 or ml.m6i")]
    [InlineData("ml.c4.xlarge", "ml.c5 or ml.c6i")]
    public void One_that_AWS_still_offers_is_a_warning(string type, string successor)
    {
        var verdict = Policy.On(On(type));

        Assert.False(verdict.IsViolation);
        Assert.Contains($"Use {successor}.", Assert.Single(verdict.Warnings));
    }

    [Fact]
    public void Every_type_of_the_catalogue_that_is_of_an_earlier_generation_has_a_successor() => Assert.All(
        InstanceCatalogue.All.Where(type => type.Status == TypeStatus.Previous),
        type => Assert.Contains(InstanceName.Parse(type.Name)!.Value.Family, NoPreviousGeneration.OldFamilies));

    [Fact]
    public void A_type_that_is_not_known_yet_is_unknown() =>
        Policy.On(On(Known<string>.Unknown)).ShouldBeUnknown("resourceConfig.instanceType");

    [Fact]
    public void A_secret_is_not_told()
    {
        var violation = Policy.On(On(Known<string>.Secret("ml.p2.xlarge"))).Violation();

        Assert.DoesNotContain("p2", violation);
        Assert.DoesNotContain("g5", violation);
    }

    [Fact]
    public void Endpoints_and_notebooks_are_looked_at_too()
    {
        Assert.True(Policy.On(new NotebookInstanceProps { InstanceType = "ml.p2.xlarge" }).IsViolation);
        Assert.True(Policy.On(new EndpointConfigurationProps { ProductionVariants = [new() { InstanceType = "ml.p2.xlarge" }] }).IsViolation);
    }
}
