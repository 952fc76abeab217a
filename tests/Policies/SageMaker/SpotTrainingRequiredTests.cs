using Policies.SageMaker;
using ResourceViews.Aws.Sagemaker;
using static Policies.Tests.Builders.Pipelines;
using static Policies.Tests.Builders.StateMachines;

namespace Policies.Tests.SageMaker;

public class SpotTrainingRequiredTests
{
    private static readonly SpotTrainingRequired Policy = new();

    private static readonly TrainingJobProps Job = new()
    {
        EnableManagedSpotTraining = true,
        CheckpointConfig = new() { S3Uri = StateMachines.Checkpoints },
        ResourceConfig = new() { InstanceType = "ml.g5.xlarge", InstanceCount = 1 },
        StoppingCondition = new() { MaxRuntimeInSeconds = 3600, MaxWaitTimeInSeconds = 7200 },
    };

    [Fact]
    public void A_spot_job_is_compliant() => Policy.On(Job).ShouldBeCompliant();

    [Fact]
    public void An_on_demand_job_is_a_violation() => Assert.Equal(
        "trainer: enableManagedSpotTraining is false, expected true. Set it, with checkpointConfig.s3Uri and "
            + "stoppingCondition.maxWaitTimeInSeconds above 3600 seconds.",
        Policy.On(Job with { EnableManagedSpotTraining = false }).Violation());

    [Fact]
    public void Leaving_the_flag_out_is_a_violation_because_the_default_is_on_demand() => Assert.Contains(
        "enableManagedSpotTraining is not set, expected true",
        Policy.On(Job with { EnableManagedSpotTraining = null, StoppingCondition = default }).Violation());

    [Fact]
    public void Without_a_limit_a_job_may_run_for_a_day() => Assert.Contains(
        "above 86400 seconds", Policy.On(Job with { EnableManagedSpotTraining = null, StoppingCondition = default }).Violation());

    [Fact]
    public void A_flag_that_is_not_known_yet_is_unknown() =>
        Policy.On(Job with { EnableManagedSpotTraining = Known<bool?>.Unknown }).ShouldBeUnknown("enableManagedSpotTraining");

    [Fact]
    public void A_secret_is_not_told() => Assert.Contains(
        "is [secret], expected true", Policy.On(Job with { EnableManagedSpotTraining = Known<bool?>.Secret(false) }).Violation());

    [Fact]
    public void Capacity_of_a_training_plan_and_serverless_jobs_know_no_spot()
    {
        Assert.NotNull(Policy.On(Job with
        {
            EnableManagedSpotTraining = null,
            ResourceConfig = new() { TrainingPlanArn = "arn:aws:sagemaker:us-east-1:123456789012:training-plan/june" },
        }).NotApplicableReason);
        Assert.NotNull(Policy.On(Job with
        {
            EnableManagedSpotTraining = null,
            ServerlessJobConfig = TrainingJobServerlessJobConfigProps.From(PropertyValue.Of(PropertyMap.Of(("jobType", "FineTuning")))),
        }).NotApplicableReason);
    }

    [Fact]
    public void A_serverless_job_on_spot_is_a_violation_because_it_knows_no_spot() => Assert.Equal(
        "trainer: serverlessJobConfig is set and enableManagedSpotTraining is true: a serverless training job knows no spot capacity. "
            + "Remove one of the two.",
        Policy.On(TrainingJobs.Serverless with { EnableManagedSpotTraining = true }).Violation());

    [Fact]
    public void Whether_a_spot_job_is_serverless_may_be_unknown() => Policy.On(Job with
    {
        ServerlessJobConfig = TrainingJobServerlessJobConfigProps.From(PropertyValue.Unknown),
    }).ShouldBeUnknown("serverlessJobConfig");

    [Fact]
    public void Spot_on_the_capacity_of_a_training_plan_is_a_warning()
    {
        var verdict = Policy.On(Job with
        {
            ResourceConfig = new() { TrainingPlanArn = "arn:aws:sagemaker:us-east-1:123456789012:training-plan/june" },
        });

        Assert.False(verdict.IsViolation);
        Assert.Contains("resourceConfig.trainingPlanArn is set and enableManagedSpotTraining is true", Assert.Single(verdict.Warnings));
    }

    [Fact]
    public void A_training_plan_that_is_not_known_yet_is_unknown()
    {
        Policy.On(Job with { EnableManagedSpotTraining = null, ResourceConfig = new() { TrainingPlanArn = Known<string>.Unknown } })
            .ShouldBeUnknown("resourceConfig.trainingPlanArn");
        Policy.On(Job with
        {
            EnableManagedSpotTraining = null,
            ServerlessJobConfig = TrainingJobServerlessJobConfigProps.From(PropertyValue.Unknown),
        }).ShouldBeUnknown("serverlessJobConfig");
    }

    [Fact]
    public void A_schedule_that_starts_a_job_itself_starts_it_on_spot() => Assert.Contains(
        "trainer: target.input.EnableManagedSpotTraining is not set, expected true",
        Policy.On(new ResourceViews.Aws.Scheduler.ScheduleProps
        {
            Target = new() { Arn = "arn:aws:scheduler:::aws-sdk:sagemaker:createTrainingJob", Input = "{}" },
        }).Violation());

    [Fact]
    public void Every_definition_of_a_tuning_job_is_judged()
    {
        var verdict = Policy.On(new HyperParameterTuningJobProps
        {
            TrainingJobDefinition = new() { EnableManagedSpotTraining = false },
            TrainingJobDefinitions = [new() { EnableManagedSpotTraining = true }, new() { DefinitionName = "large" }],
        });

        Assert.Collection(
            verdict.Violations,
            first => Assert.Contains("trainingJobDefinition.enableManagedSpotTraining is false", first),
            second => Assert.Contains("trainingJobDefinitions[1].enableManagedSpotTraining is not set", second));
    }

