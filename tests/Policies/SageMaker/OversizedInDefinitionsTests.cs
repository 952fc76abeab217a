using Policies.SageMaker;
using static Policies.Tests.Builders.Pipelines;
using static Policies.Tests.Builders.StateMachines;
using NativeStateMachine = ResourceViews.AwsNative.StepFunctions.StateMachineProps;

namespace Policies.Tests.SageMaker;

public class OversizedInDefinitionsTests
{
    private const string Large = "ml.p4d.24xlarge";

    private static readonly NoOversizedInstances Policy = new();

    [Fact]
    public void Small_types_are_compliant()
    {
        Policy.On(StateMachines.Aws(Machine(("Train", Train())))).ShouldBeCompliant();
        Policy.On(Pipelines.Aws(Pipeline("", Training()))).ShouldBeCompliant();
    }

    [Theory]
    [InlineData("sagemaker:createTrainingJob.sync", """{"ResourceConfig":{"InstanceType":"ml.p4d.24xlarge"}}""", "ResourceConfig.InstanceType")]
    [InlineData("aws-sdk:sagemaker:createTrainingJob", """{"ResourceConfig":{"InstanceGroups":[{"InstanceType":"ml.p4d.24xlarge"}]}}""", "ResourceConfig.InstanceGroups[0].InstanceType")]
    [InlineData("sagemaker:createHyperParameterTuningJob.sync", """{"TrainingJobDefinition":{"ResourceConfig":{"InstanceType":"ml.p4d.24xlarge"}}}""", "TrainingJobDefinition.ResourceConfig.InstanceType")]
    [InlineData("sagemaker:createHyperParameterTuningJob", """{"TrainingJobDefinitions":[{"HyperParameterTuningResourceConfig":{"InstanceConfigs":[{"InstanceType":"ml.p4d.24xlarge"}]}}]}""", "TrainingJobDefinitions[0].HyperParameterTuningResourceConfig.InstanceConfigs[0].InstanceType")]
    [InlineData("sagemaker:createProcessingJob.sync", """{"ProcessingResources":{"ClusterConfig":{"InstanceType":"ml.p4d.24xlarge"}}}""", "ProcessingResources.ClusterConfig.InstanceType")]
    [InlineData("sagemaker:createTransformJob.sync", """{"TransformResources":{"InstanceType":"ml.p4d.24xlarge"}}""", "TransformResources.InstanceType")]
    [InlineData("sagemaker:createEndpointConfig", """{"ProductionVariants":[{"InstanceType":"ml.p4d.24xlarge"}]}""", "ProductionVariants[0].InstanceType")]
    [InlineData("sagemaker:createEndpointConfig", """{"ShadowProductionVariants":[{"InstanceType":"ml.p4d.24xlarge"}]}""", "ShadowProductionVariants[0].InstanceType")]
    [InlineData("aws-sdk:sagemaker:createEndpointConfig", """{"ProductionVariants":[{"InstancePools":[{"InstanceType":"ml.p4d.24xlarge"}]}]}""", "ProductionVariants[0].InstancePools[0].InstanceType")]
    [InlineData("aws-sdk:sagemaker:createNotebookInstance", """{"InstanceType":"ml.p4d.24xlarge"}""", "InstanceType")]
    [InlineData("aws-sdk:sagemaker:updateNotebookInstance", """{"InstanceType":"ml.p4d.24xlarge"}""", "InstanceType")]
    [InlineData("aws-sdk:sagemaker:createApp", """{"ResourceSpec":{"InstanceType":"ml.p4d.24xlarge"}}""", "ResourceSpec.InstanceType")]
    [InlineData("aws-sdk:sagemaker:updateDomain", """{"DefaultUserSettings":{"JupyterLabAppSettings":{"DefaultResourceSpec":{"InstanceType":"ml.p4d.24xlarge"}}}}""", "DefaultUserSettings.JupyterLabAppSettings.DefaultResourceSpec.InstanceType")]
    [InlineData("aws-sdk:sagemaker:createUserProfile", """{"UserSettings":{"CodeEditorAppSettings":{"DefaultResourceSpec":{"InstanceType":"ml.p4d.24xlarge"}}}}""", "UserSettings.CodeEditorAppSettings.DefaultResourceSpec.InstanceType")]
    [InlineData("aws-sdk:sagemaker:createSpace", """{"SpaceSettings":{"KernelGatewayAppSettings":{"DefaultResourceSpec":{"InstanceType":"ml.p4d.24xlarge"}}}}""", "SpaceSettings.KernelGatewayAppSettings.DefaultResourceSpec.InstanceType")]
    [InlineData("aws-sdk:sagemaker:createCluster", """{"InstanceGroups":[{"InstanceType":"ml.p4d.24xlarge"}]}""", "InstanceGroups[0].InstanceType")]
    [InlineData("aws-sdk:sagemaker:updateCluster", """{"InstanceGroups":[{"InstanceRequirements":{"InstanceTypes":["ml.p4d.24xlarge"]}}]}""", "InstanceGroups[0].InstanceRequirements.InstanceTypes[0]")]
    [InlineData("aws-sdk:sagemaker:createInferenceExperiment", """{"ModelVariants":[{"InfrastructureConfig":{"RealTimeInferenceConfig":{"InstanceType":"ml.p4d.24xlarge"}}}]}""", "ModelVariants[0].InfrastructureConfig.RealTimeInferenceConfig.InstanceType")]
    [InlineData("aws-sdk:sagemaker:createMonitoringSchedule", """{"MonitoringScheduleConfig":{"MonitoringJobDefinition":{"MonitoringResources":{"ClusterConfig":{"InstanceType":"ml.p4d.24xlarge"}}}}}""", "MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringResources.ClusterConfig.InstanceType")]
    [InlineData("aws-sdk:sagemaker:createDataQualityJobDefinition", """{"JobResources":{"ClusterConfig":{"InstanceType":"ml.p4d.24xlarge"}}}""", "JobResources.ClusterConfig.InstanceType")]
    public void Every_call_that_starts_instances_is_looked_into(string action, string parameters, string path) => Assert.Contains(
        $"trainer: definition.States.Call.Parameters.{path} is {Large}",
        Policy.On(StateMachines.Aws(Machine(("Call", Task(parameters, action: action))))).Violation());

