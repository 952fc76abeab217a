using Infra.Hosting;

namespace Infra.Tests.Hosting;

public class InstanceScalingTests
{
    [Theory]
    [InlineData(8, 240)]
    [InlineData(0.01, 1)]
    public void The_target_is_half_of_what_was_measured_in_calls_a_minute(double measured, int target) => Assert.Equal(
        target, new InstanceScaling { MeasuredRequestsPerSecond = (decimal)measured }.TargetInvocationsPerInstancePerMinute);

    [Fact]
    public void A_target_that_is_given_is_taken() => Assert.Equal(
        90, new InstanceScaling { InvocationsPerInstancePerMinute = 90 }.TargetInvocationsPerInstancePerMinute);

    [Fact]
    public void Nobody_measured_means_the_article_s_numbers()
    {
        var plan = ScalingPlan.ByInvocations(new InstanceScaling());

        Assert.Equal(
            new ScalingPlan(
                "sagemaker:variant:DesiredInstanceCount",
                new TrackedMetric.Predefined("SageMakerVariantInvocationsPerInstance"),
                Min: 1, Max: 10, Target: 70, ScaleInCooldownSeconds: 300, ScaleOutCooldownSeconds: 60),
            plan);
    }
}
