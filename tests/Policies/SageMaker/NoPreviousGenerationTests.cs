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

    [Theory]
    [InlineData("ml.p2.xlarge", "ml.g5 or ml.g6")]
    [InlineData("ml.m4.xlarge", "ml.m5 or ml.m6i")]
    public void An_old_one_is_a_violation(string type, string successor) => Assert.Equal(
        $"trainer: resourceConfig.instanceType is {type}, of an earlier generation: slower for its price, and new capacity cannot be "
            + $"relied on. Use {successor}.",
        Policy.On(On(type)).Violation());

    [Fact]
    public void One_that_AWS_still_lists_is_a_warning() =>
        Assert.Contains("Use ml.g5, ml.g6 or ml.g6e.", Assert.Single(Policy.On(On("ml.p3.2xlarge")).Warnings));

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
