using Policies.SageMaker;
using ResourceViews.Aws.Sagemaker;

namespace Policies.Tests.SageMaker;

/// <summary>What <c>spot-training-required</c> repairs at the level remediate, and what it leaves to people.</summary>
public class SpotRemediationTests
{
    private static readonly SpotTrainingRequired Policy = new();

    private static readonly TrainingJobProps WithCheckpoints = TrainingJobs.OnDemand;
    private static readonly TrainingJobProps WithoutCheckpoints = TrainingJobs.OnDemand with { CheckpointConfig = default };

    [Fact]
    public void A_job_that_keeps_checkpoints_becomes_a_spot_job_that_waits_twice_its_run_time() => Assert.Equal(
        WithCheckpoints with
        {
            EnableManagedSpotTraining = true,
            StoppingCondition = new() { MaxRuntimeInSeconds = 7200, MaxWaitTimeInSeconds = 14400 },
        },
        Policy.Remediated(WithCheckpoints));

    [Theory]
    [InlineData(null, 172_800)]
    [InlineData(2_000_000, 2_419_200)]
    [InlineData(2_419_200, 2_419_200)]
    public void It_waits_for_28_days_at_most(int? runtime, int wait) => Assert.Equal(
        wait, Policy.Remediated(WithCheckpoints with { StoppingCondition = new() { MaxRuntimeInSeconds = runtime } }).StoppingCondition.MaxWaitTimeInSeconds.Value);

    [Theory]
    [InlineData(600, 1200)]
    [InlineData(3000, 3600)]
    [InlineData(3600, 3600)]
    public void Without_checkpoints_a_short_job_does_and_waits_for_an_hour_at_most(int runtime, int wait)
    {
        var remediated = Policy.Remediated(WithoutCheckpoints with { StoppingCondition = new() { MaxRuntimeInSeconds = runtime } });

        Assert.Equal((true, wait), (remediated.EnableManagedSpotTraining.Value, remediated.StoppingCondition.MaxWaitTimeInSeconds.Value));
    }

    [Fact]
    public void A_wait_that_is_long_enough_stays()
    {
        var job = WithCheckpoints with { StoppingCondition = new() { MaxRuntimeInSeconds = 7200, MaxWaitTimeInSeconds = 7300 } };

        Assert.Equal(job with { EnableManagedSpotTraining = true }, Policy.Remediated(job));
    }

    [Fact]
    public void What_it_makes_of_a_job_every_policy_on_spot_accepts()
    {
        var remediated = Policy.Remediated(WithCheckpoints);

        Assert.All(
            (ResourcePolicy[])[Policy, new SpotWaitConsistent(), new SpotCheckpoint(), new SpotNoWarmPool(), new RuntimeCapped()],
            policy => policy.On(remediated).ShouldBeCompliant());
    }

    public static TheoryData<string, TrainingJobProps> Left => new()
    {
        { "an interruption costs its work", WithoutCheckpoints },
        { "it runs for a day by default", WithoutCheckpoints with { StoppingCondition = default } },
        { "others have their checkpoints there", WithCheckpoints with { CheckpointConfig = new() { S3Uri = "s3://artifacts/checkpoints/" } } },
        { "its checkpoints have no bucket", WithCheckpoints with { CheckpointConfig = new() { S3Uri = "s3:///" } } },
        { "it keeps a warm pool", WithCheckpoints with { ResourceConfig = WithCheckpoints.ResourceConfig with { KeepAlivePeriodInSeconds = 600 } } },
        { "its run time is unknown", WithCheckpoints with { StoppingCondition = new() { MaxRuntimeInSeconds = Known<int?>.Unknown } } },
        { "its wait is unknown", WithCheckpoints with { StoppingCondition = new() { MaxWaitTimeInSeconds = Known<int?>.Unknown } } },
        { "it is unknown whether it is spot", WithCheckpoints with { EnableManagedSpotTraining = Known<bool?>.Unknown } },
        { "it is spot", TrainingJobs.Spot },
        { "it is serverless", TrainingJobs.Serverless },
        { "it is serverless and spot", TrainingJobs.Serverless with { EnableManagedSpotTraining = true } },
    };

    [Theory]
    [MemberData(nameof(Left))]
    public void A_job_is_returned_untouched_where(string reason, TrainingJobProps job)
    {
        Assert.NotEmpty(reason);
        Assert.Equal(job, Policy.Remediated(job));
    }

    [Fact]
    public void An_allowed_type_is_left_on_demand() =>
        Assert.Equal(WithCheckpoints, Policy.Remediated(WithCheckpoints, PropertyMap.Of(("onDemandTypes", new[] { "ml.g5.*" }))));

    [Fact]
    public void Unknown_and_secret_values_stay_and_the_wait_is_as_secret_as_the_run_time()
    {
        var remediated = Policy.Remediated(WithCheckpoints with
        {
            RoleArn = Known<string>.Unknown,
            CheckpointConfig = new() { S3Uri = Known<string>.Unknown },
            StoppingCondition = new() { MaxRuntimeInSeconds = Known<int?>.Secret(7200) },
        });

        Assert.True(remediated.EnableManagedSpotTraining.Value);
        Assert.True(remediated.RoleArn.IsUnknown && remediated.CheckpointConfig.S3Uri.IsUnknown);
        Assert.Equal(Known<int?>.Secret(7200), remediated.StoppingCondition.MaxRuntimeInSeconds);
        Assert.Equal(Known<int?>.Secret(14400), remediated.StoppingCondition.MaxWaitTimeInSeconds);
    }

    [Fact]
    public void Other_resources_that_train_are_left_to_people()
    {
        var machine = StateMachines.Aws(StateMachines.Machine(("Train", StateMachines.Train(spot: "false"))));

        Assert.True(Policy.On(machine).IsViolation);
        Assert.Equal(machine, Policy.Remediated(machine));
    }
}