    [Fact]
    public void Definitions_that_are_not_known_yet_are_unknown() => Policy.On(new HyperParameterTuningJobProps
    {
        TrainingJobDefinitions = ViewList<HyperParameterTuningJobTrainingJobDefinitionProps>.Unknown,
    }).ShouldBeUnknown("trainingJobDefinitions.enableManagedSpotTraining");

    [Fact]
    public void Listed_types_may_train_on_demand()
    {
        var settings = PropertyMap.Of(("onDemandTypes", (string[])["ml.m5.*"]));
        var onDemand = Job with { EnableManagedSpotTraining = false };

        Policy.On(onDemand with { ResourceConfig = new() { InstanceType = "ml.m5.large" } }, settings).ShouldBeCompliant();
        Assert.True(Policy.On(onDemand, settings).IsViolation);
        Policy.On(onDemand with { ResourceConfig = new() { InstanceType = Known<string>.Unknown } }, settings)
            .ShouldBeUnknown("resourceConfig.instanceType");
    }

    [Theory]
    [InlineData("Training", """{"EnableManagedSpotTraining":false}""", "Arguments.EnableManagedSpotTraining is false")]
    [InlineData("Training", "{}", "Arguments.EnableManagedSpotTraining is not set")]
    [InlineData("Tuning", """{"TrainingJobDefinition":{}}""", "Arguments.TrainingJobDefinition.EnableManagedSpotTraining is not set")]
    [InlineData("Tuning", """{"TrainingJobDefinitions":[{}]}""", "Arguments.TrainingJobDefinitions[0].EnableManagedSpotTraining is not set")]
    public void Steps_of_pipelines_train_on_spot(string type, string arguments, string found) => Assert.Contains(
        $"trainer: pipelineDefinition.Steps[\"Train\"].{found}",
        Policy.On(Pipelines.Aws(Pipeline("", Step("Train", type, arguments)))).Violation());

    [Fact]
    public void Steps_in_conditions_train_on_spot() => Assert.Contains(
        "IfSteps[\"Train\"].Arguments.EnableManagedSpotTraining is false",
        Policy.On(Pipelines.Aws(Pipeline("", Condition("Good", Training(spot: "false"), Training())))).Violation());

    [Theory]
    [InlineData("""{"Name":"Spot","DefaultValue":true}""", true)]
    [InlineData("""{"Name":"Spot","DefaultValue":"true"}""", true)]
    [InlineData("""{"Name":"Spot","DefaultValue":false}""", false)]
    public void A_parameter_of_a_pipeline_stands_for_its_default(string parameter, bool isCompliant) => Assert.Equal(
        isCompliant, Policy.On(Pipelines.Aws(Pipeline(parameter, Training(spot: """{"Get":"Parameters.Spot"}""")))).IsCompliant);

    [Fact]
    public void A_parameter_without_a_default_is_unknown() =>
        Policy.On(Pipelines.Aws(Pipeline("""{"Name":"Spot"}""", Training(spot: """{"Get":"Parameters.Spot"}"""))))
            .ShouldBeUnknown("pipelineDefinition.Steps[\"Train\"].Arguments.EnableManagedSpotTraining");

    [Fact]
    public void Steps_that_do_not_train_are_not_concerned() =>
        Policy.On(Pipelines.Aws(Pipeline("", Step("Prepare", "Processing", "{}"), Step("Stop", "Fail", "{}")))).ShouldBeCompliant();

    [Fact]
    public void A_pipeline_of_aws_native_is_judged() =>
        Assert.True(Policy.On(Pipelines.Native(Pipeline("", Training(spot: "false")))).IsViolation);

    [Fact]
    public void A_state_machine_trains_on_spot()
    {
        Policy.On(StateMachines.Aws(Machine(("Train", Train())))).ShouldBeCompliant();
        Assert.Contains(
            "trainer: definition.States.Train.Parameters.EnableManagedSpotTraining is false, expected true, and the task is reached without a "
                + "failed spot job that kept its checkpoints in the same place (s3://artifacts/checkpoints/churn/). Set it, with "
                + "CheckpointConfig.S3Uri and StoppingCondition.MaxWaitTimeInSeconds above 3600 seconds; or let only the failure of such a "
                + "job lead here.",
            Policy.On(StateMachines.Aws(Machine(("Train", Train(spot: "false"))))).Violation());
    }

    [Fact]
    public void An_expression_for_the_flag_is_unknown() =>
        Policy.On(StateMachines.Aws(Machine(("Train", Task("""{"EnableManagedSpotTraining.$":"$.spot"}""")))))
            .ShouldBeUnknown("definition.States.Train.Parameters.EnableManagedSpotTraining");

    [Fact]
    public void States_that_do_not_train_are_not_concerned() => Policy.On(StateMachines.Aws(Machine(
        ("Serve", Task("""{"ProductionVariants":[]}""", action: "sagemaker:createEndpointConfig", then: Then("Done"))),
        ("Done", Succeed)))).ShouldBeCompliant();

    [Fact]
    public void The_names_of_a_secret_definition_are_not_told()
    {
        var message = Policy.On(StateMachines.Aws("") with
        {
            Definition = Known<string>.Secret(Machine(("Hidden", Succeed), ("Train", Train(spot: "false", catcher: "Hidden")))),
        });

        Assert.DoesNotContain("Hidden", message.ToString());
    }
}
