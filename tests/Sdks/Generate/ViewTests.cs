using PropertyValues;
using ResourceViews.Aws.S3;
using ResourceViews.Aws.Sagemaker;
using ResourceViews.AwsNative;
using NativeEndpointConfigProps = ResourceViews.AwsNative.SageMaker.EndpointConfigProps;
using NativePipelineProps = ResourceViews.AwsNative.SageMaker.PipelineProps;

namespace Sdks.Tests.Generate;

public class ViewTests
{
    private static readonly TrainingJobProps Spot = new()
    {
        EnableManagedSpotTraining = true,
        RoleArn = "arn:aws:iam::123456789012:role/training",
        ResourceConfig = new() { InstanceType = "ml.g5.xlarge", InstanceCount = 2 },
        StoppingCondition = new() { MaxRuntimeInSeconds = 3600, MaxWaitTimeInSeconds = 7200 },
        InputDataConfigs = [new() { ChannelName = "train" }, new() { ChannelName = Known<string>.Unknown }],
        Tags = new Dictionary<string, Known<string>> { ["team"] = "ml" },
    };

    [Fact]
    public void Properties_are_read_from_what_the_engine_sends()
    {
        var job = TrainingJobProps.From(PropertyValue.FromMap(PropertyMap.Of(
            ("enableManagedSpotTraining", true),
            ("resourceConfig", PropertyMap.Of(("instanceType", "ml.p4d.24xlarge"), ("instanceCount", 1))),
            ("vpcConfig", PropertyMap.Of(("subnets", new[] { "subnet-a", "subnet-b" }))),
            ("stoppingCondition", PropertyValue.Unknown))));

        Assert.Equal(true, job.EnableManagedSpotTraining.Value);
        Assert.Equal("ml.p4d.24xlarge", job.ResourceConfig.InstanceType.Value);
        Assert.Equal(1, job.ResourceConfig.InstanceCount.Value);
        Assert.Equal(2, job.VpcConfig.Subnets.Count);
        Assert.True(job.StoppingCondition.IsUnknown);
        Assert.True(job.StoppingCondition.MaxWaitTimeInSeconds.IsUnknown);
        Assert.True(job.CheckpointConfig.IsMissing);
        Assert.True(job.CheckpointConfig.S3Uri is { IsKnown: true, Value: null });
    }

    [Fact]
    public void A_view_built_in_a_test_reads_as_it_was_written()
    {
        Assert.Equal(true, Spot.EnableManagedSpotTraining.Value);
        Assert.Equal(2, Spot.ResourceConfig.InstanceCount.Value);
        Assert.Equal("train", Spot.InputDataConfigs[0].ChannelName.Value);
        Assert.True(Spot.InputDataConfigs[1].ChannelName.IsUnknown);
        Assert.Equal(["train"], from channel in Spot.InputDataConfigs where channel.ChannelName.IsKnown select channel.ChannelName.Value);
        Assert.Equal("ml", Spot.Tags["team"].Value);
        Assert.Equal(Spot, TrainingJobProps.From(PropertyValue.Decode(Spot.Value.Encoded)));
    }

    [Fact]
    public void With_changes_one_property_of_a_copy()
    {
        var onDemand = Spot with { EnableManagedSpotTraining = null, ResourceConfig = Spot.ResourceConfig with { InstanceType = Known<string>.Unknown } };

        Assert.False(onDemand.EnableManagedSpotTraining.IsSet);
        Assert.True(onDemand.ResourceConfig.InstanceType.IsUnknown);
        Assert.Equal(2, onDemand.ResourceConfig.InstanceCount.Value);
        Assert.Equal("ml.g5.xlarge", Spot.ResourceConfig.InstanceType.Value);
        Assert.NotEqual(Spot, onDemand);
    }

    [Fact]
    public void Secrets_stay_secret_and_are_not_printed()
    {
        var job = Spot with { RoleArn = Known<string>.Secret("hunter2") };

        Assert.True(job.RoleArn.IsSecret);
        Assert.Equal("hunter2", job.RoleArn.Value);
        Assert.DoesNotContain("hunter2", job.ToString(), StringComparison.Ordinal);
        Assert.True(BucketProps.From(PropertyValue.SecretOf(PropertyMap.Of(("bucket", "x")))).IsSecret);
    }

    [Fact]
    public void A_missing_view_has_nothing_in_it()
    {
        var nothing = new TrainingJobProps();

        Assert.True(nothing is { IsMissing: true, IsUnknown: false, IsSecret: false });
        Assert.True(nothing.InputDataConfigs.IsMissing);
        Assert.True(nothing.Tags.IsMissing);
        Assert.Equal(default, nothing);
    }

    [Fact]
    public void A_resource_view_knows_the_token_and_the_older_ones()
    {
        Assert.Equal("aws:s3/bucket:Bucket", TypeOf<BucketProps>());
        Assert.Equal(["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"], TypesOf<BucketProps>());
        Assert.Equal(["aws:s3/bucketV2:BucketV2"], TypesOf<BucketV2Props>());
        Assert.Equal(["aws-native:sagemaker:EndpointConfig"], TypesOf<NativeEndpointConfigProps>());
    }

    [Fact]
    public void Inputs_and_outputs_of_a_resource_are_in_one_view_under_the_names_of_the_sdk()
    {
        var bucket = new BucketProps { BucketName = "models", Arn = Known<string>.Unknown };

        Assert.Equal("models", bucket.Value["bucket"].AsString());
        Assert.True(bucket.Arn.IsUnknown);
    }

    [Fact]
    public void A_property_called_value_keeps_its_name_and_the_view_its_own_value()
    {
        var tag = new TagProps { Key = "team", Value = "ml" };
        var config = new NativeEndpointConfigProps { Tags = [tag] };

        Assert.Equal("ml", tag.Value.Value);
        Assert.Equal("ml", tag.ToProperty()["value"].AsString());
        Assert.Equal(tag, config.Tags[0]);
    }

    [Fact]
    public void A_nested_type_called_like_a_resource_has_a_view_of_its_own()
    {
        var inline = new BucketProps { Versioning = new BucketVersioningNestedProps { Enabled = true } };
        var resource = new BucketVersioningProps { VersioningConfiguration = new() { Status = "Enabled" } };

        Assert.Equal(true, inline.Versioning.Enabled.Value);
        Assert.Equal("Enabled", resource.VersioningConfiguration.Status.Value);
    }

    [Fact]
    public void What_has_no_type_of_its_own_stays_a_property_value()
    {
        var pipeline = new NativePipelineProps
        {
            PipelineDefinition = PropertyValue.FromMap(PropertyMap.Of(("pipelineDefinitionBody", "{}"))),
        };

        Assert.Equal("{}", pipeline.PipelineDefinition["pipelineDefinitionBody"].AsString());
    }

    private static string TypeOf<TView>()
        where TView : struct, IResourceView<TView> => TView.ResourceType;

    private static IReadOnlyList<string> TypesOf<TView>()
        where TView : struct, IResourceView<TView> => TView.ResourceTypes;
}
