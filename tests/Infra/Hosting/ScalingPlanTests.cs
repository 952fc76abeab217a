using Infra.Hosting;
using Infra.Tests.Builders;

namespace Infra.Tests.Hosting;

public class ScalingPlanTests
{
    [Theory]
    [InlineData("ml.m5.large", "cpu", 140)]
    [InlineData("ml.g5.xlarge", "gpu", 70)]
    [InlineData("ml.g5.12xlarge", "gpu", 280)]
    [InlineData("ml.p4d.24xlarge", "gpu", 560)]
    public void Seventy_percent_of_an_instance_is_the_sum_over_its_cores_or_GPUs(string instanceType, string metric, double target) =>
        Assert.Equal(target, ScalingPlan.For(Valid.Realtime with { InstanceType = instanceType, Metric = metric }).Target);

    [Fact]
    public void A_percentage_that_is_given_is_taken() => Assert.Equal(
        100, ScalingPlan.For(Valid.Realtime with { Metric = "cpu", UtilizationPercent = 50 }).Target);

    [Fact]
    public void Calls_at_once_are_a_high_resolution_metric_for_each_model()
    {
        var plan = ScalingPlan.For(Valid.Realtime with { Metric = "concurrency", ConcurrentRequests = 8 });

        Assert.Equal(new TrackedMetric.Predefined("SageMakerVariantConcurrentRequestsPerModelHighResolution"), plan.Metric);
        Assert.Equal(8, plan.Target);
    }

    [Fact]
    public void A_queue_is_worked_off_by_up_to_10_instances_at_5_requests_each()
    {
        var plan = ScalingPlan.For(new BacklogScaling());

        Assert.Equal((0, 10, 5d), (plan.Min, plan.Max, plan.Target));
        Assert.Equal((300, 300), (plan.ScaleInCooldownSeconds, plan.ScaleOutCooldownSeconds));
    }

    [Fact]
    public void Office_hours_without_a_maximum_of_their_own_keep_the_scaling_s()
    {
        var hours = Valid.OfficeHours with { Days = ["SAT"], Start = "09:30", End = "23:59" };

        Assert.Equal(
            [new("open", "cron(30 9 ? * SAT *)", 2, 10), new("close", "cron(59 23 ? * SAT *)", 1, 10)],
            OfficeHoursPlan.For(hours, ScalingPlan.For(Valid.Realtime)));
    }
}
