using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Infra.Training;

namespace Infra.Tests.Training;

public class LauncherDefinitionTests
{
    private static readonly JsonObject Completed = Job("Completed", "Completed");

    [Fact]
    public async Task A_completed_spot_job_ends_the_execution()
    {
        var run = await Run(Valid.Family, _ => Completed);

        Assert.Equal("Trained", run.End);
        Assert.DoesNotContain("TrainOnDemand", run.Visited);
    }

    [Fact]
    public async Task A_spot_job_that_waited_in_vain_goes_on_on_demand()
    {
        var run = await Run(Valid.Family, state => state == "TrainOnSpot" ? Job("Stopped", "MaxWaitTimeExceeded") : Completed);

        Assert.Equal(["TrainOnSpot", "SpotOutcome", "TrainOnDemand", "OnDemandOutcome", "Trained"], run.Visited);
    }

    [Theory]
    [InlineData("States.TaskFailed", "{\"FailureReason\":\"CapacityError: Unable to provision requested ML compute capacity\"}")]
    [InlineData("States.TaskFailed", "{\"TrainingJobStatus\":\"Stopped\",\"SecondaryStatus\":\"MaxWaitTimeExceeded\"}")]
    [InlineData("States.TaskFailed", "{\"FailureReason\":\"InternalServerError: try again\"}")]
    [InlineData("SageMaker.ResourceLimitExceededException", "The account-level service limit ... is 0 Instances")]
    [InlineData("States.Timeout", "")]
    public async Task A_spot_job_that_failed_for_lack_of_capacity_goes_on_on_demand(string error, string cause)
    {
        var run = await Run(Valid.Family, state => state == "TrainOnSpot" ? throw new TaskFailure(error, cause) : Completed);

        Assert.Equal("Trained", run.End);
        Assert.Contains("TrainOnDemand", run.Visited);
    }

    [Theory]
    [InlineData("{\"TrainingJobStatus\":\"Failed\",\"FailureReason\":\"AlgorithmError: exit code 1\"}")]
    [InlineData("{\"TrainingJobStatus\":\"Failed\",\"FailureReason\":\"ClientError: no objects at s3://b/datasets/\"}")]
    [InlineData("{\"TrainingJobStatus\":\"Stopped\",\"SecondaryStatus\":\"Stopped\"}")]
    [InlineData("{\"TrainingJobStatus\":\"Stopped\",\"SecondaryStatus\":\"MaxRuntimeExceeded\"}")]
    public async Task What_would_fail_again_is_not_tried_at_full_price(string cause)
    {
        var run = await Run(Valid.Family, _ => throw new TaskFailure("States.TaskFailed", cause));

        Assert.Equal("FinalFailure", run.End);
        Assert.DoesNotContain("TrainOnDemand", run.Visited);
    }

    [Theory]
    [InlineData("Stopped", "Stopped")]
    [InlineData("Stopped", "MaxRuntimeExceeded")]
    [InlineData("Failed", "Failed")]
    public async Task A_job_that_somebody_stopped_or_that_ran_too_long_is_not_tried_again(string status, string secondary)
    {
        var run = await Run(Valid.Family, _ => Job(status, secondary));

        Assert.Equal("NotTrained", run.End);
        Assert.DoesNotContain("TrainOnDemand", run.Visited);
    }

    [Fact]
    public async Task A_failed_fallback_fails_the_execution()
    {
        var run = await Run(
            Valid.Family, state => state == "TrainOnSpot" ? Job("Stopped", "MaxWaitTimeExceeded") : Job("Stopped", "Stopped"));

        Assert.Equal("NotTrained", run.End);
    }

    [Fact]
    public async Task A_family_without_fallback_has_no_on_demand_task_at_all()
    {
        var family = Valid.Family with { OnDemandFallback = false };
        var definition = LauncherDefinition.For(family, Valid.Site);

        var run = await Run(family, _ => Job("Stopped", "MaxWaitTimeExceeded"));

        Assert.Equal("NotTrained", run.End);
        Assert.Equal(["TrainOnSpot"], Tasks(definition).Select(task => task.Key));
    }

    [Fact]
    public async Task A_family_that_is_not_to_use_spot_trains_on_demand_at_once()
    {
        var family = Valid.Family with { Spot = false };
        var definition = LauncherDefinition.For(family, Valid.Site);

        Assert.Equal("Trained", (await Run(family, _ => Completed)).End);
        Assert.Equal(["TrainOnDemand"], Tasks(definition).Select(task => task.Key));
    }

