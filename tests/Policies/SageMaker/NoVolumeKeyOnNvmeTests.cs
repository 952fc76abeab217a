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
