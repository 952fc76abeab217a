using Costs.Advice;
using Costs.Plan;
using ResourceViews.Aws.Sagemaker;
using ResourceViews.Aws.Sfn;

namespace Costs.Tests.Advice;

public class TrainingInstanceTests
{
    private const string Same = "Train tune on ml.g5.xlarge instead of ml.g5.2xlarge";
    private const string Other = "Train tune on ml.g6.xlarge instead of ml.g5.2xlarge";
    private const string Hours = """{"tune": {"hoursPerRun": 10} }""";

    [Fact]
    public void The_cheapest_type_with_the_same_accelerators_is_counted()
    {
        var line = Advised.Of([Job()], Hours).Line(Same);

        Assert.Equal((12 - 10) * 10, line.Usd());
        Assert.True(line.IsCounted);
        Assert.StartsWith("a model of 1 billion parameters (full) needs 20.8 GB", line.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_accelerators_pay_as_long_as_a_run_is_not_much_longer()
    {
        var line = Advised.Of([Job()], Hours).Line(Other);

        Assert.False(line.IsCounted);
        Assert.Equal(
            new AdviceSaving.If((12 - 6) * 10, "a run takes no longer; it pays up to 2.0 times as long"), line.Saving);
    }

    [Fact]
    public void On_spot_capacity_the_saving_is_that_of_spot_prices() =>
        Assert.Equal(0.4m * 1.1m * (12 - 10) * 10, Advised.Of([Job(spot: true)], Hours).Line(Same).Usd());

    [Fact]
    public void Several_instances_of_a_sharded_model_count_together()
    {
        var line = Advised.Of([Job(instances: 2, billions: "2")], Hours).Line(Same);

        Assert.Contains("2 × ml.g5.xlarge (1 × A10G, 4 vCPUs, 16 GiB) has 43.2 GB to use", line.Why, StringComparison.Ordinal);
        Assert.Equal(2 * (12 - 10) * 10, line.Usd());
    }

    [Fact]
    public void A_family_is_named_by_its_setting_and_what_is_not_stated_is_named_too()
    {
        var family = Advised.Component("ml:training:SpotTraining", "tune");
        var launcher = Planned.Resource("tune-launcher", new StateMachineProps { Definition = Launcher }).In(family);

        var advice = Advised.Of([family, launcher], Hours);

        var line = advice.Line(Same);
        Assert.Contains("runsPerMonth", Assert.IsType<AdviceSaving.Unknown>(line.Saving).Because, StringComparison.Ordinal);
        Assert.False(line.IsCounted);
        Assert.Equal("set costs:trainingFamilies.tune.instanceType to ml.g5.xlarge in Pulumi.test.yaml", line.Change);
        Assert.Equal(0, advice.Total);
    }

    [Fact]
    public void A_job_of_a_family_is_changed_with_the_family()
    {
        var tuning = Advised.Component("ml:training:OneShotTraining", "tune");

        Assert.Equal(
            "set costs:trainingFamilies.<family>.instanceType to ml.g5.xlarge in Pulumi.test.yaml, of the family that trainingJobs.tune.family names",
            Advised.Of([tuning, Job().In(tuning)], Hours).Line(Same).Change);
    }

    [Fact]
    public void Without_a_declared_size_nothing_is_weighed_and_that_is_said() =>
        Assert.StartsWith("no size of its model", Advised.Of([Job(billions: null)], Hours).NotKnown.Remark("tune").Text, StringComparison.Ordinal);

    [Fact]
    public void What_fills_its_memory_stays_where_it_is() =>
        Assert.Equal("no cheaper type holds its model", Advised.Of([Job(billions: "1.3")], Hours).Kept.Remark("tune").Text);

    private const string Launcher = """
        {"States": {"Train": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": {
          "ResourceConfig": {"InstanceType": "ml.g5.2xlarge", "InstanceCount": 1},
          "Tags": [{"Key": "model-parameters-billions", "Value": "7"}, {"Key": "training-mode", "Value": "lora"}]} } } }
        """;

    private static PlannedResource Job(bool spot = false, int instances = 1, string? billions = "1") => Planned.Resource("tune", new TrainingJobProps
    {
        ResourceConfig = new() { InstanceType = "ml.g5.2xlarge", InstanceCount = instances },
        EnableManagedSpotTraining = spot,
        Tags = billions is null ? [] : new Dictionary<string, Known<string>> { ["model-parameters-billions"] = billions },
    });
}