    [Fact]
    public async Task The_fallback_resumes_from_the_same_checkpoints_and_does_not_wait()
    {
        var run = await Run(Valid.Family, state => state == "TrainOnSpot" ? Job("Stopped", "MaxWaitTimeExceeded") : Completed);

        var (spot, onDemand) = (run.Requests[0], run.Requests[1]);
        Assert.True((bool)spot["EnableManagedSpotTraining"]!);
        Assert.Equal(
            """{"MaxRuntimeInSeconds":3600,"MaxWaitTimeInSeconds":7200}""", spot["StoppingCondition"]!.ToJsonString());
        Assert.False((bool)onDemand["EnableManagedSpotTraining"]!);
        Assert.Equal("""{"MaxRuntimeInSeconds":3600}""", onDemand["StoppingCondition"]!.ToJsonString());
        Assert.Equal("s3://artifacts-1234567/checkpoints/ranking/", (string?)spot["CheckpointConfig"]!["S3Uri"]);
        Assert.Equal(Valid.Site.SpotRoleArn, (string?)spot["RoleArn"]);
        Assert.Equal(Valid.Site.OnDemandRoleArn, (string?)onDemand["RoleArn"]);
        Assert.True(JsonNode.DeepEquals(spot["CheckpointConfig"], onDemand["CheckpointConfig"]));
    }

    [Fact]
    public void Only_the_name_and_the_hyperparameters_of_a_job_are_not_constants()
    {
        var definition = LauncherDefinition.For(Valid.Family, Valid.Site);

        var references = Tasks(definition).SelectMany(task => References(task.Value!["Parameters"])).Distinct();

        Assert.Equal(["TrainingJobName.$", "HyperParameters.$"], references);
    }

    [Fact]
    public void Every_task_ends_on_its_own_if_SageMaker_forgets_it()
    {
        var definition = LauncherDefinition.For(Valid.Family, Valid.Site);

        Assert.Equal([14400, 10800], Tasks(definition).Select(task => (int)task.Value!["TimeoutSeconds"]!));
    }

    [Theory]
    [InlineData("ml.g5.xlarge", null)]
    [InlineData("ml.m5.xlarge", 50)]
    public void Only_instances_without_local_storage_get_a_volume(string instanceType, int? volumeGb)
    {
        var request = JobRequest.OnSpot(Valid.Family with { InstanceType = instanceType }, Valid.Site);

        Assert.Equal(volumeGb, (int?)request["ResourceConfig"]!["VolumeSizeInGB"]);
    }

    [Fact]
    public void Profiling_is_off_unless_asked_for_and_then_looks_at_the_system_only()
    {
        Assert.Null(JobRequest.OnSpot(Valid.Family, Valid.Site)["ProfilerConfig"]);
        Assert.Equal(
            """{"S3OutputPath":"s3://artifacts-1234567/output/ranking/","ProfilingIntervalInMilliseconds":1000}""",
            JobRequest.OnSpot(Valid.Family with { ProfilingIntervalMs = 1000 }, Valid.Site)["ProfilerConfig"]!.ToJsonString());
    }

    [Fact]
    public void Each_channel_reads_the_folder_that_its_setting_names()
    {
        var family = Valid.Family with { Channels = new Dictionary<string, string> { ["train"] = "a/b", ["test"] = "c" } };

        var channels = JobRequest.OnSpot(family, Valid.Site)["InputDataConfig"]!.AsArray();

        Assert.Equal(
            ["train s3://artifacts-1234567/datasets/a/b/", "test s3://artifacts-1234567/datasets/c/"],
            channels.Select(channel => $"{channel!["ChannelName"]} {channel["DataSource"]!["S3DataSource"]!["S3Uri"]}"));
    }

    [Fact]
    public void Every_state_is_reachable_and_every_transition_leads_somewhere()
    {
        foreach (var family in new[] { Valid.Family, Valid.Family with { OnDemandFallback = false }, Valid.Family with { Spot = false } })
        {
            var definition = LauncherDefinition.For(family, Valid.Site);
            var states = definition["States"]!.AsObject().Select(state => state.Key).ToHashSet();
            var targets = Targets(definition).Append((string)definition["StartAt"]!).ToHashSet();

            Assert.Equal(states.Order(), targets.Order());
        }
    }

    /// <summary>Runs from the first job on: what comes before it is the business of <see cref="LauncherInputTests"/>.</summary>
    private static Task<StateMachineRun> Run(TrainingFamily family, Func<string, JsonObject> task)
    {
        var definition = LauncherDefinition.For(family, Valid.Site);
        return new StateMachineRun(definition).StartAsync(
            new JsonObject { ["hyperParameters"] = new JsonObject() },
            (state, _) => task(state),
            from: (string?)definition["States"]!["HyperParameters"]!["Next"]);
    }

    private static JsonObject Job(string status, string secondary) => new()
    {
        ["TrainingJobName"] = "job",
        ["TrainingJobStatus"] = status,
        ["SecondaryStatus"] = secondary,
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Tasks(JsonObject definition) =>
        definition["States"]!.AsObject().Where(state => (string?)state.Value!["Type"] == "Task");

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => member.Key.EndsWith(".$", StringComparison.Ordinal)
            ? [member.Key]
            : References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private static IEnumerable<string> Targets(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => member.Key is "Next" or "Default"
            ? [(string)member.Value!]
            : Targets(member.Value)),
        JsonArray list => list.SelectMany(Targets),
        _ => [],
    };
}
