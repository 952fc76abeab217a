using Policies.SageMaker;
using ResourceViews.Aws.Sagemaker;
using static Policies.Tests.Builders.TrainingJobs;

namespace Policies.Tests.SageMaker;

public class NoVolumeKeyOnNvmeTests
{
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/1";

    private static readonly NoVolumeKeyOnNvme Policy = new();

    private static TrainingJobProps On(Known<string> type, Known<string> key) =>
        Spot with { ResourceConfig = new() { InstanceType = type, InstanceCount = 1, VolumeKmsKeyId = key } };

    [Fact]
    public void A_key_for_a_volume_is_compliant() => Policy.On(On("ml.m5.large", Key)).ShouldBeCompliant();

    [Fact]
    public void Local_storage_without_a_key_is_compliant() => Policy.On(Spot).ShouldBeCompliant();

    [Fact]
    public void A_key_for_local_storage_is_a_violation() => Assert.Equal(
        "trainer: resourceConfig.volumeKmsKeyId is set and resourceConfig.instanceType is ml.g5.xlarge, a type with local NVMe storage, "
            + "for which SageMaker takes no key. Remove the key.",
        Policy.On(On("ml.g5.xlarge", Key)).Violation());

    [Theory]
    [InlineData("ml.m6gd.large")]
    [InlineData("ml.c7gd.xlarge")]
    [InlineData("ml.r8gd.xlarge")]
    [InlineData("ml.dl1.24xlarge")]
    [InlineData("ml.p6e-gb200.36xlarge")]
    public void Every_family_with_disks_of_its_own_counts(string type) => Assert.True(Policy.On(new EndpointConfigurationProps
    {
        KmsKeyArn = Key,
        ProductionVariants = [new() { InstanceType = type }],
    }).IsViolation);

    [Fact]
    public void The_key_for_the_flexible_resources_of_a_tuning_job_is_one_of_its_own()
    {
        var definition = new HyperParameterTuningJobTrainingJobDefinitionProps
        {
            HyperParameterTuningResourceConfig = new()
            {
                VolumeKmsKeyId = Key,
                InstanceConfigs = [new() { InstanceType = "ml.m5.large" }, new() { InstanceType = "ml.g5.xlarge" }],
            },
        };

        Assert.Contains(
            "trainingJobDefinition.hyperParameterTuningResourceConfig.volumeKmsKeyId is set and "
                + "trainingJobDefinition.hyperParameterTuningResourceConfig.instanceConfigs[1].instanceType is ml.g5.xlarge",
            Policy.On(new HyperParameterTuningJobProps { TrainingJobDefinition = definition }).Violation());
        Assert.Contains(
            "definition.States.Tune.Parameters.TrainingJobDefinition.HyperParameterTuningResourceConfig.VolumeKmsKeyId is set",
            Policy.On(StateMachines.Aws(StateMachines.Machine(("Tune", StateMachines.Task(
                """{"TrainingJobDefinition":{"HyperParameterTuningResourceConfig":{"InstanceType":"ml.g5.xlarge","VolumeKmsKeyId":"k"}}}""",
                action: "sagemaker:createHyperParameterTuningJob.sync"))))).Violation());
    }

    [Fact]
    public void A_volume_size_for_local_storage_is_a_warning_because_it_changes_nothing()
    {
        var verdict = Policy.On(Spot with { ResourceConfig = Spot.ResourceConfig with { VolumeSizeInGb = 100 } });

        Assert.False(verdict.IsViolation);
        Assert.Equal(
            "trainer: resourceConfig.volumeSizeInGb is 100 and resourceConfig.instanceType is ml.g5.xlarge, a type with local NVMe storage, "
                + "to which SageMaker attaches no volume: the storage is that of the type, whatever the size says. Remove the size.",
            Assert.Single(verdict.Warnings));
        Assert.Single(Policy.On(new EndpointConfigurationProps
        {
            ProductionVariants = [new() { InstanceType = "ml.g5.xlarge", VolumeSizeInGb = 100 }],
        }).Warnings);
    }

    [Fact]
    public void A_volume_size_where_there_is_a_volume_is_compliant() => Policy.On(Spot with
    {
        ResourceConfig = new() { InstanceType = "ml.m5.large", InstanceCount = 1, VolumeSizeInGb = 100 },
    }).ShouldBeCompliant();

    [Fact]
    public void What_decides_and_is_not_known_yet_is_unknown()
    {
        Policy.On(On(Known<string>.Unknown, Key)).ShouldBeUnknown("resourceConfig.instanceType");
        Policy.On(On("ml.g5.xlarge", Known<string>.Unknown)).ShouldBeUnknown("resourceConfig.volumeKmsKeyId");
    }

    [Fact]
    public void A_key_that_is_not_known_yet_does_not_matter_where_there_is_a_volume() =>
        Policy.On(On("ml.m5.large", Known<string>.Unknown)).ShouldBeCompliant();

    [Fact]
    public void Endpoint_configurations_are_looked_at_too()
    {
        var config = new EndpointConfigurationProps { KmsKeyArn = Key, ProductionVariants = [new() { InstanceType = "ml.g5.xlarge" }] };

        Assert.Contains("kmsKeyArn is set and productionVariants[0].instanceType is ml.g5.xlarge", Policy.On(config).Violation());
        Policy.On(config with { KmsKeyArn = (string?)null! }).ShouldBeCompliant();
    }
}
