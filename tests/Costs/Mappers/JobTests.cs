using Costs.Estimates;
using Costs.Money;
using Costs.Plan;
using ResourceViews.Aws.Sagemaker;
using ResourceViews.AwsNative.SageMaker;

namespace Costs.Tests.Mappers;

public class JobTests
{
    private static readonly TrainingJobProps OnDemand = new()
    {
        ResourceConfig = new() { InstanceType = "ml.m5.large", InstanceCount = 2, VolumeSizeInGb = 73 },
        StoppingCondition = new() { MaxRuntimeInSeconds = 10 * 3600 },
    };

    private static readonly TrainingJobProps OnSpot = OnDemand with
    {
        ResourceConfig = new() { InstanceType = "ml.g5.xlarge", InstanceCount = 1 },
        EnableManagedSpotTraining = true,
    };

    [Fact]
    public void A_job_costs_its_instance_hours_each_time_it_runs()
    {
        var line = Given.Line("""{"train": {"hoursPerRun": 5, "runsPerMonth": 3}}""", Job(OnDemand));

        Assert.Equal(Cost.Of(30), line.Component("Training (ml.m5.large)").Monthly);
        Assert.Equal(Cost.Of(10), line.Component("Training (ml.m5.large)").PerRun);
        Assert.Equal(CostCategory.Training, line.Component("Training (ml.m5.large)").Category);
    }

    [Fact]
    public void A_volume_is_billed_while_the_job_runs()
    {
        var line = Given.Line("""{"train": {"hoursPerRun": 5, "runsPerMonth": 3}}""", Job(OnDemand));

        // 73 GB on two instances for 15 of 730 hours.
        Assert.Equal(Cost.Of(0.3m), line.Component("Training volumes (ml.m5.large)").Monthly);
    }

    [Fact]
    public void Without_stated_hours_a_job_takes_as_long_as_it_may_and_runs_once_at_the_most()
    {
        var line = Given.Line(Job(OnDemand));

        Assert.Equal(new Cost(0, 20, 20), line.Component("Training (ml.m5.large)").Monthly);
        Assert.Contains(line.Assumptions, assumption => assumption.Text.StartsWith("hoursPerRun = 10 by default"));
        Assert.Contains(line.Assumptions, assumption => assumption.Text.StartsWith("runsPerMonth = 0 – 1 – 1 by default"));
    }

    [Fact]
    public void Spot_saves_what_it_is_known_to_save_and_repeats_some_work()
    {
        var line = Given.Line("""{"train": {"hoursPerRun": 10, "runsPerMonth": 1}}""", Job(OnSpot));

        // 10 hours at 40% of the price; 10% of the work done twice; at the most for the full price.
        Assert.Equal(new Cost(40, 44, 110), line.Component("Training on spot (ml.g5.xlarge)").Monthly);
    }

    [Fact]
    public void Savings_and_rework_can_be_stated()
    {
        var line = Given.Line(
            """{"train": {"hoursPerRun": 10, "runsPerMonth": 1, "spotSavingsPercent": 90, "reworkPercent": 0}}""", Job(OnSpot));

        Assert.Equal(new Cost(10, 10, 100), line.Component("Training on spot (ml.g5.xlarge)").Monthly);
    }

    [Fact]
    public void A_type_without_spot_statistics_saves_nothing()
    {
        var job = OnSpot with { ResourceConfig = new() { InstanceType = "ml.m5.large", InstanceCount = 1 } };

        var component = Given.Line("""{"train": {"hoursPerRun": 10, "runsPerMonth": 1, "reworkPercent": 0}}""", Job(job))
            .Component("Training on spot (ml.m5.large)");

        Assert.Equal(Cost.Of(10), component.Monthly);
        Assert.Contains("no spot statistics", component.Explanation.Factor!.Because);
    }

    [Fact]
    public void Whether_a_job_is_on_spot_decides_so_unknown_is_a_gap()
    {
        var line = Given.Line(Job(OnSpot with { EnableManagedSpotTraining = Known<bool?>.Unknown }));

        Assert.Equal(LineStatus.NotKnownYet, line.Status);
    }

    [Fact]
    public void Each_instance_group_is_billed_by_its_type()
    {
        var line = Given.Line("""{"train": {"hoursPerRun": 1, "runsPerMonth": 1}}""", Job(OnDemand with
        {
            ResourceConfig = new()
            {
                InstanceGroups = [new() { InstanceType = "ml.m5.large", InstanceCount = 3 }, new() { InstanceType = "ml.g5.xlarge", InstanceCount = 1 }],
            },
        }));

        Assert.Equal(3, line.Component("Training (ml.m5.large)").Monthly.Expected);
        Assert.Equal(10, line.Component("Training (ml.g5.xlarge)").Monthly.Expected);
    }

