using Policies.SageMaker;
using ResourceViews.Aws.Sagemaker;
using static Policies.Tests.Builders.TrainingJobs;

namespace Policies.Tests.SageMaker;

public class SpotCheckpointTests
{
    private static readonly SpotCheckpoint Policy = new();

    private static TrainingJobProps At(Known<string> uri) => Spot with { CheckpointConfig = new() { S3Uri = uri } };

    [Fact]
    public void A_folder_of_the_family_is_compliant() => Policy.On(Spot).ShouldBeCompliant();

    [Fact]
    public void An_on_demand_job_needs_none() => Policy.On(OnDemand with { CheckpointConfig = default }).ShouldBeCompliant();

    [Theory]
    [InlineData("s3://artifacts/checkpoints", "a folder which all jobs share")]
    [InlineData("s3://artifacts/checkpoints/", "a folder which all jobs share")]
    [InlineData("s3://artifacts/", "a whole bucket which all jobs share")]
    public void A_place_that_all_jobs_share_is_a_violation(string uri, string found) =>
        Assert.Contains($"checkpointConfig.s3Uri is {uri}, {found}", Policy.On(At(uri)).Violation());

    [Theory]
    [InlineData("s3://")]
    [InlineData("s3:///")]
    [InlineData("s3:///checkpoints/churn/")]
    public void A_place_without_a_bucket_is_a_violation(string uri) => Assert.Equal(
        $"trainer: checkpointConfig.s3Uri is {uri}, which names no bucket. Give a folder of the job family's own, such as "
            + "s3://<bucket>/checkpoints/<family>/.",
        Policy.On(At(uri)).Violation());

    [Fact]
    public void Which_folders_are_shared_is_a_setting()
    {
        var settings = PropertyMap.Of(("sharedPrefixes", (string[])["ml/state/"]));

        Assert.True(Policy.On(At("s3://artifacts/ml/state"), settings).IsViolation);
        Policy.On(At("s3://artifacts/checkpoints/"), settings).ShouldBeCompliant();
    }

    [Fact]
    public void A_long_spot_job_without_checkpoints_is_a_violation() => Assert.Equal(
        "trainer: checkpointConfig.s3Uri is not set: an interrupted job starts again from nothing. Set it to a folder of the job "
            + "family's own, or limit the run time to 3600 seconds.",
        Policy.On(Spot with { CheckpointConfig = default }).Violation());

    [Fact]
    public void A_short_one_is_a_warning() => Assert.Single(
        Policy.On(Limits(3600, 7200) with { CheckpointConfig = default }).Warnings);

    [Fact]
    public void Without_a_limit_a_job_is_a_long_one() =>
        Assert.True(Policy.On(Spot with { CheckpointConfig = default, StoppingCondition = default }).IsViolation);

    [Fact]
    public void What_decides_and_is_not_known_yet_is_unknown()
    {
        Policy.On(At(Known<string>.Unknown)).ShouldBeUnknown("checkpointConfig.s3Uri");
        Policy.On(At("s3://artifacts/checkpoints/") with { EnableManagedSpotTraining = Known<bool?>.Unknown })
            .ShouldBeUnknown("enableManagedSpotTraining");
        Policy.On(Limits(Known<int?>.Unknown, 7200) with { CheckpointConfig = default })
            .ShouldBeUnknown("stoppingCondition.maxRuntimeInSeconds");
    }

    [Fact]
    public void A_secret_is_not_told() => Assert.DoesNotContain(
        "artifacts", Policy.On(At(Known<string>.Secret("s3://artifacts/checkpoints/"))).Violation());

    [Fact]
    public void A_serverless_job_knows_no_checkpoints() => Assert.NotNull(Policy.On(Serverless).NotApplicableReason);

    [Fact]
    public void Every_definition_of_a_tuning_job_keeps_them() => Assert.Contains(
        "trainingJobDefinitions[0].checkpointConfig.s3Uri is not set",
        Policy.On(new HyperParameterTuningJobProps { TrainingJobDefinitions = [new() { EnableManagedSpotTraining = true }] }).Violation());
}
