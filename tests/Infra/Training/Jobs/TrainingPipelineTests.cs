using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Infra.Training;
using Infra.Training.Jobs;

namespace Infra.Tests.Training.Jobs;

public class TrainingPipelineTests
{
    [Fact]
    public async Task A_training_step_is_a_job_of_its_family_on_spot_with_wait_checkpoints_and_a_cap()
    {
        var step = Step(await Deploy(), "train");

        Assert.Equal("Training", (string?)step["Type"]);
        var request = step["Arguments"]!;
        Assert.True((bool)request["EnableManagedSpotTraining"]!);
        Assert.Equal(3600, (int)request["StoppingCondition"]!["MaxRuntimeInSeconds"]!);
        Assert.Equal(7200, (int)request["StoppingCondition"]!["MaxWaitTimeInSeconds"]!);
        Assert.Equal("ml.g5.xlarge", (string?)request["ResourceConfig"]!["InstanceType"]);
        Assert.Null(request["TrainingJobName"]);
    }

    [Fact]
    public async Task Each_execution_keeps_checkpoints_of_its_own() => Assert.Equal(
        """{"Std:Join":{"On":"/","Values":["s3://artifacts-1234567/checkpoints/pipelines.weekly/train",{"Get":"Execution.PipelineExecutionId"}]}}""",
        Step(await Deploy(), "train")["Arguments"]!["CheckpointConfig"]!["S3Uri"]!.ToJsonString());

    [Fact]
    public async Task A_training_step_of_a_family_on_demand_has_no_wait()
    {
        var request = Step(await Deploy(family: Valid.Family with { Spot = false }), "train")["Arguments"]!;

        Assert.False((bool)request["EnableManagedSpotTraining"]!);
        Assert.Null(request["StoppingCondition"]!["MaxWaitTimeInSeconds"]);
    }

    [Fact]
    public async Task A_processing_step_is_capped_and_finds_its_script_and_data()
    {
        var step = Step(await Deploy(Prepared(new()
        {
            Image = Valid.ServingImage,
            MaxRuntimeMinutes = 30,
            Script = "prepare.py",
            Arguments = ["--days", "7"],
            Inputs = new Dictionary<string, string> { ["raw"] = "clicks/raw" },
            Outputs = new Dictionary<string, string> { ["train"] = "ranking" },
        })), "prepare");

        var request = step["Arguments"]!;
        Assert.Equal("Processing", (string?)step["Type"]);
        Assert.Equal(1800, (int)request["StoppingCondition"]!["MaxRuntimeInSeconds"]!);
        Assert.Equal(
            """["python3","/opt/ml/processing/code/prepare.py"]""",
            request["AppSpecification"]!["ContainerEntrypoint"]!.ToJsonString());
        Assert.Equal("""["--days","7"]""", request["AppSpecification"]!["ContainerArguments"]!.ToJsonString());
        Assert.Equal(
            [
                ("s3://artifacts-1234567/code/pipelines.weekly/", "/opt/ml/processing/code"),
                ("s3://artifacts-1234567/datasets/clicks/raw/", "/opt/ml/processing/input/raw"),
            ],
            request["ProcessingInputs"]!.AsArray().Select(input => (
                (string)input!["S3Input"]!["S3Uri"]!, (string)input["S3Input"]!["LocalPath"]!)));
        Assert.Equal(
            "s3://artifacts-1234567/datasets/ranking/",
            (string?)request["ProcessingOutputConfig"]!["Outputs"]![0]!["S3Output"]!["S3Uri"]);
    }

    [Fact]
    public async Task Steps_stand_in_an_order_in_which_they_can_run()
    {
        var steps = Definition(await Deploy())["Steps"]!.AsArray();

        Assert.Equal(["prepare", "train"], steps.Select(step => (string?)step!["Name"]));
        Assert.Null(steps[0]!["DependsOn"]);
        Assert.Equal("""["prepare"]""", steps[1]!["DependsOn"]!.ToJsonString());
    }