    [Fact]
    public void A_map_and_a_parallel_in_it_are_looked_into() => Assert.Contains(
        $"""definition.States["For each family"].ItemProcessor.States.Both.Branches[1].States.Train.Parameters.ResourceConfig.InstanceType is {Large}""",
        Policy.On(StateMachines.Aws(Machine(("For each family", Map(Machine(("Both", Parallel(
            "\"End\":true", null, Machine(("Wait", """{"Type":"Wait","Seconds":1,"End":true}""")), Machine(("Train", Train(type: Large)))))))))))
            .Violation());

    [Fact]
    public void The_older_name_of_a_maps_machine_is_looked_into() => Assert.Contains(
        "definition.States.Each.Iterator.States.Train",
        Policy.On(StateMachines.Aws(Machine(("Each", Map(Machine(("Train", Train(type: Large))), processor: "Iterator"))))).Violation());

    [Fact]
    public void A_state_that_only_an_error_leads_to_is_looked_into() => Assert.Contains(
        "definition.States.Again",
        Policy.On(StateMachines.Aws(Machine(("Train", Train(catcher: "Again")), ("Again", Train(type: Large))))).Violation());

    [Fact]
    public void Jsonata_arguments_are_looked_into() => Assert.Contains(
        "definition.States.Train.Arguments.ResourceConfig.InstanceType",
        Policy.On(StateMachines.Aws("""
            {"QueryLanguage":"JSONata","StartAt":"Train","States":{"Train":{"Type":"Task","End":true,
             "Resource":"arn:aws:states:::sagemaker:createTrainingJob.sync",
             "Arguments":{"ResourceConfig":{"InstanceType":"ml.p4d.24xlarge"}}}}}
            """)).Violation());

