using Policies.SageMaker;
using static Policies.Tests.Builders.StateMachines;

namespace Policies.Tests.SageMaker;

/// <summary>An on-demand task is accepted only where a failed spot task with the same checkpoints leads to it.</summary>
public class SpotFallbackTests
{
    private static readonly SpotTrainingRequired Policy = new();

    private static readonly (string, string) Done = ("Done", Succeed);

    private static readonly (string, string) OnDemand = ("OnDemand", Train(spot: "false"));

    [Fact]
    public void After_an_error_that_the_spot_task_caught() =>
        Check(("Spot", Train(catcher: "OnDemand", then: Then("Done"))), OnDemand, Done).ShouldBeCompliant();

    [Fact]
    public void After_a_choice_that_lets_only_completed_jobs_pass() => Check(
        ("Spot", Train(then: Then("Test"))), ("Test", Choice(Completed, "OnDemand")), OnDemand, Done).ShouldBeCompliant();

    [Theory]
    [InlineData("""{"Variable":"$.TrainingJobStatus","StringEquals":"Stopped","Next":"OnDemand"}""")]
    [InlineData("""{"Variable":"$['TrainingJobStatus']","StringMatches":"Stop*","Next":"OnDemand"}""")]
    [InlineData("""{"Variable":"$.Spot.SecondaryStatus","StringEquals":"MaxWaitTimeExceeded","Next":"OnDemand"}""")]
    [InlineData("""{"Not":{"Variable":"$.TrainingJobStatus","StringEquals":"Completed"},"Next":"OnDemand"}""")]
    [InlineData("""{"And":[{"Variable":"$.TrainingJobStatus","StringEquals":"Stopped"},{"Variable":"$.x","IsPresent":true}],"Next":"OnDemand"}""")]
    [InlineData("""{"Or":[{"Variable":"$.TrainingJobStatus","StringEquals":"Failed"},{"Variable":"$.TrainingJobStatus","StringEquals":"Stopped"}],"Next":"OnDemand"}""")]
    [InlineData("""{"Variable":"$.FailureReason","IsPresent":true,"Next":"OnDemand"}""")]
    [InlineData("""{"Condition":"{% $states.input.TrainingJobStatus != 'Completed' %}","Next":"OnDemand"}""")]
    [InlineData("""{"Condition":"{% $states.input.TrainingJobStatus = \"Stopped\" and $count($x) > 0 %}","Next":"OnDemand"}""")]
    [InlineData("""{"Condition":"{% $job.SecondaryStatus in ['MaxWaitTimeExceeded', 'Interrupted'] %}","Next":"OnDemand"}""")]
    [InlineData("""{"Condition":"{% $not($states.input.TrainingJobStatus = 'Completed') %}","Next":"OnDemand"}""")]
    [InlineData("""{"Condition":"{% ($job.TrainingJobStatus = 'Stopped') or ($job.TrainingJobStatus = 'Failed') %}","Next":"OnDemand"}""")]
    [InlineData("""{"Condition":"{%(('Stopped' = $job.TrainingJobStatus)or($job.TrainingJobStatus='Failed'))and $again%}","Next":"OnDemand"}""")]
    [InlineData("""{"Condition":"{% $not ( $job.SecondaryStatus in ['Completed'] or $job.TrainingJobStatus = 'Completed' ) %}","Next":"OnDemand"}""")]
    [InlineData("""{"Condition":"{% $exists($job.FailureReason) %}","Next":"OnDemand"}""")]
    public void After_a_choice_that_holds_only_for_jobs_that_did_not_complete(string rule) => Check(
        ("Spot", Train(then: Then("Test"))), ("Test", Choice(rule, "Done")), OnDemand, Done).ShouldBeCompliant();

    [Theory]
    [InlineData("""{"Variable":"$.TrainingJobStatus","StringEquals":"Completed","Next":"OnDemand"}""")]
    [InlineData("""{"Variable":"$.accuracy","NumericLessThan":0.9,"Next":"OnDemand"}""")]
    [InlineData("""{"Or":[{"Variable":"$.TrainingJobStatus","StringEquals":"Failed"},{"Variable":"$.again","BooleanEquals":true}],"Next":"OnDemand"}""")]
    [InlineData("""{"Condition":"{% $states.input.TrainingJobStatus = 'Completed' %}","Next":"OnDemand"}""")]
    [InlineData("""{"Condition":"{% $states.input.again %}","Next":"OnDemand"}""")]
    [InlineData("""{"Condition":"{% $not($states.input.TrainingJobStatus = 'Failed') %}","Next":"OnDemand"}""")]
    [InlineData("""{"Condition":"{% $count($states.input.errors) > 0 or $states.input.text = 'this or that' %}","Next":"OnDemand"}""")]
    public void Not_after_a_choice_that_may_hold_for_completed_jobs(string rule) => Assert.Contains(
        "the task is reached from Test without a failed spot job",
        Check(("Spot", Train(then: Then("Test"))), ("Test", Choice(rule, "Done")), OnDemand, Done).Violation());

