using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Infra.Training;
using Interop;

namespace Infra.Tests.Training;

public class GuardDefinitionTests
{
    private static readonly TrainingGuardSettings Stopping = new() { StopJobs = true };

    public static TheoryData<bool, bool, string> AllSettings
    {
        get
        {
            var data = new TheoryData<bool, bool, string>();
            foreach (var watch in new[] { "account", "stack" })
            {
                foreach (var (stop, check) in new[] { (false, false), (false, true), (true, false), (true, true) })
                    data.Add(stop, check, watch);
            }

            return data;
        }
    }

    [SkippableFact]
    public async Task A_job_at_full_price_is_reported_and_goes_on()
    {
        var run = await GuardRun.Judge(new GuardedJob());

        Assert.Equal(["OncePerJob", "DescribeJob", "Judge", "ReportOnDemand"], run.Visited);
        Assert.Equal("arn:aws:sns:us-east-1:123456789012:training-guard-1234567", (string?)run.Requests[^1]["TopicArn"]);
        Assert.Equal("Training at full price: by-hand", (string?)run.Requests[^1]["Subject"]);
        Assert.Equal(
            """
            Training job by-hand runs at the full price: managed spot training is off.
            Instances: 1 x ml.g5.12xlarge
            Role: arn:aws:iam::123456789012:role/somebody
            Nothing was stopped: trainingGuard.stopJobs is false.
            Jobs that a launcher starts are on spot capacity and resume from their checkpoints.
            """.ReplaceLineEndings("\n"),
            run.Message());
    }

    [SkippableFact]
    public async Task A_description_without_a_word_on_spot_means_full_price() =>
        Assert.Equal("ReportOnDemand", (await GuardRun.Judge(new() { Spot = null })).End);

    [SkippableFact]
    public async Task A_job_on_spot_capacity_is_nobody_s_business() =>
        Assert.Equal("Done", (await GuardRun.Judge(new() { Spot = true }, Stopping)).End);

    [SkippableFact]
    public async Task The_fallback_of_a_launcher_is_exempt_by_its_role()
    {
        var run = await GuardRun.Judge(new() { RoleArn = GuardRun.OnDemandRole }, Stopping);

        Assert.Equal("Done", run.End);
        Assert.DoesNotContain("StopJob", run.Visited);
    }

    [SkippableFact]
    public async Task Roles_of_other_stacks_are_exempt_where_the_settings_say_so()
    {
        var job = new GuardedJob { RoleArn = "arn:aws:iam::123456789012:role/other-on-demand-1" };

        Assert.Equal("ReportOnDemand", (await GuardRun.Judge(job)).End);
        Assert.Equal("Done", (await GuardRun.Judge(job, new() { OnDemandRoleArns = [job.RoleArn] })).End);
    }

    [Fact]
    public void No_tag_of_a_job_is_looked_at() => Assert.DoesNotContain(
        "Tag", GuardDefinition.For(Stopping, GuardRun.Site).ToJsonString(), StringComparison.OrdinalIgnoreCase);

    [SkippableFact]
    public async Task Only_reserved_capacity_and_serverless_jobs_are_no_candidates_for_spot()
    {
        var reserved = new GuardedJob { Resources = new JsonObject { ["TrainingPlanArn"] = "arn:aws:sagemaker:us-east-1:1:training-plan/p" } };

        Assert.Equal("Done", (await GuardRun.Judge(reserved)).End);
        Assert.Equal("Done", (await GuardRun.Judge(new() { IsServerless = true, InstanceType = null })).End);
    }

