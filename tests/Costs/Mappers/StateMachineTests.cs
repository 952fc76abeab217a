using Costs.Estimates;
using Costs.Money;
using Costs.Plan;
using ResourceViews.Aws.Sfn;

namespace Costs.Tests.Mappers;

public class StateMachineTests
{
    private const string Spot = """
        "OnSpot": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": {
          "ResourceConfig": {"InstanceType": "ml.g5.xlarge", "InstanceCount": 1},
          "EnableManagedSpotTraining": true,
          "CheckpointConfig": {"S3Uri": "s3://artifacts/checkpoints/llm/"},
          "StoppingCondition": {"MaxRuntimeInSeconds": 36000}}}
        """;

    private const string OnDemand = """
        "OnDemand": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": {
          "ResourceConfig": {"InstanceType": "ml.g5.xlarge", "InstanceCount": 1},
          "EnableManagedSpotTraining": false,
          "CheckpointConfig": {"S3Uri": "s3://artifacts/checkpoints/llm/"},
          "StoppingCondition": {"MaxRuntimeInSeconds": 36000}}}
        """;

    private const string Undecided = """
        {"States": {
          "Each": {"Type": "Map", "ItemProcessor": {"States": {"Train it": {
            "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Arguments": {
              "ResourceConfig": {"InstanceType": "ml.g5.xlarge"}, "EnableManagedSpotTraining": "{% $spot %}"}}}}},
          "Both": {"Type": "Parallel", "Branches": [{"States": {}}, {"States": {"Tune": {
            "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createHyperParameterTuningJob.sync", "Parameters": {
              "HyperParameterTuningJobConfig": {"ResourceLimits": {"MaxNumberOfTrainingJobs": 5}},
              "TrainingJobDefinition": {"ResourceConfig": {"InstanceType": "ml.g5.xlarge"}, "EnableManagedSpotTraining": "later"}}}}}]},
          "Limit": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createHyperParameterTuningJob.sync", "Parameters": {
              "TrainingJobDefinition": {"ResourceConfig": {"InstanceType": "ml.g5.xlarge"}}}}}}
        """;

    [Fact]
    public void A_launcher_costs_the_work_of_its_executions_on_spot()
    {
        var line = Given.Line("""{"launcher": {"runsPerMonth": 10, "hoursPerRun": 10}}""", Launcher(Spot));

        Assert.Equal(new Cost(400, 440, 1100), line.Component("Training on spot (ml.g5.xlarge)").Monthly);
        Assert.Equal(new Cost(40, 44, 110), line.Component("Training on spot (ml.g5.xlarge)").PerRun);
    }

    [Fact]
    public void A_fallback_does_a_share_of_the_same_work_and_no_work_of_its_own()
    {
        var line = Given.Line(
            """{"launcher": {"runsPerMonth": 10, "hoursPerRun": 10, "fallbackPercent": 10}}""", Launcher(Spot, OnDemand));

        // 90 of 100 hours on spot at 40% with 10% rework, and 10 hours on demand.
        Assert.Equal(90 * 1.1m * 4, line.Component("Training on spot (ml.g5.xlarge)").Monthly.Expected);
        Assert.Equal(100, line.Component("Training on demand after spot (ml.g5.xlarge)").Monthly.Expected);
    }

    [Fact]
    public void A_job_with_other_checkpoints_is_work_of_its_own()
    {
        var other = OnDemand.Replace("llm", "other");

        var line = Given.Line("""{"launcher": {"runsPerMonth": 1, "hoursPerRun": 10}}""", Launcher(Spot, other));

        Assert.Equal(100, line.Component("Training (ml.g5.xlarge)").Monthly.Expected);
    }