    [Theory]
    [InlineData("""{"ResourceConfig":{"InstanceType.$":"$.type"}}""", "definition.States.Call.Parameters.ResourceConfig.InstanceType")]
    [InlineData("""{"ResourceConfig.$":"$.resources"}""", "definition.States.Call.Parameters.ResourceConfig")]
    [InlineData("""{"ResourceConfig":{"InstanceType":"{% $states.input.type %}"}}""", "definition.States.Call.Parameters.ResourceConfig.InstanceType")]
    [InlineData("""{"ResourceConfig":" {% $resources %}"}""", "definition.States.Call.Parameters.ResourceConfig")]
    public void An_expression_decides_only_when_the_machine_runs(string parameters, string path) =>
        Policy.On(StateMachines.Aws(Machine(("Call", Task(parameters))))).ShouldBeUnknown(path);

    [Theory]
    [InlineData("""{"TrainingJobDefinition.$":"$.def"}""", "TrainingJobDefinition")]
    [InlineData("""{"TrainingJobDefinition":"{% $d %}"}""", "TrainingJobDefinition")]
    [InlineData("""{"TrainingJobDefinitions":"{% $d %}"}""", "TrainingJobDefinitions")]
    [InlineData("""{"TrainingJobDefinition":{"HyperParameterTuningResourceConfig":"{% $r %}"}}""", "TrainingJobDefinition.HyperParameterTuningResourceConfig")]
    [InlineData("""{"TrainingJobDefinition":{"HyperParameterTuningResourceConfig":{"InstanceConfigs.$":"$.r"}}}""", "TrainingJobDefinition.HyperParameterTuningResourceConfig.InstanceConfigs")]
    public void What_a_tuning_job_tries_may_be_unknown_too(string parameters, string path) => Policy
        .On(StateMachines.Aws(Machine(("Call", Task(parameters, action: "sagemaker:createHyperParameterTuningJob.sync")))))
        .ShouldBeUnknown($"definition.States.Call.Parameters.{path}");

    [Fact]
    public void A_tuning_task_without_parameters_sends_its_input() => Policy.On(StateMachines.Aws("""
        {"StartAt":"Tune","States":{"Tune":{"Type":"Task","Resource":"arn:aws:states:::sagemaker:createHyperParameterTuningJob","End":true}}}
        """)).ShouldBeUnknown("definition.States.Tune.Parameters");

    [Fact]
    public void A_task_without_parameters_sends_its_input() => Policy.On(StateMachines.Aws("""
        {"StartAt":"Train","States":{"Train":{"Type":"Task","Resource":"arn:aws:states:::sagemaker:createTrainingJob","End":true}}}
        """)).ShouldBeUnknown("definition.States.Train.Parameters");

    [Fact]
    public void A_pipeline_in_a_state_machine_is_looked_into() => Assert.Contains(
        $"""definition.States.Create.Parameters.PipelineDefinition.Steps["Train"].Arguments.ResourceConfig.InstanceType is {Large}""",
        Policy.On(StateMachines.Aws(Machine(("Create", Task(
            $$"""{"PipelineDefinition":{{System.Text.Json.JsonSerializer.Serialize(Pipeline("", Training(type: $"\"{Large}\"")))}}}""",
            action: "aws-sdk:sagemaker:createPipeline"))))).Violation());

    [Fact]
    public void A_pipeline_that_a_schedule_creates_is_looked_into() => Assert.Contains(
        $"""target.input.PipelineDefinition.Steps["Train"].Arguments.ResourceConfig.InstanceType is {Large}""",
        Policy.On(new ResourceViews.Aws.Scheduler.ScheduleProps
        {
            Target = new()
            {
                Arn = "arn:aws:scheduler:::aws-sdk:sagemaker:updatePipeline",
                Input = $$"""{"PipelineDefinition":{{System.Text.Json.JsonSerializer.Serialize(Pipeline("", Training(type: $"\"{Large}\"")))}}}""",
            },
        }).Violation());