    [SkippableFact]
    public async Task Instance_groups_are_named_with_their_counts()
    {
        var run = await GuardRun.Judge(new()
        {
            InstanceType = null,
            Resources = new JsonObject
            {
                ["InstanceGroups"] = new JsonArray(
                    new JsonObject { ["InstanceGroupName"] = "a", ["InstanceType"] = "ml.m5.xlarge", ["InstanceCount"] = 2 },
                    new JsonObject { ["InstanceGroupName"] = "b", ["InstanceType"] = "ml.g5.xlarge", ["InstanceCount"] = 1 }),
            },
        });

        Assert.Contains("Instances: 2 x ml.m5.xlarge, 1 x ml.g5.xlarge\n", run.Message(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Stopping_is_for_jobs_under_this_stack_s_spot_roles_only()
    {
        var own = await GuardRun.Judge(new() { RoleArn = GuardRun.SpotRole }, Stopping);
        var foreign = await GuardRun.Judge(new(), Stopping);

        Assert.Equal(["StopJob", "ReportOnDemand"], own.Visited.Skip(3));
        Assert.Equal("""{"TrainingJobName":"by-hand"}""", own.Requests[1].ToJsonString());
        Assert.Contains("\nIt was stopped.\n", own.Message(), StringComparison.Ordinal);
        Assert.Equal(["ReportOnDemand"], foreign.Visited.Skip(3));
        Assert.Contains("does not run under a role of this stack", foreign.Message(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_job_that_was_over_when_its_beginning_was_looked_at_is_reported_and_judged_once()
    {
        var job = new GuardedJob { EventStatus = "InProgress", Status = "Completed", RoleArn = GuardRun.SpotRole, Gpu = [10], GpuMemory = 10 };

        Assert.Equal(["ReportOnDemand"], (await GuardRun.Judge(job, Stopping)).Visited.Skip(3));
        Assert.Equal("Done", (await GuardRun.Judge(job with { Spot = true })).End);
        Assert.Equal("ReportUnderused", (await GuardRun.Judge(job with { EventStatus = null })).End);
    }

    [SkippableFact]
    public async Task A_job_that_cannot_be_stopped_is_still_reported()
    {
        var run = await GuardRun.Judge(
            new() { RoleArn = GuardRun.SpotRole }, Stopping, new TaskFailure("SageMaker.SageMakerException", "It is over."));

        Assert.Contains("\nIt could not be stopped: It is over.\n", run.Message(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Without_opting_in_a_guard_cannot_stop_anything()
    {
        var run = await GuardRun.Judge(new() { RoleArn = GuardRun.SpotRole });

        Assert.Equal(["ReportOnDemand"], run.Visited.Skip(3));
        Assert.DoesNotContain("stopTrainingJob", GuardDefinition.For(new(), GuardRun.Site).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Stop", GuardAccess.For(new(), GuardRun.Site).ToJson(), StringComparison.Ordinal);
        Assert.Contains("sagemaker:StopTrainingJob", GuardAccess.For(Stopping, GuardRun.Site).ToJson(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_guard_of_the_stack_leaves_other_people_s_jobs_alone()
    {
        var settings = new TrainingGuardSettings { Watch = "stack" };

        Assert.Equal("Done", (await GuardRun.Judge(new(), settings)).End);
        Assert.Equal("ReportOnDemand", (await GuardRun.Judge(new() { RoleArn = GuardRun.SpotRole }, settings)).End);
    }

    [SkippableFact]
    public async Task An_event_hands_over_to_an_execution_that_is_named_after_the_job_so_that_each_is_judged_once()
    {
        var job = new GuardedJob();
        var first = await Wake(job.Event, _ => new JsonObject());
        var again = await Wake(job.Event, _ => throw new TaskFailure("StepFunctions.ExecutionAlreadyExistsException", "It is there."));

        Assert.Equal(["OncePerJob", "HandOver", "Done"], first.Visited);
        Assert.Equal(
            new JsonObject
            {
                ["StateMachineArn"] = JsonataStates.StateMachineArn,
                ["Name"] = "by-hand-started",
                ["Input"] = job.Event,
            }.ToJsonString(),
            first.Requests.Single().ToJsonString());
        Assert.Equal(["OncePerJob", "HandOver", "Done"], again.Visited);
    }

    [SkippableFact]
    public async Task The_end_of_a_job_is_another_execution_than_its_beginning_with_a_name_that_fits()
    {
        var longest = new GuardedJob { Name = new string('j', 63), Status = "Stopped" };

        var name = (string?)(await Wake(longest.Event, _ => new JsonObject())).Requests.Single()["Name"];

        Assert.Equal($"{longest.Name}-ended", name);
        Assert.InRange(name!.Length, 1, 80);
    }

    [SkippableTheory]
    [MemberData(nameof(AllSettings))]
    public async Task A_validator_finds_nothing_whatever_is_set(bool stop, bool check, string watch)
    {
        var definition = GuardDefinition.For(new() { StopJobs = stop, CheckUtilization = check, Watch = watch }, GuardRun.Site);

        Assert.Empty(await NodeTools.FaultsOfAsync(definition));
        Assert.InRange(DocumentText.Of(definition).Length, 1, check ? 14_000 : 5_000);
    }

    private static Task<StateMachineRun> Wake(JsonObject detail, Func<string, JsonNode> task) =>
        new StateMachineRun(GuardDefinition.For(new(), GuardRun.Site), "1b9f3a52-an-event-s-own")
            .StartAsync(detail, (state, _) => task(state));
}
