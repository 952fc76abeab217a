using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Infra.Training;

namespace Infra.Tests.Training;

public class LauncherDefinitionTests
{
    private static readonly JsonObject Completed = Job("Completed", "Completed");

    [Fact]
    public void A_completed_spot_job_ends_the_execution()
    {
        var run = Run(Valid.Family, _ => Completed);

        Assert.Equal("Trained", run.End);
        Assert.DoesNotContain("TrainOnDemand", run.Visited);
    }

    [Fact]
    public void A_spot_job_that_waited_in_vain_goes_on_on_demand()
    {
        var run = Run(Valid.Family, state => state == "TrainOnSpot" ? Job("Stopped", "MaxWaitTimeExceeded") : Completed);

        Assert.Equal(["TrainOnSpot", "SpotOutcome", "TrainOnDemand", "OnDemandOutcome", "Trained"], run.Visited.Skip(3));
    }

    [Theory]
    [InlineData("States.TaskFailed", "{\"FailureReason\":\"CapacityError: Unable to provision requested ML compute capacity\"}")]
    [InlineData("States.TaskFailed", "{\"TrainingJobStatus\":\"Stopped\",\"SecondaryStatus\":\"MaxWaitTimeExceeded\"}")]
    [InlineData("States.TaskFailed", "{\"FailureReason\":\"InternalServerError: try again\"}")]
    [InlineData("SageMaker.ResourceLimitExceededException", "The account-level service limit ... is 0 Instances")]
    [InlineData("States.Timeout", "")]
    public void A_spot_job_that_failed_for_lack_of_capacity_goes_on_on_demand(string error, string cause)
    {
        var run = Run(Valid.Family, state => state == "TrainOnSpot" ? throw new TaskFailure(error, cause) : Completed);

        Assert.Equal("Trained", run.End);
        Assert.Contains("TrainOnDemand", run.Visited);
    }

    [Theory]
    [InlineData("{\"TrainingJobStatus\":\"Failed\",\"FailureReason\":\"AlgorithmError: exit code 1\"}")]
    [InlineData("{\"TrainingJobStatus\":\"Failed\",\"FailureReason\":\"ClientError: no objects at s3://b/datasets/\"}")]
    [InlineData("{\"TrainingJobStatus\":\"Stopped\",\"SecondaryStatus\":\"Stopped\"}")]
    [InlineData("{\"TrainingJobStatus\":\"Stopped\",\"SecondaryStatus\":\"MaxRuntimeExceeded\"}")]
    public void What_would_fail_again_is_not_tried_at_full_price(string cause)
    {
        var run = Run(Valid.Family, _ => throw new TaskFailure("States.TaskFailed", cause));

        Assert.Equal("FinalFailure", run.End);
        Assert.DoesNotContain("TrainOnDemand", run.Visited);
    }

    [Theory]
    [InlineData("Stopped", "Stopped")]
    [InlineData("Stopped", "MaxRuntimeExceeded")]
    [InlineData("Failed", "Failed")]
    public void A_job_that_somebody_stopped_or_that_ran_too_long_is_not_tried_again(string status, string secondary)
    {
        var run = Run(Valid.Family, _ => Job(status, secondary));

        Assert.Equal("NotTrained", run.End);
        Assert.DoesNotContain("TrainOnDemand", run.Visited);
    }

    [Fact]
    public void A_failed_fallback_fails_the_execution()
    {
        var run = Run(
            Valid.Family, state => state == "TrainOnSpot" ? Job("Stopped", "MaxWaitTimeExceeded") : Job("Stopped", "Stopped"));

        Assert.Equal("NotTrained", run.End);
    }

    [Fact]
    public void A_family_without_fallback_has_no_on_demand_task_at_all()
    {
        var definition = LauncherDefinition.For(Valid.Family with { OnDemandFallback = false }, Valid.Site);

        var run = new StateMachineRun(definition).Start([], _ => Job("Stopped", "MaxWaitTimeExceeded"));

        Assert.Equal("NotTrained", run.End);
        Assert.Equal(["TrainOnSpot"], Tasks(definition).Select(task => task.Key));
    }

    [Fact]
    public void A_family_that_is_not_to_use_spot_trains_on_demand_at_once()
    {
        var definition = LauncherDefinition.For(Valid.Family with { Spot = false }, Valid.Site);

        Assert.Equal("Trained", new StateMachineRun(definition).Start([], _ => Completed).End);
        Assert.Equal(["TrainOnDemand"], Tasks(definition).Select(task => task.Key));
    }

    [Fact]
    public void The_fallback_resumes_from_the_same_checkpoints_and_does_not_wait()
    {
        var run = Run(Valid.Family, state => state == "TrainOnSpot" ? Job("Stopped", "MaxWaitTimeExceeded") : Completed);

        var (spot, onDemand) = (run.Requests[0], run.Requests[1]);
        Assert.True((bool)spot["EnableManagedSpotTraining"]!);
        Assert.Equal(
            """{"MaxRuntimeInSeconds":3600,"MaxWaitTimeInSeconds":7200}""", spot["StoppingCondition"]!.ToJsonString());
        Assert.False((bool)onDemand["EnableManagedSpotTraining"]!);
        Assert.Equal("""{"MaxRuntimeInSeconds":3600}""", onDemand["StoppingCondition"]!.ToJsonString());
        Assert.Equal("s3://artifacts-1234567/checkpoints/ranking/", (string?)spot["CheckpointConfig"]!["S3Uri"]);
        Assert.True(JsonNode.DeepEquals(spot["CheckpointConfig"], onDemand["CheckpointConfig"]));
    }

    [Fact]
    public void Only_the_name_and_the_hyperparameters_of_a_job_are_not_constants()
    {
        var definition = LauncherDefinition.For(Valid.Family, Valid.Site);

        var references = Tasks(definition).SelectMany(task => References(task.Value!["Parameters"])).Distinct();

        Assert.Equal(["TrainingJobName.$", "HyperParameters.$"], references);
    }

    [Theory]
    [InlineData("""{ }""", """{"epochs":"1","rate":"0.1"}""")]
    [InlineData("""{ "hyperParameters": { "epochs": "9" } }""", """{"epochs":"9","rate":"0.1"}""")]
    public void Hyperparameters_of_the_execution_win_over_those_of_the_family(string input, string expected)
    {
        var family = Valid.Family with { HyperParameters = new Dictionary<string, string> { ["epochs"] = "1", ["rate"] = "0.1" } };

        var run = new StateMachineRun(LauncherDefinition.For(family, Valid.Site))
            .Start((JsonObject)JsonNode.Parse(input)!, _ => Completed);

        Assert.Equal("$.hyperParameters", (string?)run.Requests.Single()["HyperParameters.$"]);
        Assert.Equal(expected, run.Inputs.Single()["hyperParameters"]!.ToJsonString());
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

    private static StateMachineRun Run(TrainingFamily family, Func<string, JsonObject> task) =>
        new StateMachineRun(LauncherDefinition.For(family, Valid.Site)).Start([], task);

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