    [Fact]
    public void An_update_of_a_pipeline_need_not_have_a_definition() => Policy.On(StateMachines.Aws(Machine(("Update", Task(
        """{"PipelineName":"churn","RoleArn":"arn:aws:iam::123456789012:role/pipelines"}""",
        action: "aws-sdk:sagemaker:updatePipeline"))))).ShouldBeCompliant();

    [Fact]
    public void A_pipeline_in_a_state_machine_whose_definition_is_kept_in_s3_is_a_warning()
    {
        var verdict = Policy.On(StateMachines.Aws(Machine(("Create", Task(
            """{"PipelineDefinitionS3Location":{"Bucket":"definitions","ObjectKey":"train.json"}}""",
            action: "aws-sdk:sagemaker:createPipeline")))));

        Assert.False(verdict.IsViolation);
        Assert.Equal(
            "trainer: definition.States.Create.Parameters.PipelineDefinitionS3Location: a definition kept in S3 cannot be looked into. "
                + "Give it as PipelineDefinition instead.",
            Assert.Single(verdict.Warnings));
    }

    [Theory]
    [InlineData("""{"PipelineDefinition.$":"$.definition"}""", ".PipelineDefinition")]
    [InlineData("\"{% $body %}\"", "")]
    public void A_pipeline_in_a_state_machine_may_be_unknown(string parameters, string path) => Policy
        .On(StateMachines.Aws(Machine(("Create", Task(parameters, action: "aws-sdk:sagemaker:createPipeline")))))
        .ShouldBeUnknown($"definition.States.Create.Parameters{path}");

    [Fact]
    public void The_size_of_a_model_may_stand_in_the_tags_of_the_call() => Policy.On(StateMachines.Aws(Machine(("Call", Task("""
        {
          "ResourceConfig": {"InstanceType": "ml.p4d.24xlarge", "InstanceCount": 1},
          "Tags": [{"Key": "training-mode", "Value": "full"}, {"Key": "model-parameters-billions", "Value": "13"}]
        }
        """))))).ShouldBeCompliant();

    [Fact]
    public void The_size_of_a_model_may_stand_in_the_tags_of_the_state_machine() => Policy.On(
        StateMachines.Aws(Machine(("Train", Train(type: Large)))) with
        {
            Tags = new Dictionary<string, Known<string>> { ["model-parameters-billions"] = "13" },
        }).ShouldBeCompliant();

    [Theory]
    [InlineData("Processing", """{"ProcessingResources":{"ClusterConfig":{"InstanceType":"ml.p4d.24xlarge"}}}""")]
    [InlineData("QualityCheck", """{"ProcessingResources":{"ClusterConfig":{"InstanceType":"ml.p4d.24xlarge"}}}""")]
    [InlineData("Transform", """{"TransformResources":{"InstanceType":"ml.p4d.24xlarge"}}""")]
    [InlineData("Tuning", """{"TrainingJobDefinition":{"ResourceConfig":{"InstanceType":"ml.p4d.24xlarge"}}}""")]
    [InlineData("Training", """{"ResourceConfig":{"InstanceType":"ml.p4d.24xlarge"}}""")]
    public void Every_step_that_starts_instances_is_looked_into(string type, string arguments) => Assert.Contains(
        "trainer: pipelineDefinition.Steps[\"Call\"].Arguments.",
        Policy.On(Pipelines.Aws(Pipeline("", Step("Call", type, arguments)))).Violation());

    [Fact]
    public void Nested_conditions_are_looked_into() => Assert.Contains(
        """pipelineDefinition.Steps["Good"].Arguments.IfSteps["Better"].Arguments.ElseSteps["Train"].Arguments.ResourceConfig.InstanceType""",
        Policy.On(Pipelines.Aws(Pipeline("", Condition("Good", Condition("Better", "", Training(type: $"\"{Large}\"")), "")))).Violation());

    [Fact]
    public void A_parameter_stands_for_its_default() => Assert.Contains(Large, Policy.On(Pipelines.Aws(Pipeline(
        $$"""{"Name":"Type","Type":"String","DefaultValue":"{{Large}}"}""", Training(type: """{"Get":"Parameters.Type"}""")))).Violation());