    [Theory]
    [InlineData("""{"Condition":"{% $contains($states.input.TrainingJobStatus, 'Stop') %}","Next":"OnDemand"}""", ".Condition")]
    [InlineData("""{"Condition":"{% $states.input.TrainingJobStatus = $expected %}","Next":"OnDemand"}""", ".Condition")]
    [InlineData("""{"Variable":"$.TrainingJobStatus","StringEqualsPath":"$.expected","Next":"OnDemand"}""", "")]
    public void A_condition_on_the_status_that_is_not_understood_is_unknown(string rule, string path)
    {
        Check(("Spot", Train(then: Then("Test"))), ("Test", Choice(rule, "Done")), OnDemand, Done)
            .ShouldBeUnknown($"definition.States.Test.Choices[0]{path}");
        Check(
            ("Spot", Train(then: Then("Test"))),
            ("Test", Choice(rule.Replace("\"OnDemand\"", "\"Done\"", StringComparison.Ordinal), "OnDemand")),
            OnDemand,
            Done).ShouldBeUnknown($"definition.States.Test.Choices[0]{path}");
    }

    [Fact]
    public void A_condition_that_is_not_understood_excuses_no_way_round_it() => Assert.Contains(
        "reached from Start",
        Check(
            ("Start", Choice("""{"Variable":"$.urgent","BooleanEquals":true,"Next":"OnDemand"}""", "Spot")),
            ("Spot", Train(then: Then("Test"))),
            ("Test", Choice("""{"Condition":"{% $contains($states.input.TrainingJobStatus, 'Stop') %}","Next":"OnDemand"}""", "Done")),
            OnDemand,
            Done).Violation());

    [Fact]
    public void A_condition_of_a_thousand_parentheses_is_not_understood()
    {
        var condition = $"{new string('(', 1000)}$states.input.TrainingJobStatus = 'Failed'{new string(')', 1000)}";

        Check(
            ("Spot", Train(then: Then("Test"))),
            ("Test", Choice($$"""{"Condition":"{% {{condition}} %}","Next":"OnDemand"}""", "Done")),
            OnDemand,
            Done).ShouldBeUnknown("definition.States.Test.Choices[0].Condition");
    }

    [Fact]
    public void After_a_choice_on_a_status_that_was_stored_under_another_name() => Check(
        ("Spot", Task(
            """{"EnableManagedSpotTraining":true,"CheckpointConfig":{"S3Uri":"s3://artifacts/checkpoints/churn/"}}""",
            then: """ "ResultSelector":{"outcome.$":"$.TrainingJobStatus"},"Next":"Test" """)),
        ("Test", Choice("""{"Variable":"$.outcome","StringEquals":"Completed","Next":"Done"}""", "OnDemand")),
        OnDemand,
        Done).ShouldBeCompliant();

    [Fact]
    public void Not_as_the_first_state() => Assert.True(Check(OnDemand).IsViolation);

    [Fact]
    public void Not_after_the_spot_task_succeeded() => Assert.Contains(
        "reached from Spot", Check(("Spot", Train(then: Then("OnDemand"))), OnDemand).Violation());

    [Fact]
    public void Not_where_another_way_goes_round_the_spot_task() => Assert.Contains(
        "reached from Start",
        Check(
            ("Start", Choice("""{"Variable":"$.urgent","BooleanEquals":true,"Next":"OnDemand"}""", "Spot")),
            ("Spot", Train(catcher: "OnDemand", then: Then("Done"))),
            OnDemand,
            Done).Violation());

    [Theory]
    [InlineData("s3://artifacts/checkpoints/other/")]
    [InlineData("s3://artifacts/checkpoints/")]
    public void Not_with_other_checkpoints(string checkpoint) => Assert.True(Check(
        ("Spot", Train(checkpoint: checkpoint, catcher: "OnDemand", then: Then("Done"))), OnDemand, Done).IsViolation);

    [Fact]
    public void The_slash_at_the_end_of_a_checkpoint_uri_does_not_count() => Check(
        ("Spot", Train(checkpoint: Checkpoints.TrimEnd('/'), catcher: "OnDemand", then: Then("Done"))), OnDemand, Done).ShouldBeCompliant();

    [Fact]
    public void Not_without_checkpoints() => Assert.Contains(
        "checkpoints in the same place (it keeps none)",
        Check(
            ("Spot", Task("""{"EnableManagedSpotTraining":true}""", catcher: "OnDemand", then: Then("Done"))),
            ("OnDemand", Task("""{"EnableManagedSpotTraining":false}""")),
            Done).Violation());

    [Fact]
    public void Not_after_the_failure_of_a_task_that_does_not_train() => Assert.True(Check(
        ("Prepare", Task("{}", action: "sagemaker:createProcessingJob.sync", catcher: "OnDemand", then: Then("Spot"))),
        ("Spot", Train(catcher: "OnDemand", then: Then("Done"))),
        OnDemand,
        Done).IsViolation);

