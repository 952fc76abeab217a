using Infra.Tests.Builders;
using Infra.Training;
using Infra.Training.Jobs;

namespace Infra.Tests.Training.Jobs;

public class HyperParameterTuningTests
{
    private const string Job = "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob";

    [Fact]
    public async Task Every_trial_runs_on_spot_with_wait_checkpoints_and_a_cap()
    {
        var job = await Deploy();

        Assert.Equal(true, job["trainingJobDefinition.enableManagedSpotTraining"]);
        Assert.Equal(3600, job["trainingJobDefinition.stoppingCondition.maxRuntimeInSeconds"]);
        Assert.Equal(7200, job["trainingJobDefinition.stoppingCondition.maxWaitTimeInSeconds"]);
        Assert.Equal(
            $"s3://artifacts-1234567/checkpoints/tuning.rates/{job["name"]}/", job["trainingJobDefinition.checkpointConfig.s3Uri"]);
        Assert.Equal("spot", job.Tags["capacity"]);
    }

    [Fact]
    public async Task A_search_on_demand_has_no_wait()
    {
        var job = await Deploy(family: Valid.Family with { Spot = false });

        Assert.Equal(false, job["trainingJobDefinition.enableManagedSpotTraining"]);
        Assert.Null(job["trainingJobDefinition.stoppingCondition.maxWaitTimeInSeconds"]);
        Assert.Equal(10 * 3600, job["config.resourceLimits.maxRuntimeInSeconds"]);
    }

    [Fact]
    public async Task The_search_as_a_whole_is_capped_too()
    {
        var job = await Deploy(Valid.TuningJob with { MaxTrials = 10, MaxParallelTrials = 3 });

        Assert.Equal(10, job["config.resourceLimits.maxNumberOfTrainingJobs"]);
        Assert.Equal(3, job["config.resourceLimits.maxParallelTrainingJobs"]);
        Assert.Equal(4 * 7200, job["config.resourceLimits.maxRuntimeInSeconds"]);
        Assert.Equal("600m", job["timeouts.create"]);
    }

    [Theory]
    [InlineData(1, 1, 120)]
    [InlineData(40320, 500, 15_768_000)]
    public async Task The_cap_is_one_that_SageMaker_takes(int minutes, int trials, int seconds)
    {
        var job = await Deploy(
            Valid.TuningJob with { MaxTrials = trials }, Valid.Family with { MaxRuntimeMinutes = minutes, Spot = false });

        Assert.Equal(seconds, job["config.resourceLimits.maxRuntimeInSeconds"]);
    }

    [Fact]
    public async Task Ranges_are_of_the_kind_they_are_written_as()
    {
        var job = await Deploy(Valid.TuningJob with
        {
            Ranges = new SortedDictionary<string, string>
            {
                ["epochs"] = "1 to 10",
                ["learning_rate"] = "0.01 to 1, logarithmic",
                ["optimizer"] = "adam, sgd",
            },
        });

        const string Ranges = "config.parameterRanges";
        Assert.Equal("epochs", job[$"{Ranges}.integerParameterRanges.0.name"]);
        Assert.Equal("Auto", job[$"{Ranges}.integerParameterRanges.0.scalingType"]);
        Assert.Equal("learning_rate", job[$"{Ranges}.continuousParameterRanges.0.name"]);
        Assert.Equal("0.01", job[$"{Ranges}.continuousParameterRanges.0.minValue"]);
        Assert.Equal("Logarithmic", job[$"{Ranges}.continuousParameterRanges.0.scalingType"]);
        Assert.Equal(["adam", "sgd"], job.Texts($"{Ranges}.categoricalParameterRanges.0.values"));
    }

    [Fact]
    public async Task What_is_tried_is_not_fixed_as_well()
    {
        var job = await Deploy(family: Valid.Family with
        {
            HyperParameters = new Dictionary<string, string> { ["learning_rate"] = "0.5", ["epochs"] = "3" },
        });

        Assert.Equal("3", job["trainingJobDefinition.staticHyperParameters.epochs"]);
        Assert.Null(job["trainingJobDefinition.staticHyperParameters.learning_rate"]);
    }

    [Fact]
    public async Task A_search_that_changes_is_another_search()
    {
        var name = (await Deploy())["name"];

        Assert.Equal(name, (await Deploy())["name"]);
        Assert.NotEqual(name, (await Deploy(Valid.TuningJob with { Run = 2 }))["name"]);
        Assert.NotEqual(name, (await Deploy(Valid.TuningJob with { MaxTrials = 11 }))["name"]);
        Assert.NotEqual(name, (await Deploy(Valid.TuningJob with { Goal = "Maximize" }))["name"]);
        Assert.NotEqual(name, (await Deploy(Valid.TuningJob with { Strategy = "Random" }))["name"]);
        Assert.NotEqual(name, (await Deploy(Valid.TuningJob with { EarlyStopping = false }))["name"]);
    }

    private static async Task<Registered> Deploy(TuningJobSettings? job = null, TrainingFamily? family = null)
    {
        var stack = await DeployedStack.Of(Valid.StackWithFamily(family) with
        {
            TuningJobs = new Dictionary<string, TuningJobSettings> { ["rates"] = job ?? Valid.TuningJob },
        });
        return stack.Single(Job);
    }
}
