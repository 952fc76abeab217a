using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Infra.Training;
using Infra.Training.Jobs;

namespace Infra.Tests.Training.Jobs;

public class OneShotTrainingTests
{
    private const string Job = "aws:sagemaker/trainingJob:TrainingJob";

    [Fact]
    public async Task A_job_runs_on_spot_with_wait_checkpoints_and_a_cap()
    {
        var job = (await Deploy()).Single(Job);

        Assert.Equal(true, job["enableManagedSpotTraining"]);
        Assert.Equal(3600, job["stoppingCondition.maxRuntimeInSeconds"]);
        Assert.Equal(7200, job["stoppingCondition.maxWaitTimeInSeconds"]);
        Assert.Equal(
            $"s3://artifacts-1234567/checkpoints/jobs.baseline/{job["trainingJobName"]}/", job["checkpointConfig.s3Uri"]);
        Assert.Equal("spot", job.Tags["capacity"]);
    }

    [Fact]
    public async Task A_job_on_demand_has_no_wait_and_says_so()
    {
        var job = (await Deploy(family: Valid.Family with { Spot = false })).Single(Job);

        Assert.Equal(false, job["enableManagedSpotTraining"]);
        Assert.Null(job["stoppingCondition.maxWaitTimeInSeconds"]);
        Assert.Equal("on-demand", job.Tags["capacity"]);
    }

    [Fact]
    public async Task The_deployment_waits_as_long_as_the_job_may_take() =>
        Assert.Equal("240m", (await Deploy()).Single(Job)["timeouts.create"]);

    [Fact]
    public async Task What_the_family_says_is_what_the_job_asks_for()
    {
        var family = Valid.Family with
        {
            InstanceType = "ml.m5.xlarge",
            InstanceCount = 2,
            VolumeGb = 40,
            Channels = new Dictionary<string, string> { ["train"] = "clicks/train", ["test"] = "clicks/test" },
            Environment = new Dictionary<string, string> { ["LOG"] = "info" },
            HyperParameters = new Dictionary<string, string> { ["epochs"] = "10", ["lr"] = "0.1" },
        };

        var job = (await Deploy(
            Valid.TrainingJob with { HyperParameters = new Dictionary<string, string> { ["epochs"] = "3" } }, family)).Single(Job);

        Assert.Equal(family.Image, job["algorithmSpecification.trainingImage"]);
        Assert.Equal("FastFile", job["algorithmSpecification.trainingInputMode"]);
        Assert.Equal("ml.m5.xlarge", job["resourceConfig.instanceType"]);
        Assert.Equal(2, job["resourceConfig.instanceCount"]);
        Assert.Equal(40, job["resourceConfig.volumeSizeInGb"]);
        Assert.Equal("info", job["environment.LOG"]);
        Assert.Equal("3", job["hyperParameters.epochs"]);
        Assert.Equal("0.1", job["hyperParameters.lr"]);
        Assert.Equal(
            ["s3://artifacts-1234567/datasets/clicks/test/", "s3://artifacts-1234567/datasets/clicks/train/"],
            new[] { 0, 1 }.Select(i => job[$"inputDataConfigs.{i}.dataSource.s3DataSource.s3Uri"]).Order());
    }

    [Fact]
    public async Task Instances_with_disks_of_their_own_get_no_volume() =>
        Assert.Null((await Deploy()).Single(Job)["resourceConfig.volumeSizeInGb"]);

    [Fact]
    public async Task System_monitoring_is_on_only_where_the_family_turns_it_on()
    {
        Assert.Null((await Deploy()).Single(Job)["profilerConfig"]);
        Assert.Equal(
            1000,
            (await Deploy(family: Valid.Family with { ProfilingIntervalMs = 1000 })).Single(Job)["profilerConfig.profilingIntervalInMilliseconds"]);
    }

    [Fact]
    public async Task A_script_comes_from_the_family_s_code()
    {
        var job = (await Deploy(Valid.TrainingJob with { Script = "train.py" })).Single(Job);

        Assert.Equal("train.py", job["hyperParameters.sagemaker_program"]);
        Assert.Equal("s3://artifacts-1234567/code/ranking/sourcedir.tar.gz", job["hyperParameters.sagemaker_submit_directory"]);
    }

    [Fact]
    public async Task A_job_that_changes_is_another_job_beside_the_one_before()
    {
        var name = await NameOf(Valid.TrainingJob);

        Assert.Equal(name, await NameOf(Valid.TrainingJob));
        Assert.NotEqual(name, await NameOf(Valid.TrainingJob with { Run = 2 }));
        Assert.NotEqual(name, await NameOf(Valid.TrainingJob, Valid.Family with { InstanceType = "ml.g5.2xlarge" }));
        Assert.NotEqual(name, await NameOf(Valid.TrainingJob, Valid.Family with { Spot = false }));
        Assert.NotEqual(name, await NameOf(Valid.TrainingJob with { Script = "train.py" }));
    }

    [Fact]
    public async Task What_only_tags_say_does_not_train_again()
    {
        var name = await NameOf(Valid.TrainingJob);

        Assert.Equal(name, await NameOf(Valid.TrainingJob, Valid.Family with { ModelParametersBillions = 0.5m }));
        Assert.Equal(name, await NameOf(Valid.TrainingJob, Valid.Family with { OnDemandFallback = false }));
    }

    [Fact]
    public async Task Its_role_reaches_its_own_folders_and_no_more()
    {
        var policy = JsonNode.Parse((string)(await Deploy()).All("aws:iam/rolePolicy:RolePolicy")
            .Single(policy => policy.Name == "baseline-job")["policy"]!)!;

        var resources = policy["Statement"]!.AsArray().ToDictionary(
            statement => (string)statement!["Sid"]!, statement => statement!["Resource"]!.ToJsonString());
        Assert.Equal(
            """["arn:aws:s3:::artifacts-1234567/checkpoints/jobs.baseline/*","arn:aws:s3:::artifacts-1234567/output/ranking/*"]""",
            resources["WriteObjects"]);
        Assert.Equal(
            """["arn:aws:s3:::artifacts-1234567/checkpoints/jobs.baseline/*","arn:aws:s3:::artifacts-1234567/code/ranking/*","arn:aws:s3:::artifacts-1234567/datasets/ranking/*"]""",
            resources["ReadObjects"]);
    }

    private static async Task<string> NameOf(TrainingJobSettings job, TrainingFamily? family = null) =>
        (string)(await Deploy(job, family)).Single(Job)["trainingJobName"]!;

    private static Task<DeployedStack> Deploy(TrainingJobSettings? job = null, TrainingFamily? family = null) =>
        DeployedStack.Of(Valid.StackWithFamily(family) with
        {
            TrainingJobs = new Dictionary<string, TrainingJobSettings> { ["baseline"] = job ?? Valid.TrainingJob },
        });
}
