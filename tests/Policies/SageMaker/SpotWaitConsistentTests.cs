using Policies.SageMaker;
using static Policies.Tests.Builders.TrainingJobs;

namespace Policies.Tests.SageMaker;

public class SpotWaitConsistentTests
{
    private static readonly SpotWaitConsistent Policy = new();
    private static readonly Known<int?> Missing = (int?)null;

    [Fact]
    public void A_wait_above_the_run_time_is_compliant() => Policy.On(Spot).ShouldBeCompliant();

    [Fact]
    public void An_on_demand_job_without_a_wait_is_compliant() => Policy.On(OnDemand).ShouldBeCompliant();

    [Fact]
    public void A_spot_job_must_state_its_wait() => Assert.Equal(
        "trainer: stoppingCondition.maxWaitTimeInSeconds is not set, so that the job cannot wait for spot capacity. "
            + "Set it above the run time (7200 seconds).",
        Policy.On(Limits(7200, Missing)).Violation());

    [Fact]
    public void A_wait_below_the_run_time_is_a_violation() => Assert.Equal(
        "trainer: stoppingCondition.maxWaitTimeInSeconds is 3600 seconds, less than stoppingCondition.maxRuntimeInSeconds "
            + "(7200 seconds): it counts waiting and running together. Raise it above that.",
        Policy.On(Limits(7200, 3600)).Violation());

    [Fact]
    public void Without_a_run_time_the_wait_is_held_against_a_day() => Assert.Contains(
        "less than the default run time (86400 seconds)", Policy.On(Limits(Missing, 7200)).Violation());

    [Fact]
    public void A_wait_equal_to_the_run_time_leaves_no_time_to_wait() =>
        Assert.Contains("equal to", Assert.Single(Policy.On(Limits(7200, 7200)).Warnings));

    [Fact]
    public void A_job_on_demand_may_not_state_a_wait() => Assert.Contains(
        "SageMaker refuses the wait of a job that is not spot", Policy.On(Limits(7200, 14400, spot: false)).Violation());

    [Fact]
    public void What_decides_and_is_not_known_yet_is_unknown()
    {
        Policy.On(Limits(7200, 14400, Known<bool?>.Unknown)).ShouldBeUnknown("enableManagedSpotTraining");
        Policy.On(Limits(7200, Known<int?>.Unknown)).ShouldBeUnknown("stoppingCondition.maxWaitTimeInSeconds");
        Policy.On(Limits(Known<int?>.Unknown, 14400)).ShouldBeUnknown("stoppingCondition.maxRuntimeInSeconds");
    }

    [Fact]
    public void A_secret_is_not_told() =>
        Assert.DoesNotContain("3600", Policy.On(Limits(7200, Known<int?>.Secret(3600))).Violation());

    [Fact]
    public void A_serverless_job_does_not_wait() => Assert.NotNull(Policy.On(Serverless).NotApplicableReason);

    [Fact]
    public void Tasks_of_state_machines_are_held_to_it() => Assert.Contains(
        "definition.States.Train.Parameters.StoppingCondition.MaxWaitTimeInSeconds is not set",
        Policy.On(StateMachines.Aws(StateMachines.Machine(("Train", StateMachines.Task("""
            { "EnableManagedSpotTraining": true, "StoppingCondition": { "MaxRuntimeInSeconds": 60 } }
            """))))).Violation());
}
