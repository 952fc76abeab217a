using Policies.SageMaker;
using ResourceViews.AwsNative.SageMaker;
using static Policies.Tests.Builders.Pipelines;
using static Policies.Tests.Builders.TrainingJobs;

namespace Policies.Tests.SageMaker;

public class RuntimeCappedTests
{
    private static readonly RuntimeCapped Policy = new();
    private static readonly Known<int?> Missing = (int?)null;

    [Fact]
    public void A_job_with_a_limit_is_compliant()
    {
        Policy.On(Spot).ShouldBeCompliant();
        Policy.On(OnDemand).ShouldBeCompliant();
    }

    [Fact]
    public void A_job_without_one_is_a_violation() => Assert.Equal(
        "trainer: stoppingCondition.maxRuntimeInSeconds is not set: a job that hangs is billed for a day. "
            + "Set it to somewhat more than the longest run that was good.",
        Policy.On(Limits(Missing, 7200)).Violation());

    [Fact]
    public void A_limit_above_the_setting_is_a_violation() => Assert.Equal(
        "trainer: stoppingCondition.maxRuntimeInSeconds is 7200, expected at most 3600 (the setting maxRuntimeHours is 1). "
            + "Lower it, or divide the job.",
        Policy.On(Spot, PropertyMap.Of(("maxRuntimeHours", 1))).Violation());

    [Fact]
    public void A_limit_that_is_not_known_yet_is_unknown() =>
        Policy.On(Limits(Known<int?>.Unknown, 7200)).ShouldBeUnknown("stoppingCondition.maxRuntimeInSeconds");

    [Fact]
    public void Processing_jobs_are_held_to_it()
    {
        var job = new ProcessingJobProps
        {
            ProcessingResources = new() { ClusterConfig = new() { InstanceType = "ml.m5.xlarge", InstanceCount = 1 } },
        };

        Assert.True(Policy.On(job).IsViolation);
        Policy.On(job with { StoppingCondition = new() { MaxRuntimeInSeconds = 600 } }).ShouldBeCompliant();
    }

    [Fact]
    public void So_are_the_steps_of_pipelines() => Assert.Contains(
        "pipelineDefinition.Steps[\"Prepare\"].Arguments.StoppingCondition.MaxRuntimeInSeconds is not set",
        Policy.On(Aws(Pipeline("", Step("Prepare", "Processing", """
            { "ProcessingResources": { "ClusterConfig": { "InstanceType": "ml.m5.xlarge", "InstanceCount": 1 } } }
            """)))).Violation());

    [Fact]
    public void An_endpoint_runs_until_it_is_deleted() => Policy.On(new EndpointConfigProps
    {
        ProductionVariants = [new() { InstanceType = "ml.m5.large", VariantName = "main" }],
    }).ShouldBeCompliant();
}