    [Fact]
    public void A_warm_pool_is_billed_until_it_is_let_go()
    {
        var line = Given.Line("""{"train": {"hoursPerRun": 1, "runsPerMonth": 2}}""", Job(OnDemand with
        {
            ResourceConfig = new() { InstanceType = "ml.m5.large", InstanceCount = 1, KeepAlivePeriodInSeconds = 1800 },
        }));

        Assert.Equal(new Cost(0, 1, 1), line.Component("Warm pool (ml.m5.large)").Monthly);
    }

    [Fact]
    public void A_tuning_job_costs_all_its_trials()
    {
        var tuning = Planned.Resource("tune", new HyperParameterTuningJobProps
        {
            Config = new() { ResourceLimits = new() { MaxNumberOfTrainingJobs = 20 } },
            TrainingJobDefinition = new()
            {
                ResourceConfig = new() { InstanceType = "ml.m5.large", InstanceCount = 1 },
                StoppingCondition = new() { MaxRuntimeInSeconds = 3600 },
            },
        });

        var line = Given.Line("""{"tune": {"runsPerMonth": 2, "hoursPerRun": 0.5}}""", tuning);

        Assert.Equal(Cost.Of(20), line.Component("Training (ml.m5.large)").Monthly);
        Assert.Equal(Cost.Of(10), line.Component("Training (ml.m5.large)").PerRun);
    }

    [Fact]
    public void A_processing_job_has_its_own_prices()
    {
        var processing = Planned.Resource("prepare", new ProcessingJobProps
        {
            ProcessingResources = new() { ClusterConfig = new() { InstanceType = "ml.m5.large", InstanceCount = 4, VolumeSizeInGb = 73 } },
        });

        var line = Given.Line("""{"prepare": {"runsPerMonth": 1, "hoursPerRun": 10}}""", processing);

        Assert.Equal(Cost.Of(40), line.Component("Processing (ml.m5.large)").Monthly);
        Assert.Equal(Cost.Of(0.4m), line.Component("Processing volumes (ml.m5.large)").Monthly);
    }

    [Fact]
    public void A_pipeline_costs_the_jobs_of_its_steps_with_parameters_at_their_defaults()
    {
        var pipeline = Planned.Resource("nightly", new ResourceViews.Aws.Sagemaker.PipelineProps
        {
            PipelineDefinition = """
                {
                  "Parameters": [{"Name": "Type", "Type": "String", "DefaultValue": "ml.m5.large"}],
                  "Steps": [
                    {"Name": "Train", "Type": "Training", "Arguments": {
                      "ResourceConfig": {"InstanceType": {"Get": "Parameters.Type"}, "InstanceCount": 1}}},
                    {"Name": "IfGood", "Type": "Condition", "Arguments": {"IfSteps": [
                      {"Name": "Report", "Type": "Processing", "Arguments": {
                        "ProcessingResources": {"ClusterConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 2}}}}]}}
                  ]
                }
                """,
        });

        var line = Given.Line("""{"nightly": {"runsPerMonth": 10, "hoursPerRun": 1}}""", pipeline);

        Assert.Equal(Cost.Of(10), line.Component("Training (ml.m5.large)").Monthly);
        Assert.Equal(Cost.Of(20), line.Component("Processing (ml.m5.large)").Monthly);
    }

    [Fact]
    public void What_an_execution_of_a_pipeline_decides_is_named_by_its_whole_path()
    {
        var line = Given.Line(Planned.Resource("nightly", new ResourceViews.Aws.Sagemaker.PipelineProps
        {
            PipelineDefinition = """
                {"Steps": [{"Name": "IfGood", "Type": "Condition", "Arguments": {"IfSteps": [{"Name": "Train", "Type": "Training", "Arguments": {
                  "ResourceConfig": {"InstanceType": "ml.m5.large"}, "EnableManagedSpotTraining": {"Get": "Parameters.Spot"}}}]}}]}
                """,
        }));

        Assert.Equal(
            ["pipelineDefinition.Steps[\"IfGood\"].Arguments.IfSteps[\"Train\"].Arguments.EnableManagedSpotTraining"],
            line.Gaps.SelectMany(gap => gap.Properties));
    }

    private static PlannedResource Job(TrainingJobProps job) => Planned.Resource("train", job);
}
