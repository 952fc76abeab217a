using Policies.SageMaker;
using ResourceViews.Aws.Sagemaker;
using static Policies.Tests.Builders.TrainingJobs;

namespace Policies.Tests.SageMaker;

public class SpotNoWarmPoolTests
{
    private static readonly SpotNoWarmPool Policy = new();

    private static TrainingJobProps Keeping(TrainingJobProps job, Known<int?> seconds) => job with
    {
        ResourceConfig = new() { InstanceType = "ml.g5.xlarge", InstanceCount = 1, KeepAlivePeriodInSeconds = seconds },
    };

    [Fact]
    public void Without_a_warm_pool_a_job_is_compliant()
    {
        Policy.On(Spot).ShouldBeCompliant();
        Policy.On(Keeping(Spot, 0)).ShouldBeCompliant();
    }

    [Fact]
    public void A_spot_job_with_one_is_a_violation() => Assert.Equal(
        "trainer: resourceConfig.keepAlivePeriodInSeconds is 600 seconds on a spot job: SageMaker keeps no warm pool of spot capacity. "
            + "Remove it.",
        Policy.On(Keeping(Spot, 600)).Violation());

    [Theory]
    [InlineData(600, "billed while they wait for the next job")]
    [InlineData(7200, "the guide allows 3600 seconds")]
    public void On_demand_it_is_a_warning(int seconds, string warning) =>
        Assert.Contains(warning, Assert.Single(Policy.On(Keeping(OnDemand, seconds)).Warnings));

    [Fact]
    public void What_decides_and_is_not_known_yet_is_unknown()
    {
        Policy.On(Keeping(Spot with { EnableManagedSpotTraining = Known<bool?>.Unknown }, 600)).ShouldBeUnknown("enableManagedSpotTraining");
        Policy.On(Keeping(Spot, Known<int?>.Unknown)).ShouldBeUnknown("resourceConfig.keepAlivePeriodInSeconds");
    }

    [Fact]
    public void On_demand_no_length_would_be_a_violation() => Policy.On(Keeping(OnDemand, Known<int?>.Unknown)).ShouldBeCompliant();
}