    [Theory]
    [InlineData("""{"Get":"Parameters.Type"}""")]
    [InlineData("""{"Get":"Parameters.Missing"}""")]
    [InlineData("""{"Get":"Steps.Choose.Type"}""")]
    [InlineData("""{"Std:JsonGet":{"PropertyFile":"x","Path":"type"}}""")]
    [InlineData("""{"Std:Join":{"On":".","Values":["ml",{"Get":"Parameters.Type"}]}}""")]
    public void What_only_a_run_of_the_pipeline_knows_is_unknown(string expression) => Policy.On(Pipelines.Aws(Pipeline(
        """{"Name":"Type","Type":"String"}""", Training(type: expression))))
        .ShouldBeUnknown("pipelineDefinition.Steps[\"Train\"].Arguments.ResourceConfig.InstanceType");

    [Fact]
    public void Joined_texts_are_read() => Assert.Contains("is ml.p4d.24xlarge", Policy.On(Pipelines.Aws(Pipeline(
        """{"Name":"Family","DefaultValue":"p4d"}""",
        Training(type: """{"Std:Join":{"On":".","Values":["ml",{"Get":"Parameters.Family"},"24xlarge"]}}""")))).Violation());

    [Fact]
    public void A_pipeline_of_aws_native_holds_its_definition_deeper() => Assert.Contains(
        "pipelineDefinition.pipelineDefinitionBody.Steps[\"Train\"]",
        Policy.On(Pipelines.Native(Pipeline("", Training(type: $"\"{Large}\"")))).Violation());

    [Fact]
    public void A_state_machine_of_aws_native_may_be_an_object() => Assert.Contains(
        $"definition.States.Train.Parameters.ResourceConfig.InstanceType is {Large}",
        Policy.On(Native(Machine(("Train", Train(type: Large))))).Violation());

    [Fact]
    public void Placeholders_are_substituted_in_texts_and_in_place_of_numbers() => Assert.Contains(
        $"definitionString.States.Train.Parameters.ResourceConfig.InstanceType is {Large}, whose usable 618.5 GB",
        Policy.On(new NativeStateMachine
        {
            DefinitionString = """
                {"StartAt":"Train","States":{"Train":{"Type":"Task","End":true,
                 "Resource":"arn:${AWS::Partition}:states:::sagemaker:createTrainingJob",
                 "Parameters":{"ResourceConfig":{"InstanceType":"ml.${Family}.24xlarge","InstanceCount":${Count}},
                 "Tags":[{"Key":"model-parameters-billions","Value":"0.1"}]}}}}
                """,
            DefinitionSubstitutions = PropertyValue.Of(PropertyMap.Of(("Family", "p4d"), ("Count", 2))),
        }).Violation());

    [Fact]
    public void A_placeholder_that_is_not_known_yet_is_unknown() => Policy.On(new NativeStateMachine
    {
        DefinitionString = Machine(("Train", Train(type: "${Type}"))),
        DefinitionSubstitutions = PropertyValue.Of(PropertyMap.Of(("Type", PropertyValue.Unknown))),
    }).ShouldBeUnknown("definitionString.States.Train.Parameters.ResourceConfig.InstanceType");

    [Fact]
    public void An_unknown_inside_of_an_object_is_unknown() => Policy.On(Native(Machine(("Train", Train(type: Sentinels.Unknown)))))
        .ShouldBeUnknown("definition.States.Train.Parameters.ResourceConfig.InstanceType");

    [Fact]
    public void A_definition_that_is_not_known_yet_is_unknown()
    {
        Policy.On(StateMachines.Aws("") with { Definition = Known<string>.Unknown }).ShouldBeUnknown("definition");
        Policy.On(Pipelines.Aws("") with { PipelineDefinition = Known<string>.Unknown }).ShouldBeUnknown("pipelineDefinition");
        Policy.On(new NativeStateMachine { DefinitionString = Known<string>.Unknown }).ShouldBeUnknown("definitionString");
    }