    [Fact]
    public async Task The_pipeline_creates_jobs_only_of_its_steps_types_and_within_their_time()
    {
        var policy = Policy(await Deploy(), "weekly-pipeline");

        var create = policy["Statement"]!.AsArray().Where(statement =>
            ((string)statement!["Sid"]!).StartsWith("CreateJobs", StringComparison.Ordinal)).ToArray();
        Assert.Equal(
            [
                ("sagemaker:CreateProcessingJob", "ml.m5.large", "1800"),
                ("sagemaker:CreateTrainingJob", "ml.g5.xlarge", "3600"),
            ],
            create.Select(statement => (
                (string)statement!["Action"]!,
                (string)statement["Condition"]!["ForAllValues:StringEquals"]!["sagemaker:InstanceTypes"]!,
                (string)statement["Condition"]!["NumericLessThanEquals"]!["sagemaker:MaxRuntimeInSeconds"]!)).Order());
        Assert.All(create, statement =>
        {
            Assert.Equal("false", (string?)statement!["Condition"]!["Null"]!["sagemaker:InstanceTypes"]);
            Assert.EndsWith("-job/pipelines-*", (string)statement["Resource"]!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_pipeline_hands_its_jobs_the_role_of_its_steps_and_no_other()
    {
        var stack = await Deploy();

        var pass = Policy(stack, "weekly-pipeline")["Statement"]!.AsArray()
            .Single(statement => (string?)statement!["Sid"] == "PassStepRole")!;
        Assert.Equal("arn:aws:iam::123456789012:role/weekly-steps-1234567", (string?)pass["Resource"]);
        Assert.Equal((string?)pass["Resource"], (string?)Step(stack, "train")["Arguments"]!["RoleArn"]);
        Assert.Equal((string?)pass["Resource"], (string?)Step(stack, "prepare")["Arguments"]!["RoleArn"]);
    }

    [Fact]
    public async Task Its_name_is_generated_because_it_can_never_change()
    {
        var pipeline = (await Deploy()).Single("aws:sagemaker/pipeline:Pipeline");

        Assert.Equal("weekly-pipeline-1234567", pipeline["pipelineName"]);
        Assert.Equal("weekly", pipeline["pipelineDisplayName"]);
        Assert.Equal(1, pipeline["parallelismConfiguration.maxParallelExecutionSteps"]);
    }

    [Fact]
    public async Task A_policy_names_a_statement_once_however_many_images_there_are()
    {
        var sids = Policy(await Deploy(), "weekly-steps")["Statement"]!.AsArray().Select(statement => (string)statement!["Sid"]!).ToArray();

        Assert.Equal(sids.Distinct(), sids);
    }

    private static PipelineSettings Prepared(ProcessingStep step) => Valid.Pipeline with
    {
        Steps = new Dictionary<string, PipelineStep>(Valid.Pipeline.Steps) { ["prepare"] = new() { Processing = step } },
    };

    private static Task<DeployedStack> Deploy(PipelineSettings? pipeline = null, TrainingFamily? family = null) =>
        DeployedStack.Of(Valid.StackWithFamily(family) with
        {
            Pipelines = new Dictionary<string, PipelineSettings> { ["weekly"] = pipeline ?? Valid.Pipeline },
        });

    private static JsonNode Definition(DeployedStack stack) =>
        JsonNode.Parse((string)stack.Single("aws:sagemaker/pipeline:Pipeline")["pipelineDefinition"]!)!;

    private static JsonNode Step(DeployedStack stack, string name) =>
        Definition(stack)["Steps"]!.AsArray().Single(step => (string?)step!["Name"] == name)!;

    private static JsonNode Policy(DeployedStack stack, string name) => JsonNode.Parse((string)stack
        .All("aws:iam/rolePolicy:RolePolicy").Single(policy => policy.Name == name)["policy"]!)!;
}