    [Fact]
    public void Checkpoints_that_an_expression_decides_are_unknown() => Check(
        ("Spot", Task(
            """{"EnableManagedSpotTraining":true,"CheckpointConfig":{"S3Uri.$":"$.checkpoints"}}""", catcher: "OnDemand", then: Then("Done"))),
        OnDemand,
        Done).ShouldBeUnknown("definition.States.Spot.Parameters.CheckpointConfig.S3Uri");

    [Fact]
    public void Unknown_checkpoints_excuse_no_way_round_the_spot_task() => Assert.True(Check(
        ("Start", Choice("""{"Variable":"$.urgent","BooleanEquals":true,"Next":"OnDemand"}""", "Spot")),
        ("Spot", Task(
            """{"EnableManagedSpotTraining":true,"CheckpointConfig":{"S3Uri.$":"$.checkpoints"}}""", catcher: "OnDemand", then: Then("Done"))),
        OnDemand,
        Done).IsViolation);

    [Fact]
    public void After_waiting_and_whatever_else_lies_between() => Check(
        ("Spot", Train(catcher: "Tell", then: Then("Done"))),
        ("Tell", """{"Type":"Task","Resource":"arn:aws:states:::sns:publish","Parameters":{},"Next":"Wait"}"""),
        ("Wait", """{"Type":"Wait","Seconds":60,"Next":"OnDemand"}"""),
        OnDemand,
        Done).ShouldBeCompliant();

    [Fact]
    public void After_a_parallel_in_which_only_the_spot_task_can_fail() => Check(
        ("Both", Parallel(Then("Done"), "OnDemand", Machine(("Spot", Train())), Machine(("Rest", """{"Type":"Pass","End":true}""")))),
        OnDemand,
        Done).ShouldBeCompliant();

    [Fact]
    public void Not_after_a_parallel_in_which_something_else_can_fail() => Assert.Contains(
        "reached from Both",
        Check(
            ("Both", Parallel(
                Then("Done"),
                "OnDemand",
                Machine(("Spot", Train())),
                Machine(("Prepare", Task("{}", action: "sagemaker:createProcessingJob.sync"))))),
            OnDemand,
            Done).Violation());

    [Fact]
    public void After_a_parallel_in_which_everything_else_catches_its_own_errors() => Check(
        ("Both", Parallel(
            Then("Done"),
            "OnDemand",
            Machine(("Spot", Train())),
            Machine(
                ("Prepare", Task("{}", action: "sagemaker:createProcessingJob.sync", catcher: "Skip")),
                ("Skip", """{"Type":"Pass","End":true}""")))),
        OnDemand,
        Done).ShouldBeCompliant();

    [Fact]
    public void Not_after_a_parallel_in_which_a_branch_fails_on_purpose() => Assert.True(Check(
        ("Both", Parallel(Then("Done"), "OnDemand", Machine(("Spot", Train())), Machine(("Stop", """{"Type":"Fail"}""")))),
        OnDemand,
        Done).IsViolation);

    [Fact]
    public void In_a_map_beside_its_spot_task() => Check(("Each", Map(Machine(
        ("Spot", Train(catcher: "OnDemand", then: Then("Done"))), OnDemand, Done)))).ShouldBeCompliant();

    [Fact]
    public void In_a_branch_after_the_spot_task_of_the_machine_around_it() => Check(
        ("Spot", Train(catcher: "Both", then: Then("Done"))),
        ("Both", Parallel("\"End\":true", null, Machine(OnDemand), Machine(("Rest", Succeed)))),
        Done).ShouldBeCompliant();

    [Fact]
    public void After_a_parallel_whose_spot_job_did_not_complete() => Check(
        ("Both", Parallel(Then("Test"), "OnDemand", Machine(("Spot", Train())), Machine(("Rest", """{"Type":"Pass","End":true}""")))),
        ("Test", Choice("""{"Variable":"$[0].TrainingJobStatus","StringEquals":"Completed","Next":"Done"}""", "OnDemand")),
        OnDemand,
        Done).ShouldBeCompliant();

    [Fact]
    public void A_second_fallback_after_the_first() => Check(
        ("Spot", Train(catcher: "OnDemand", then: Then("Done"))),
        ("OnDemand", Train(spot: "false", catcher: "Again", then: Then("Done"))),
        ("Again", Train(spot: "false", type: "ml.g5.2xlarge")),
        Done).ShouldBeCompliant();

    [Fact]
    public void A_loop_back_to_spot_changes_nothing() => Check(
        ("Spot", Train(catcher: "OnDemand", then: Then("Done"))),
        ("OnDemand", Train(spot: "false", catcher: "Spot", then: Then("Done"))),
        Done).ShouldBeCompliant();

    [Fact]
    public void A_state_that_nothing_leads_to_is_no_fallback() => Assert.Contains(
        "no state leads to the task", Check(("Spot", Train()), OnDemand).Violation());

    private static Verdict Check(params (string, string)[] states) => Policy.On(Aws(Machine(states)));
}