    [Fact]
    public void Jobs_are_found_in_branches_and_iterations_and_in_jsonata()
    {
        var nested = """
            "Both": {"Type": "Parallel", "Branches": [{"StartAt": "Each", "States": {
              "Each": {"Type": "Map", "ItemProcessor": {"StartAt": "Prepare", "States": {
                "Prepare": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createProcessingJob.sync", "Arguments": {
                  "ProcessingResources": {"ClusterConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1}}}}}}}}}]}
            """;

        var line = Given.Line("""{"launcher": {"runsPerMonth": 1, "hoursPerRun": 10}}""", Launcher(nested));

        Assert.Equal(Cost.Of(10), line.Component("Processing (ml.m5.large)").Monthly);
    }

    [Fact]
    public void Without_stated_runs_a_month_is_a_gap_and_a_run_has_its_price()
    {
        var line = Given.Line(Launcher(Spot));

        Assert.Equal(LineStatus.NeedsUsage, line.Status);
        Assert.Equal(44 * 10m / 10, line.PerRun!.Value.Expected, 3);
        Assert.All(line.Gaps, gap => Assert.Equal("runsPerMonth", Assert.Single(gap.UsageKeys)));
    }

    [Fact]
    public void Transitions_are_counted_by_states_unless_stated()
    {
        var byDefault = Given.Line("""{"launcher": {"runsPerMonth": 1000}}""", Launcher(Spot, OnDemand));
        var stated = Given.Line("""{"launcher": {"runsPerMonth": 1000, "transitionsPerRun": 7}}""", Launcher(Spot, OnDemand));

        Assert.Equal(Cost.Of(0.2m), byDefault.Component("State transitions").Monthly);
        Assert.Equal(Cost.Of(0.7m), stated.Component("State transitions").Monthly);
    }

    [Fact]
    public void An_instance_type_from_the_executions_input_cannot_be_priced()
    {
        var dynamic = Spot.Replace("\"InstanceType\": \"ml.g5.xlarge\"", "\"InstanceType.$\": \"$.type\"");

        var line = Given.Line("""{"launcher": {"runsPerMonth": 1}}""", Launcher(dynamic));

        Assert.Contains(line.Gaps, gap => gap.Kind == GapKind.NotSupported && gap.Name == "Training");
    }

    [Fact]
    public void What_an_execution_decides_is_named_by_its_whole_path() => Assert.Equal(
        [
            "definition.States.Each.ItemProcessor.States[\"Train it\"].Arguments.EnableManagedSpotTraining",
            "definition.States.Both.Branches[1].States.Tune.Parameters.TrainingJobDefinition.EnableManagedSpotTraining",
            "definition.States.Limit.Parameters.HyperParameterTuningJobConfig.ResourceLimits.MaxNumberOfTrainingJobs",
        ],
        Open(new() { Definition = Undecided }));

    [Fact]
    public void The_path_into_a_secret_definition_ends_where_the_secret_begins() =>
        Assert.Equal(["definition"], Open(StateMachineProps.From(PropertyValue.Of(PropertyMap.Of(("definition", PropertyValue.SecretOf(Undecided)))))));

    [Fact]
    public void A_definition_not_known_yet_is_a_gap()
    {
        var line = Given.Line(Planned.Resource("launcher", new StateMachineProps { Definition = Known<string>.Unknown }));

        Assert.Equal(LineStatus.NotKnownYet, line.Status);
    }

    [Fact]
    public void A_definition_that_is_no_json_is_a_gap_not_a_crash()
    {
        var line = Given.Line(Planned.Resource("launcher", new StateMachineProps { Definition = "{" }));

        Assert.Equal(LineStatus.Unpriced, line.Status);
    }

    private static IEnumerable<string> Open(StateMachineProps machine) =>
        Given.Line("""{"launcher": {"runsPerMonth": 1, "hoursPerRun": 1}}""", Planned.Resource("launcher", machine))
            .Gaps.SelectMany(gap => gap.Properties).Distinct();

    private static PlannedResource Launcher(params string[] states) => Planned.Resource("launcher", new StateMachineProps
    {
        Type = "STANDARD",
        Definition = $$"""{"StartAt": "OnSpot", "States": { {{string.Join(",", states)}} } }""",
    });
}