    [Theory]
    [InlineData("{", "trainer: definition is not valid JSON: line 1, byte 2 cannot be read.")]
    [InlineData("", "trainer: definition is not valid JSON: line 1, byte 1 cannot be read.")]
    [InlineData("{\"StartAt\":\"A\"}\n,", "trainer: definition is not valid JSON: line 2, byte 1 cannot be read.")]
    [InlineData("""{"StartAt":"\ud800"}""", "trainer: definition is not valid JSON: it has a text with half of a surrogate pair.")]
    [InlineData("[]", "trainer: definition has no States: expected a definition in Amazon States Language.")]
    public void A_definition_that_cannot_be_read_is_a_violation(string definition, string message) =>
        Assert.Equal(message, Policy.On(StateMachines.Aws(definition)).Violation());

    [Fact]
    public void A_pipeline_that_cannot_be_read_is_a_violation()
    {
        Assert.Contains("pipelineDefinition is not valid JSON", Policy.On(Pipelines.Aws("not json")).Violation());
        Assert.Contains("pipelineDefinition has no Steps", Policy.On(Pipelines.Aws("{}")).Violation());
    }

    [Fact]
    public void A_definition_kept_in_s3_is_a_warning()
    {
        var verdict = Policy.On(new ResourceViews.Aws.Sagemaker.PipelineProps
        {
            PipelineDefinitionS3Location = new() { Bucket = "definitions", ObjectKey = "train.json" },
        });

        Assert.False(verdict.IsViolation);
        Assert.Equal(
            "trainer: pipelineDefinitionS3Location: a definition kept in S3 cannot be looked into. Give it as pipelineDefinition instead.",
            Assert.Single(verdict.Warnings));
    }

    [Fact]
    public void Nothing_of_a_secret_definition_is_told()
    {
        var message = Policy.On(StateMachines.Aws("") with
        {
            Definition = Known<string>.Secret(Machine(("Hidden", Train(type: Large)))),
        }).Violation();

        Assert.Contains("trainer: definition is [secret]: too large by default", message);
        Assert.DoesNotContain("Hidden", message);
    }

    [Fact]
    public void A_schedule_that_calls_sagemaker_itself_is_looked_into()
    {
        const string Body = """{"ResourceConfig":{"InstanceType":"ml.p4d.24xlarge"}}""";
        const string Arn = "arn:aws:scheduler:::aws-sdk:sagemaker:createTrainingJob";

        Assert.Contains(
            $"trainer: target.input.ResourceConfig.InstanceType is {Large}",
            Policy.On(new ResourceViews.Aws.Scheduler.ScheduleProps { Target = new() { Arn = Arn, Input = Body } }).Violation());
        Assert.True(Policy.On(new ResourceViews.AwsNative.Scheduler.ScheduleProps { Target = new() { Arn = Arn, Input = Body } }).IsViolation);
        Policy.On(new ResourceViews.Aws.Scheduler.ScheduleProps { Target = new() { Arn = Arn, Input = Known<string>.Unknown } })
            .ShouldBeUnknown("target.input");
        Assert.Contains(
            "target.input is not valid JSON",
            Policy.On(new ResourceViews.Aws.Scheduler.ScheduleProps { Target = new() { Arn = Arn, Input = "{" } }).Violation());
    }

    [Fact]
    public void A_schedule_with_any_other_target_is_not_concerned()
    {
        Policy.On(new ResourceViews.Aws.Scheduler.ScheduleProps { Target = new() { Arn = Known<string>.Unknown } }).ShouldBeCompliant();
        Policy.On(new ResourceViews.Aws.Scheduler.ScheduleProps
        {
            Target = new() { Arn = "arn:aws:states:us-east-1:123456789012:stateMachine:sweeper", Input = "not json" },
        }).ShouldBeCompliant();
    }

    private static NativeStateMachine Native(string definition) => new()
    {
        Definition = ResourceViews.AwsNative.StepFunctions.StateMachineDefinitionProps.From(
            PropertyValue.Of(System.Text.Json.JsonDocument.Parse(definition).RootElement)),
    };
}
